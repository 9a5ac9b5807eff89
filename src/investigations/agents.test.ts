// Agents: changes only, failures and rollbacks named, instances without change listed.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { fakeContext } from '../../test/fake-ask.ts';
import { agents } from './agents.ts';
import type { AskedRow } from './investigation.ts';

const range = { startMs: Date.UTC(2026, 10, 20), endMs: Date.UTC(2026, 10, 21) };
const state = (
  instance: string,
  agentVersion: string,
  updateStatus?: string,
  first = 1,
  last = 1,
): AskedRow => ({
  cluster: 'data',
  instanceId: instance,
  ec2InstanceId: `i-${instance}`,
  agentVersion,
  ...(updateStatus === undefined ? {} : { updateStatus }),
  firstVersion: String(first),
  lastVersion: String(last),
  last: '2026-11-20 20:00:00.000',
});
const change = (
  instance: string,
  version: number,
  agentVersion: string,
  updateStatus?: string,
): AskedRow => ({
  ...state(instance, agentVersion, updateStatus),
  eventId: `${instance}-${version}`,
  version: String(version),
  updatedAt: new Date(Date.UTC(2026, 10, 20, 10, version)).toISOString(),
});

const states = [
  state('a', '1.0.0', undefined, 1, 1),
  state('a', '1.1.0', 'UPDATED', 2, 3),
  state('b', '1.0.0', undefined, 1, 1),
  state('b', '1.0.0', 'FAILED', 2, 2),
  state('c', '1.0.0', undefined, 1, 1),
  state('c', '1.1.0', 'UPDATED', 2, 8),
  state('c', '1.0.0', 'UPDATED', 9, 9),
  state('d', '0.9.0'),
];
const rows = [
  change('a', 1, '1.0.0'),
  change('a', 2, '1.1.0', 'UPDATED'),
  change('a', 3, '1.1.0', 'UPDATED'),
  change('b', 1, '1.0.0'),
  change('b', 2, '1.0.0', 'FAILED'),
  change('c', 1, '1.0.0'),
  change('c', 2, '1.1.0', 'UPDATED'),
  change('c', 9, '1.0.0', 'UPDATED'),
];

const ask = (
  stateRows: readonly AskedRow[],
  changeRows: readonly AskedRow[],
  inputs: Record<string, string> = {},
  comeBackRows: readonly AskedRow[] = [],
) => {
  const context = fakeContext({
    'Agent versions and update states of every instance': stateRows,
    'Events in which the agent changed': changeRows,
    'All state changes of instances whose agent came back to an earlier state': comeBackRows,
  });
  return { context, answer: agents.run({ inputs, range }, context) };
};

describe('agents', () => {
  it('tells whether the update finished, and where not', async () => {
    const { summary, verdict, facts, tables } = await ask(states, rows).answer;
    expect(summary).toBe(
      'The agent of 3 of 4 instances changed between 2026-11-20 00:00:00 UTC and 2026-11-21 00:00:00 UTC, from 2026-11-20 10:02:00 UTC on: 1 updated, 1 failed and 1 rolled back. The update did not finish everywhere: it failed on i-b (b), which still runs 1.0.0; i-c (c) went back to 1.0.0.',
    );
    expect(verdict).toMatchObject({
      tone: 'error',
      text: 'The update finished on 1 of 3 instances: i-b failed and i-c rolled back.',
    });
    expect(facts[0]?.value).toBe('1.1.0 on 1 instance, 1.0.0 on 2 instances, 0.9.0 on 1 instance');
    expect(
      tables[0]?.rows.map(({ instance, what, from, to, status }) => [instance, what, from, to, status]),
    ).toEqual([
      ['i-c', 'rollback', '1.1.0', '1.0.0', 'UPDATED'],
      ['i-a', 'new version', '1.0.0', '1.1.0', 'UPDATED'],
      ['i-b', 'update failed', '1.0.0', '1.0.0', 'FAILED'],
      ['i-c', 'new version', '1.0.0', '1.1.0', 'UPDATED'],
    ]);
    expect(tables[1]?.rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['b', 'failed'],
      ['c', 'rolled back'],
      ['a', 'updated'],
      ['d', 'unchanged'],
    ]);
  });

  it('does not depend on the order of rows or on duplicates', async () => {
    const expected = await ask(states, rows).answer;
    for (const order of orders(rows))
      expect(await ask([...states].reverse(), [...order, ...order]).answer).toEqual(expected);
  });

  it('reads only the events in which an agent changed', async () => {
    const { context, answer } = ask(states, rows);
    await answer;
    expect(context.asked).toHaveLength(2);
    expect(context.asked[1]?.query).toContain(
      'ecs.instanceId in ["a", "b", "c"] and detail.version in [1, 2, 9]',
    );
    const quiet = ask([state('d', '0.9.0')], []);
    expect((await quiet.answer).summary).toMatch(/^The agent of none of 1 instance changed/);
    expect(quiet.context.asked).toHaveLength(1);
  });

  it('reads all events of an instance that came back to an earlier state', async () => {
    const back = [state('e', '1.0.0', undefined, 1, 20), state('e', '1.1.0', undefined, 5, 9)];
    const all = [
      change('e', 1, '1.0.0'),
      change('e', 5, '1.1.0'),
      change('e', 10, '1.0.0'),
      change('e', 20, '1.0.0'),
    ];
    const { context, answer } = ask(back, [], {}, all);
    const { tables } = await answer;
    expect(context.asked[1]?.query).toContain('ecs.instanceId in ["e"]\n');
    expect(tables[0]?.rows.map(({ what, to }) => [what, to])).toEqual([
      ['rollback', '1.0.0'],
      ['new version', '1.1.0'],
    ]);
  });

  it('is content when every update finished', async () => {
    const { verdict, summary } = await ask(states.slice(0, 2), rows.slice(0, 3)).answer;
    expect(verdict).toMatchObject({
      tone: 'ok',
      text: 'The update finished on every instance where it began (1).',
    });
    expect(summary).toContain('Every update that began has finished.');
  });

  it('asks in batches when very many instances changed', async () => {
    const many = Array.from({ length: 250 }, (_, index) => String(index).padStart(32, '0'));
    const { context, answer } = ask(
      many.flatMap((id) => [
        state(id, '1.0.0', undefined, 1, 1),
        state(id, '1.1.0', undefined, 14_801, 15_000),
      ]),
      [],
    );
    await answer;
    expect(context.asked).toHaveLength(6);
    for (const { query, awsQuery } of context.asked) {
      expect(query.length).toBeLessThan(10_000);
      expect(awsQuery?.length ?? 0).toBeLessThan(10_000);
    }
  });

  it('bounds by cluster and by either id of an instance', async () => {
    const condition = async (instance: string) => {
      const { context, answer } = ask([], [], { cluster: 'data', instance });
      await answer;
      return context.asked[0]?.query ?? '';
    };
    expect(await condition('i-0abc')).toContain('ecs.cluster = "data" and detail.ec2InstanceId = "i-0abc"');
    expect(await condition('mi-0abc')).toContain('detail.ec2InstanceId = "mi-0abc"');
    expect(await condition('arn:aws:ecs:r:1:container-instance/data/ci1')).toContain(
      'ecs.instanceId = "ci1"',
    );
  });

  it('says that nothing was recorded', async () => {
    const { summary, verdict } = await ask([], []).answer;
    expect(summary).toMatch(/^No state change of a container instance was recorded between/);
    expect(verdict).toBeNull();
  });
});
