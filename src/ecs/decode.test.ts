// Decoding: tolerant of what is missing, faithful to what is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { at, atMs, decoded, taskEvent, taskMessage } from '../../test/ecs-events.ts';
import { decodeEvent } from './decode.ts';

describe('decodeEvent', () => {
  it.each(['', 'no json', '[]', '{}', '{"detail-type":1}', 'null'])('%s is no event', (text) =>
    expect(decodeEvent(text)).toBeNull(),
  );

  it('survives an envelope with nothing in it', () => {
    expect(decodeEvent('{"detail-type":"ECS Task State Change"}')).toMatchObject({
      kind: 'task',
      id: '',
      taskId: '',
      version: null,
      lastStatus: null,
      containers: [],
      atMs: 0,
    });
    expect(decodeEvent('{"detail-type":"Something New","detail":{}}')).toMatchObject({ kind: 'other' });
  });

  it('reads a task, exit codes as text and absent ones as null', () => {
    const event = taskEvent({
      version: 4,
      second: 1.25,
      lastStatus: 'STOPPED',
      containers: [
        { name: 'app', exitCode: 3221225786, lastStatus: 'STOPPED', reason: 'x' },
        { name: 'late', cpu: 'null' },
      ],
      attachments: [
        { type: 'elb', details: [] },
        {
          id: 'a',
          type: 'eni',
          status: 'ATTACHED',
          details: [{ name: 'networkInterfaceId', value: 'eni-1' }],
        },
      ],
    });
    expect(event).toMatchObject({
      taskId: 'task-1',
      cluster: 'prod',
      service: 'web',
      version: 4,
      atMs: atMs(1.25),
      taskDefinition: 'web:7',
      containers: [
        { name: 'app', exitCode: '3221225786', reason: 'x' },
        { name: 'late', exitCode: null, reason: null },
      ],
      interfaces: [{ attachmentId: 'a', eniId: 'eni-1', macAddress: null, addresses: [] }],
    });
  });

  it('takes the task from resources when the detail does not name it', () => {
    const message = {
      'detail-type': 'ECS Task State Change',
      source: 'aws.ecs',
      resources: ['arn:aws:ecs:r:1:task/c/t9'],
      detail: {},
    };
    expect(decodeEvent(JSON.stringify(message))).toMatchObject({ taskId: 't9', cluster: 'c' });
  });

  it('content is equal whatever the order of keys, and different for different details', () => {
    const one = taskEvent({ version: 1, second: 0, a: { x: 1, y: [2] } });
    const same = taskEvent({ second: 0, a: { y: [2], x: 1 }, version: 1, id: 'other' });
    expect(same.content).toBe(one.content);
    expect(taskEvent({ version: 1, second: 0, a: { x: 1, y: [3] } }).content).not.toBe(one.content);
  });

  it('an action happened at its createdAt, a deployment change at its updatedAt', () => {
    const event = (detail: object) => ({
      'detail-type': 'ECS Service Action',
      source: 'aws.ecs',
      time: at(79),
      resources: ['arn:aws:ecs:r:1:service/prod/web'],
      detail: { eventName: 'SERVICE_DEPLOYMENT_FAILED', ...detail },
    });
    expect(decoded(JSON.stringify(event({ createdAt: at(1.5) }))).atMs).toBe(atMs(1.5));
    expect(decoded(JSON.stringify(event({ updatedAt: at(2.5) }))).atMs).toBe(atMs(2.5));
    expect(decoded(JSON.stringify(event({}))).atMs).toBe(atMs(79));
  });

  it('reads who called the API', () => {
    const call = {
      'detail-type': 'AWS API Call via CloudTrail',
      source: 'aws.ecs',
      detail: {
        eventName: 'StopTask',
        userIdentity: { arn: 'arn:aws:sts::1:assumed-role/Ops/mara' },
        requestParameters: { cluster: 'prod', task: 'arn:aws:ecs:r:1:task/prod/task-1' },
      },
    };
    expect(decodeEvent(JSON.stringify(call))).toMatchObject({
      kind: 'apiCall',
      eventName: 'StopTask',
      actor: 'arn:aws:sts::1:assumed-role/Ops/mara',
      taskIds: ['task-1'],
      errorCode: null,
    });
  });

  it('a task event names itself', () => {
    expect(decoded(taskMessage({ version: 1, second: 0 })).taskIds).toEqual(['task-1']);
  });
});

const samples = fileURLToPath(new URL('../../../shared/reference/events/', import.meta.url));

describe.skipIf(!existsSync(samples))('published samples', () => {
  const kindOf = (name: string) => decodeEvent(readFileSync(`${samples}${name}`, 'utf8'))?.kind;

  it('each is decoded as its kind', () => {
    for (const name of readdirSync(samples).filter((one) => one.endsWith('.json'))) {
      const expected = name.startsWith('task-')
        ? 'task'
        : name.startsWith('container-instance-')
          ? 'instance'
          : name.startsWith('cloudtrail-')
            ? 'apiCall'
            : 'service';
      const bare = ['cloudtrail-create-cluster-record-docs.json', 'task-two-enis-bare-detail.json'].includes(
        name,
      );
      expect([name, kindOf(name)]).toEqual([name, bare ? undefined : expected]);
    }
  });
});
