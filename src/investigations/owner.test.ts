// Owners of addresses: intervals, one moment, several addresses, nobody.
import { describe, expect, it } from 'vitest';
import { atMs, orders } from '../../test/ecs-events.ts';
import { fakeContext } from '../../test/fake-ask.ts';
import type { AskedRow } from './investigation.ts';
import { owner } from './owner.ts';

const range = { startMs: atMs(-3600), endMs: atMs(7200) };
const row = (taskId: string, version: number, second: number, more: AskedRow = {}): AskedRow => ({
  eventId: `${taskId}-${version}`,
  taskId,
  taskArn: `arn:aws:ecs:r:1:task/prod/${taskId}`,
  cluster: 'prod',
  service: 'web',
  taskDefinition: 'web:7',
  version: String(version),
  updatedAt: new Date(atMs(second)).toISOString(),
  lastStatus: 'RUNNING',
  eniIds: `eni-${taskId}`,
  macAddresses: '0a:00:00:00:00:01',
  addresses: '10.0.0.1',
  attachmentIds: 'att',
  attachmentStatuses: 'ATTACHED',
  ...more,
});
const ended = (second: number): AskedRow => ({
  lastStatus: 'STOPPED',
  attachmentStatuses: 'DELETED',
  stoppedAt: new Date(atMs(second)).toISOString(),
});

const rows = [
  row('a', 2, 0),
  row('a', 6, 600, ended(600)),
  row('b', 2, 900, { service: 'api' }),
  row('b', 6, 1200, { service: 'api', ...ended(1200) }),
  row('c', 2, 1800),
  // Begins like the address that is asked for, and stands in the rows for that reason only.
  row('x', 2, 300, { addresses: '10.0.0.1 10.0.0.12' }),
];

const ask = (inputs: Record<string, string>, answers: readonly AskedRow[] = rows) => {
  const context = fakeContext({ 'Events that carry it': answers }, atMs(7200));
  return { context, answer: owner.run({ inputs, range }, context) };
};

describe('owner', () => {
  it('lists the owners of an address in time', async () => {
    const { summary, tables, timelines, verdict, nextSteps } = await ask(
      { address: '10.0.0.1' },
      rows.slice(0, 5),
    ).answer;
    expect(summary).toBe(
      '3 owners of address 10.0.0.1 were recorded. Owner as last seen: task c (service web, cluster prod), from 2026-11-20 12:30:00 UTC, no end recorded.',
    );
    expect(verdict).toBeNull();
    expect(tables[0]?.rows.map(({ owner: id, from, to, held }) => [id, from, to, held])).toEqual([
      ['arn:aws:ecs:r:1:task/prod/c', atMs(1800), null, null],
      ['arn:aws:ecs:r:1:task/prod/b', atMs(900), atMs(1200), 300_000],
      ['arn:aws:ecs:r:1:task/prod/a', atMs(0), atMs(600), 600_000],
    ]);
    expect(timelines[0]).toMatchObject({ startMs: atMs(0), endMs: atMs(7200) });
    expect(timelines[0]?.lanes[0]?.bars.map(({ label }) => label)).toEqual(['web', 'api', 'web']);
    expect(nextSteps.join(' ')).toContain('--at');
  });

  it('picks one by --at, and says who came before and after when nobody had it', async () => {
    const then = await ask({ address: '10.0.0.1', at: '2026-11-20T12:16:00Z' }, rows.slice(0, 5)).answer;
    expect(then.verdict).toMatchObject({
      text: 'At 2026-11-20 12:16:00 UTC it was task b (service api, cluster prod), from 2026-11-20 12:15:00 UTC, until 2026-11-20 12:20:00 UTC.',
      confidence: 'high',
    });
    expect(then.nextSteps).toEqual(['Look at the task: shiplog task b']);
    const nobody = await ask({ address: '10.0.0.1', at: '2026-11-20 12:12:00' }, rows.slice(0, 5)).answer;
    expect(nobody.verdict?.text).toMatch(
      /^At 2026-11-20 12:12:00 UTC nobody had 10\.0\.0\.1 as far as recorded: before it task a .* and after it task b /,
    );
  });

  it('looks a month around the moment', async () => {
    const { context, answer } = ask({ address: 'eni-a', at: String(atMs(0) / 1000) });
    await answer;
    const asked = context.asked[0]?.range;
    expect([asked?.startMs, asked?.endMs]).toEqual([atMs(-30 * 86_400), atMs(30 * 86_400)]);
  });

  it('does not take a longer address for it, and knows values joined by spaces', async () => {
    const { tables } = await ask({ address: '10.0.0.12' }).answer;
    expect(tables[0]?.rows.map(({ owner: id }) => id)).toEqual(['arn:aws:ecs:r:1:task/prod/x']);
  });

  it('reports owners at the same time', async () => {
    const { contradictions } = await ask({ address: '10.0.0.1' }).answer;
    expect(contradictions[0]).toContain(
      '10.0.0.1 belongs to task a (service web, cluster prod) and to task x',
    );
    expect(contradictions[0]).toContain('networks may use the same addresses');
  });

  it('answers several addresses at once', async () => {
    const { summary, tables, subject } = await ask({ address: 'eni-a, eni-b 10.9.9.9' }).answer;
    expect(subject).toBe('eni-a, eni-b, 10.9.9.9');
    expect(tables).toHaveLength(3);
    expect(summary).toContain('1 owner of network interface eni-a was recorded. Owner: task a');
    expect(summary).toContain('No event carries address 10.9.9.9 between');
  });

  it('does not depend on the order of rows or on duplicates', async () => {
    const expected = await ask({ address: '10.0.0.1' }).answer;
    for (const order of orders(rows))
      expect(await ask({ address: '10.0.0.1' }, [...order, ...order]).answer).toEqual(expected);
  });

  it('finds the container instance of a trunk interface', async () => {
    const trunk = {
      instanceId: 'ci-1',
      cluster: 'data',
      updatedAt: '2026-11-20T12:00:00Z',
      eniIds: 'eni-t',
      instanceStatus: 'ACTIVE',
    };
    const { summary } = await ask({ address: 'eni-t' }, [trunk]).answer;
    expect(summary).toContain('container instance ci-1 (cluster data)');
  });

  it('says plainly that nobody had it, and who lives next to it', async () => {
    const context = fakeContext({
      'Who has addresses that begin alike': [
        { service: 'api', cluster: 'prod', tasks: '4', last: '2026-11-20 12:00:00.000' },
      ],
    });
    const { summary, tables } = await owner.run({ inputs: { address: '10.1.2.3' }, range }, context);
    expect(summary).toContain('No event carries address 10.1.2.3');
    expect(summary).toContain('Services with addresses that begin with 10.1.2. are listed below.');
    expect(tables[0]?.rows).toEqual([{ service: 'api', cluster: 'prod', tasks: 4, last: atMs(0) }]);
  });

  it.each([
    [{ address: 'web' }, 'address', '"web" is no network interface id'],
    [
      { address: Array.from({ length: 51 }, (_, index) => `eni-${index}`).join(',') },
      'address',
      'At most 50',
    ],
    [{ address: 'eni-1', at: 'yesterday' }, 'at', '"yesterday" is no time'],
  ])('refuses %j', async (inputs, input, message) => {
    await expect(ask(inputs).answer).rejects.toMatchObject({
      input,
      message: expect.stringContaining(message),
    });
  });
});
