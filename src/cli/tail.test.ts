// One event, one line; and the command over a backend that a test directs.
import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import { renderEvent } from './tail.ts';
import type { Style } from './terminal.ts';

const style: Style = { colors: createColors(false), unicode: true, columns: 80 };
const event = {
  ptr: 'p',
  logGroup: '/app',
  logStream: 's',
  timestampMs: Date.UTC(2026, 10, 22, 14, 0, 3, 250),
  ingestionMs: 0,
  message: 'GET /\x1b[31m 200\nnext line',
};
const failed = JSON.stringify({
  source: 'aws.ecs',
  'detail-type': 'ECS Service Action',
  resources: ['arn:aws:ecs:us-east-1:111122223333:service/prod/checkout'],
  detail: {
    eventName: 'SERVICE_DEPLOYMENT_FAILED',
    eventType: 'ERROR',
    clusterArn: 'arn:aws:ecs:us-east-1:111122223333:cluster/prod',
    deploymentId: 'ecs-svc/1',
    reason: 'ECS deployment circuit breaker: tasks failed to start.',
  },
});

it('tells when, where, how bad and what', () => {
  expect(renderEvent({ ...event, message: failed }, style)).toBe(
    '2026-11-22 14:00:03  prod/checkout             ✗ deployment ecs-svc/1 failed: ECS deployment circuit breaker: tasks failed to start.',
  );
  expect(renderEvent({ ...event, message: failed }, { ...style, unicode: false })).toContain(
    '  x  deployment',
  );
});

it('shows what is bad in its colour, and what is usual without', () => {
  const colors = createColors(true);
  const line = renderEvent({ ...event, message: failed }, { ...style, colors });
  expect(line).toContain(colors.red('✗'));
  expect(line).toContain(
    colors.red('deployment ecs-svc/1 failed: ECS deployment circuit breaker: tasks failed to start.'),
  );
  const usual = failed.replace('FAILED', 'IN_PROGRESS').replace('"ERROR"', '"INFO"');
  expect(renderEvent({ ...event, message: usual }, { ...style, colors })).toContain(
    ' deployment ecs-svc/1 started',
  );
});

it('shows any other message as one line that moves no cursor', () => {
  expect(renderEvent(event, style)).toBe(
    '2026-11-22 14:00:03  /app                        GET /[31m 200 next line',
  );
});
