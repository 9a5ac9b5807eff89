// The answer about one task: from rows with messages to verdict, bars and tables.
import { describe, expect, it } from 'vitest';
import { atMs, orders, ordinaryLife, taskMessage } from '../../test/ecs-events.ts';
import { fakeContext } from '../../test/fake-ask.ts';
import { task } from './task.ts';

const range = { startMs: atMs(-3600), endMs: atMs(3600) };
const title = 'Every event that names the task';
const unhealthy = {
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: 'Task failed container health checks',
};
const containers = {
  containers: [
    { name: 'app', lastStatus: 'STOPPED', exitCode: 137, image: 'app:1' },
    { name: 'envoy', lastStatus: 'STOPPED', exitCode: 0 },
  ],
};
const messages = ordinaryLife(unhealthy, containers).map(taskMessage);
const stopCall = JSON.stringify({
  id: 'call-1',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.ecs',
  time: '2026-11-20T12:01:40Z',
  detail: {
    eventName: 'StopTask',
    userIdentity: { arn: 'arn:aws:sts::1:assumed-role/Ops/mara' },
    requestParameters: { cluster: 'prod', task: 'arn:aws:ecs:eu-west-1:111122223333:task/prod/task-1' },
  },
});

const ask = (given: string, texts: readonly string[]) => {
  const context = fakeContext({ [title]: texts.map((text) => ({ '@message': text })) });
  return { context, answer: task.run({ inputs: { task: given }, range }, context) };
};

describe('task', () => {
  it('tells what happened, who asked and what to do', async () => {
    const { summary, verdict, facts, nextSteps, subject } = await ask('task-1', messages).answer;
    expect(subject).toBe('arn:aws:ecs:eu-west-1:111122223333:task/prod/task-1');
    expect(summary).toBe(
      'Task task-1 (service web, cluster prod) ran for 1 min 40 s and stopped at 2026-11-20 12:02:10 UTC. The stop was asked for by the service scheduler at 2026-11-20 12:01:40 UTC. No version is missing.',
    );
    expect(verdict).toMatchObject({ class: 'health', tone: 'error', confidence: 'high' });
    const fact = (label: string) => facts.find((one) => one.label === label)?.value;
    expect(fact('Container app')).toBe('ended with exit code 137');
    expect(fact('Slow end')).toContain('Container app was killed (137)');
    expect(fact('Stop')).toContain('(version 4); reason: Task failed container health checks.');
    expect(fact('Record')).toBe('6 versions recorded, none missing');
    expect(nextSteps).toContain('See whether others died alike: shiplog stops --service web');
  });

  it('draws one lane for each phase and container', async () => {
    const { timelines } = await ask('task-1', messages).answer;
    expect(timelines).toHaveLength(1);
    expect(timelines[0]).toMatchObject({ startMs: atMs(0), endMs: atMs(130) });
    expect(
      timelines[0]?.lanes.map(({ label, bars, marks }) => [
        label,
        bars.map(({ startMs, endMs, tone }) => [startMs - atMs(0), (endMs ?? 0) - atMs(0), tone]),
        marks?.length ?? 0,
      ]),
    ).toEqual([
      ['PROVISIONING', [[0, 3000, 'info']], 0],
      ['PENDING', [[3000, 10_000, 'info']], 0],
      ['RUNNING', [[10_000, 111_000, 'ok']], 0],
      ['DEPROVISIONING', [[111_000, 130_000, 'info']], 0],
      ['STOPPED', [], 1],
      ['image pull', [[4000, 9000, 'info']], 0],
      ['container app', [], 1],
      ['container envoy', [], 1],
    ]);
  });

  it('does not depend on the order of the rows', async () => {
    const expected = await ask('task-1', messages).answer;
    for (const order of orders(messages))
      expect(await ask('task-1', [...order, ...order]).answer).toEqual(expected);
  });

  it('names the person whom CloudTrail names', async () => {
    const byHand = ordinaryLife({ stopCode: 'UserInitiated', stoppedReason: 'drained' }).map(taskMessage);
    const { summary, verdict, tables, nextSteps } = await ask('task-1', [...byHand, stopCall]).answer;
    expect(summary).toContain('asked for by arn:aws:sts::1:assumed-role/Ops/mara (StopTask)');
    expect(verdict).toMatchObject({ class: 'operator', tone: 'info' });
    expect(tables.at(-1)?.rows).toEqual([
      {
        at: atMs(100),
        type: 'AWS API Call via CloudTrail',
        name: 'StopTask',
        text: 'arn:aws:sts::1:assumed-role/Ops/mara',
      },
    ]);
    expect(nextSteps.join(' ')).not.toContain('CloudTrail');
  });

  it('says that the version with the stop request may be what is missing', async () => {
    const { summary, facts } = await ask(
      'task-1',
      messages.filter((_, index) => index !== 3),
    ).answer;
    expect(summary).toContain('Version 4 is missing: never received, or outside of the range.');
    expect(facts.find(({ label }) => label === 'Stop')?.value).toContain(
      '(first recorded in version 5; version 4 is missing)',
    );
  });

  it('takes ids, ARNs and CLUSTER/ID, and asks with the id as a literal', async () => {
    for (const given of ['task-1', ' prod/task-1', 'arn:aws:ecs:eu-west-1:111122223333:task/prod/task-1']) {
      const { context, answer } = ask(given, messages);
      expect((await answer).verdict).not.toBeNull();
      expect(context.asked[0]?.query).toContain('filter ecs.taskId like "task-1"');
      expect(context.asked[0]?.awsQuery).toContain('filter @message like "task-1"');
    }
    await expect(ask('arn:aws:ecs:r:1:service/prod/web', []).answer).rejects.toMatchObject({
      input: 'task',
      suggestions: ['shiplog stops --service web'],
    });
  });

  it('does not take another task for it', async () => {
    const { answer } = ask('task', messages);
    expect((await answer).verdict).toBeNull();
  });

  it('says plainly that nothing was found, and lists ids that begin alike', async () => {
    const context = fakeContext({
      'Tasks with a similar id': [
        { taskId: 'task-1', service: 'web', cluster: 'prod', events: '6', last: '2026-11-20 12:02:10.000' },
      ],
    });
    const { summary, tables, verdict } = await task.run({ inputs: { task: 'task-"1' }, range }, context);
    expect(summary).toMatch(
      /^No event of task task-"1 was recorded between .* Tasks with a similar id are listed below\.$/,
    );
    expect(verdict).toBeNull();
    expect(tables[0]?.rows).toEqual([
      { task: 'task-1', service: 'web', cluster: 'prod', events: 6, last: atMs(130) },
    ]);
    expect(context.asked[1]?.query).toContain('like /^task-1/');
  });
});
