// Agent versions over time: only changes, rollbacks and failures told apart, the persisting status no news.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { type AgentSighting, agentHistories, compareVersions } from './agent-history.ts';

type Step = readonly [version: number, agentVersion: string, updateStatus: string | null];

const sightings = (steps: readonly Step[], instanceId = 'ci-1'): AgentSighting[] =>
  steps.map(([version, agentVersion, updateStatus]) => ({
    eventId: `${instanceId}-${version}`,
    instanceId,
    ec2InstanceId: 'i-1',
    cluster: 'data',
    version,
    atMs: version * 10,
    agentVersion,
    updateStatus,
  }));

const update: readonly Step[] = [
  [1, '1.75.0', null],
  [2, '1.75.0', 'PENDING'],
  [3, '1.75.0', 'STAGING'],
  [4, '1.75.0', 'STAGED'],
  [5, '1.75.0', 'UPDATING'],
  [6, '1.75.0', 'UPDATING'],
  [7, '1.76.0', 'UPDATING'],
  [8, '1.76.0', 'UPDATED'],
  [9, '1.76.0', 'UPDATED'],
  [10, '1.76.0', 'UPDATED'],
];

const outcome = (steps: readonly Step[]) => agentHistories(sightings(steps))[0]?.outcome;

describe('agentHistories', () => {
  it('reports changes only, in any order and with duplicates', () => {
    for (const order of orders(sightings(update))) {
      const [history] = agentHistories([...order, ...order]);
      expect(history?.changes.map(({ kind, updateStatus, atMs }) => [kind, updateStatus, atMs])).toEqual([
        ['step', 'PENDING', 20],
        ['step', 'STAGING', 30],
        ['step', 'STAGED', 40],
        ['step', 'UPDATING', 50],
        ['update', 'UPDATING', 70],
        ['finished', 'UPDATED', 80],
      ]);
      expect(history?.spans).toEqual([
        { agentVersion: '1.75.0', startMs: 10, endMs: 70 },
        { agentVersion: '1.76.0', startMs: 70, endMs: null },
      ]);
      expect(history?.outcome).toBe('updated');
    }
  });

  it('tells how updates ended', () => {
    expect(outcome(update.slice(0, 1))).toBe('unchanged');
    expect(outcome(update.slice(0, 4))).toBe('in progress');
    expect(outcome([...update, [11, '1.76.0', null]])).toBe('updated');
    expect(outcome(update.slice(0, 7))).toBe('in progress');
    expect(outcome([...update.slice(0, 6), [7, '1.75.0', 'FAILED'], [8, '1.75.0', 'FAILED']])).toBe('failed');
    expect(outcome([...update, [11, '1.75.0', 'UPDATED'], [12, '1.75.0', 'UPDATED']])).toBe('rolled back');
    expect(
      outcome([
        ...update.slice(0, 6),
        [7, '1.75.0', 'FAILED'],
        [8, '1.75.0', 'PENDING'],
        [9, '1.76.0', 'UPDATED'],
      ]),
    ).toBe('updated');
  });

  it('keeps instances apart', () => {
    const histories = agentHistories([
      ...sightings(update, 'ci-2'),
      ...sightings(update.slice(0, 1), 'ci-1'),
    ]);
    expect(histories.map(({ instanceId, outcome }) => [instanceId, outcome])).toEqual([
      ['ci-1', 'unchanged'],
      ['ci-2', 'updated'],
    ]);
  });
});

it.each([
  ['1.10.0', '1.9.0', 1],
  ['1.75.0', '1.75.0', 0],
  ['1.75.0', '1.75.1', -1],
  ['1.75', '1.75.0', 0],
  [null, '1.0.0', 0],
])('%s against %s', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign));
