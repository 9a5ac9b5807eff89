// One line for each kind of event, as somebody reads it who watches them go by.
import { describe, expect, it } from 'vitest';
import { headlineOf } from './headline.ts';

const cluster = 'arn:aws:ecs:us-east-1:111122223333:cluster/prod';
const service = 'arn:aws:ecs:us-east-1:111122223333:service/prod/web';
const taskArn = 'arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef';

const event = (detailType: string, detail: object, resources: readonly string[] = []): string =>
  JSON.stringify({ source: 'aws.ecs', 'detail-type': detailType, resources, detail });
const task = (detail: object): string =>
  event('ECS Task State Change', {
    clusterArn: cluster,
    taskArn,
    group: 'service:web',
    taskDefinitionArn: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7',
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    ...detail,
  });
const action = (eventName: string, detail: object = {}): string =>
  event('ECS Service Action', { eventName, clusterArn: cluster, ...detail }, [service]);
const stop = { desiredStatus: 'STOPPED', lastStatus: 'STOPPED' };

const cases: readonly [what: string, message: string, tone: string, text: string][] = [
  ['a start', task({}), 'ok', 'task 01234567 running (web:7)'],
  ['a step', task({ lastStatus: 'PROVISIONING' }), 'neutral', 'task 01234567 provisioning (web:7)'],
  ['a stop without words', task({ ...stop, lastStatus: 'RUNNING' }), 'warning', 'task 01234567 stopping'],
  [
    'a step of a stop',
    task({ ...stop, lastStatus: 'DEPROVISIONING' }),
    'warning',
    'task 01234567 deprovisioning',
  ],
  [
    'a stop with all that is known',
    task({
      ...stop,
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      startedAt: '2026-11-22T10:00:00Z',
      stoppingAt: '2026-11-22T10:03:20Z',
      containers: [
        { name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
        { name: 'log', exitCode: 0 },
      ],
    }),
    'error',
    'task 01234567 stopped after 3 min 20 s: Out of memory, OutOfMemoryError: Container killed due to memory usage, app exit 137',
  ],
  [
    'a stop that only an exit code explains',
    task({
      ...stop,
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ name: 'app', exitCode: 2 }],
    }),
    'error',
    'task 01234567 stopped: Exit 2: application error, app exit 2',
  ],
  [
    'scaling',
    task({
      ...stop,
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
    }),
    'ok',
    'task 01234567 stopped: Scaling or replacement, Scaling activity initiated by (deployment ecs-svc/1)',
  ],
  ['a quiet service', action('SERVICE_STEADY_STATE', { eventType: 'INFO' }), 'ok', 'steady state'],
  [
    'a placement failure',
    action('SERVICE_TASK_PLACEMENT_FAILURE', { eventType: 'ERROR', reason: 'RESOURCE:MEMORY' }),
    'error',
    'task placement failure: Not enough CPU or memory on the instances, RESOURCE:MEMORY',
  ],
  ['a severity that only the catalogue has', action('HOOK_FAILED'), 'warning', 'hook failed'],
  [
    'tasks that a service stopped',
    action('TASKS_STOPPED', { eventType: 'INFO', taskArns: [taskArn] }),
    'neutral',
    'tasks stopped (01234567)',
  ],
  [
    'a deployment',
    action('SERVICE_DEPLOYMENT_IN_PROGRESS', {
      eventType: 'INFO',
      deploymentId: 'ecs-svc/1',
      reason: 'ECS deployment ecs-svc/1 in progress.',
    }),
    'info',
    'deployment ecs-svc/1 started',
  ],
  [
    'its end',
    action('SERVICE_DEPLOYMENT_FAILED', {
      eventType: 'ERROR',
      deploymentId: 'ecs-svc/1',
      reason: 'ECS deployment circuit breaker: tasks failed to start.',
    }),
    'error',
    'deployment ecs-svc/1 failed: ECS deployment circuit breaker: tasks failed to start.',
  ],
  [
    'the way back',
    action('SERVICE_DEPLOYMENT_IN_PROGRESS', {
      eventType: 'INFO',
      deploymentId: 'ecs-svc/0',
      reason: 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/0.',
    }),
    'warning',
    'deployment ecs-svc/0 rolls back: ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/0.',
  ],
];

describe('headlineOf', () => {
  it.each(cases)('%s', (_, message, tone, text) => {
    expect(headlineOf(message)).toEqual({ tone, text, subject: 'prod/web' });
  });

  it('tells of instances, callers and what it does not know', () => {
    const instance = event('ECS Container Instance State Change', {
      clusterArn: cluster,
      ec2InstanceId: 'i-1',
      status: 'ACTIVE',
      agentConnected: false,
      versionInfo: { agentVersion: '1.75.0' },
    });
    expect(headlineOf(instance)).toEqual({
      tone: 'warning',
      subject: 'prod',
      text: 'instance i-1 active, agent disconnected, agent 1.75.0',
    });
    const call = (errorCode?: string): string =>
      event('AWS API Call via CloudTrail', {
        eventName: 'StopTask',
        userIdentity: { arn: 'arn:aws:iam::111122223333:user/ada' },
        requestParameters: { cluster: 'prod' },
        errorCode,
      });
    expect(headlineOf(call())?.text).toBe('StopTask called by arn:aws:iam::111122223333:user/ada');
    expect(headlineOf(call('AccessDenied'))).toMatchObject({
      tone: 'warning',
      text: 'StopTask refused with AccessDenied by arn:aws:iam::111122223333:user/ada',
    });
    expect(headlineOf('{"detail-type":"Order Placed","detail":{}}')).toEqual({
      tone: 'neutral',
      subject: '',
      text: 'Order Placed',
    });
    expect(headlineOf('GET / 200')).toBeNull();
  });
});
