// The life of schedules over a clock, a query service and documents that the test drives.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, draft, iso, minuteMs, noon, rig } from '../../test/schedules-rig.ts';
import { QueryRejected } from '../queries/compile-query.ts';
import type { QueryState } from '../queries/query.ts';
import { RunGivenUp, ScheduleBusy, type ScheduleDraft, ScheduleExists, ScheduleMissing } from './schedule.ts';

describe('a schedule', () => {
  it('runs its query when its time comes, over the window before it', async () => {
    const { schedules, clock, queries, runs } = rig();
    await schedules.create(draft());
    schedules.watch();
    await clock.to(noon + 59 * minuteMs);
    expect(queries.started).toEqual([]);
    await clock.to(noon + 121 * minuteMs);
    expect(queries.started).toEqual([
      { text: 'stats count(*) by service', logGroups: ['/g'], startMs: noon, endMs: noon + 3_600_000 - 1 },
      {
        text: 'stats count(*) by service',
        logGroups: ['/g'],
        startMs: noon + 3_600_000,
        endMs: noon + 7_200_000 - 1,
      },
    ]);
    expect(runs()).toEqual([
      ['2026-11-22T14:00', 'complete'],
      ['2026-11-22T13:00', 'complete'],
    ]);
    expect(schedules.get('s')).toMatchObject({
      nextMs: noon + 3 * 3_600_000,
      lastRun: { queryId: 'q2', attempts: 1 },
    });
  });

  it('looks back to the trigger before when it names no start', async () => {
    const { schedules, clock, queries } = rig();
    const { startOffsetSeconds: _, ...rest } = draft({
      expression: 'cron(0 18 ? * MON-FRI *)',
      endOffsetSeconds: 60,
    });
    await schedules.create(rest);
    schedules.watch();
    await clock.to(at('2026-11-23T18:01:00Z'));
    const [request] = queries.started;
    expect([iso(request?.startMs ?? 0), request?.endMs]).toEqual([
      '2026-11-20T17:59',
      at('2026-11-23T17:59:00Z') - 1,
    ]);
  });

  it('at a rate, counts from its start, or from the minute of its making', async () => {
    const { schedules, clock } = rig();
    clock.nowMs = noon + 20_000;
    await schedules.create(draft({ expression: 'rate(5 minutes)' }));
    await schedules.create(draft({ name: 't', expression: 'rate(5 minutes)', startMs: noon + 90_000 }));
    schedules.watch();
    await clock.to(noon + 11 * minuteMs);
    const triggered = (name: string) => schedules.runs(name).map(({ triggeredMs }) => triggeredMs - noon);
    expect(triggered('s')).toEqual([10 * minuteMs, 5 * minuteMs]);
    expect(triggered('t')).toEqual([7 * minuteMs, 2 * minuteMs]);
  });

  it('waits a minute when its run cannot be written down', async () => {
    const { schedules, clock, queries, disk, failures, runs } = rig();
    await schedules.create(draft());
    disk.full = true;
    schedules.watch();
    await clock.to(noon + 61 * minuteMs + 30_000);
    expect([failures.length, queries.started.length, runs()]).toEqual([2, 2, []]);
    disk.full = false;
    await clock.to(noon + 63 * minuteMs);
    expect(runs()).toEqual([['2026-11-22T13:00', 'complete']]);
  });

  it('reads the log groups of SOURCE when the query has it', async () => {
    const { schedules, clock, queries } = rig();
    await schedules.create(draft({ query: 'SOURCE "/a" | limit 1', logGroups: [] }));
    schedules.watch();
    await clock.to(noon + 61 * minuteMs);
    expect(queries.started[0]?.logGroups).toEqual(['/a']);
  });

  it('does not run outside its start and end, nor disabled', async () => {
    const { schedules, clock, runs } = rig();
    await schedules.create(draft({ startMs: noon + 90 * minuteMs, endMs: noon + 200 * minuteMs }));
    await schedules.create(draft({ name: 'off', enabled: false }));
    schedules.watch();
    await clock.to(noon + 600 * minuteMs);
    expect(runs()).toEqual([
      ['2026-11-22T15:00', 'complete'],
      ['2026-11-22T14:00', 'complete'],
    ]);
    expect(schedules.runs('off')).toEqual([]);
    expect([schedules.get('off')?.nextMs, schedules.get('s')?.nextMs]).toEqual([undefined, undefined]);
  });

  it('does not make up for what came before a change of it', async () => {
    const { schedules, clock, runs } = rig();
    await schedules.create(draft({ enabled: false }));
    schedules.watch();
    await clock.to(noon + 90 * minuteMs);
    await schedules.update(draft());
    await clock.to(noon + 110 * minuteMs);
    expect(runs()).toEqual([]);
    await clock.to(noon + 121 * minuteMs);
    expect(runs()).toEqual([['2026-11-22T14:00', 'complete']]);
  });

  it('says what ended its query', async () => {
    const { schedules, clock, queries, runs } = rig();
    queries.answer = undefined;
    await schedules.create(draft());
    schedules.watch();
    const outcomes: readonly Partial<QueryState>[] = [
      { status: 'Timeout', failure: 'Too slow.' },
      { status: 'Failed', failure: 'Broken.' },
      { status: 'Cancelled' },
    ];
    for (const [index, outcome] of outcomes.entries()) {
      await clock.to(noon + (index + 1) * 3_600_000);
      queries.end(`q${index + 1}`, outcome);
      await clock.to(noon + (index + 1) * 3_600_000 + minuteMs);
    }
    queries.start = () => {
      throw new QueryRejected('x', []);
    };
    await clock.to(noon + 4 * 3_600_000);
    queries.start = () => {
      throw new Error('Too many.');
    };
    await clock.to(noon + 5 * 3_600_000);
    expect(runs().map(([, status]) => status)).toEqual(['failed', 'invalid', 'failed', 'failed', 'timeout']);
    expect(schedules.runs('s').map(({ failure }) => failure)).toEqual([
      'Too many.',
      'the query does not compile',
      'The query was stopped before it had ended.',
      'Broken.',
      'Too slow.',
    ]);
  });

  it('does not overlap with itself; of the triggers meanwhile the newest is made up for', async () => {
    const { schedules, clock, queries, runs } = rig();
    queries.answer = undefined;
    await schedules.create(draft());
    schedules.watch();
    await clock.to(noon + 250 * minuteMs);
    expect(queries.started.length).toBe(1);
    await expect(schedules.run('s')).rejects.toThrow(ScheduleBusy);
    queries.end('q1', { status: 'Complete' });
    queries.answer = [];
    await clock.to(noon + 252 * minuteMs);
    expect(runs()).toEqual([
      ['2026-11-22T16:00', 'complete'],
      ['2026-11-22T13:00', 'complete'],
    ]);
  });

  it('can be run by hand, which takes no trigger away', async () => {
    const { schedules, clock, runs } = rig();
    await schedules.create(draft({ enabled: false }));
    clock.nowMs = noon + 60 * minuteMs + 500;
    expect(await schedules.run('s')).toMatchObject({
      status: 'complete',
      manual: true,
      triggeredMs: clock.nowMs,
    });
    await expect(schedules.run('t')).rejects.toThrow(ScheduleMissing);
    clock.nowMs = noon + 70 * minuteMs;
    await schedules.update(draft());
    clock.nowMs = noon + 120 * minuteMs + 100;
    await schedules.run('s');
    schedules.watch();
    await clock.to(noon + 121 * minuteMs);
    expect(runs()).toEqual([
      ['2026-11-22T14:00', 'complete'],
      ['2026-11-22T14:00', 'complete'],
      ['2026-11-22T13:00', 'complete'],
    ]);
  });

  it('has one name, is replaced and deleted with its history', async () => {
    const { schedules, clock, disk } = rig();
    const created = await schedules.create(draft({ description: 'x' }));
    await expect(schedules.create(draft())).rejects.toThrow(ScheduleExists);
    schedules.watch();
    await clock.to(noon + 61 * minuteMs);
    const updated = await schedules.update(draft({ expression: 'rate(1 day)' }));
    expect(updated).toMatchObject({ createdMs: created.createdMs, updatedMs: clock.nowMs });
    expect(updated.description).toBeUndefined();
    expect(schedules.runs('s').length).toBe(1);
    await schedules.delete('s');
    expect([...disk.kinds.values()].filter(({ size }) => size > 0)).toEqual([]);
    expect(schedules.get('s')).toBeUndefined();
    for (const act of [() => schedules.delete('s'), () => schedules.update(draft())])
      await expect(act()).rejects.toThrow(ScheduleMissing);
  });

  it('is created once when two ask at the same time', async () => {
    const { schedules } = rig();
    const both = await Promise.allSettled([schedules.create(draft()), schedules.create(draft())]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('can be deleted while it runs', async () => {
    const { schedules, clock, queries, ended } = rig();
    queries.answer = undefined;
    await schedules.create(draft());
    schedules.watch();
    await clock.to(noon + 61 * minuteMs);
    await schedules.delete('s');
    await schedules.create(draft());
    expect(schedules.runs('s')).toEqual([]);
    const given = schedules.run('s');
    await Promise.all([expect(given).rejects.toThrow(RunGivenUp), schedules.close()]);
    expect(ended).toEqual([]);
  });

  it.each<readonly [string, Partial<ScheduleDraft>, RegExp]>([
    ['no log groups', { logGroups: [] }, /begin it with SOURCE/],
    ['too many log groups', { logGroups: Array.from({ length: 51 }, () => '/g') }, /up to 50 log groups/],
    ['no log group', { logGroups: ['a b'] }, /neither the name nor the ARN/],
    ['a bad name', { name: 'a b' }, /1 to 300 letters/],
    ['a long text', { query: 'x'.repeat(10_001) }, /up to 10000 characters/],
    ['a bad expression', { expression: 'every day' }, /is no schedule/],
    ['a long expression', { expression: `cron(${'0,'.repeat(150)}0 * * * ? *)` }, /up to 256 characters/],
    ['a bad time zone', { timezone: 'Moon' }, /is no time zone/],
    ['a negative offset', { endOffsetSeconds: -1 }, /must not be negative/],
    ['an empty window', { startOffsetSeconds: 60, endOffsetSeconds: 60 }, /must be greater/],
    ['an end before the start', { startMs: 2, endMs: 1 }, /must not end before it starts/],
    ['a way out', { destinations: [{ kind: 'file', place: 's3://bucket/../..' }] }, /neither \. nor \.\./],
    [
      'no table',
      { destinations: [{ kind: 'lookup-table', place: 'a-b' }] },
      /letters, digits and underscores/,
    ],
    ['no group', { destinations: [{ kind: 'log-group', place: 'arn:aws:s3:::x' }] }, /neither the name/],
    ['a long description', { description: 'x'.repeat(1_025) }, /more than 1024/],
  ])('is refused with %s', async (_, changes, message) => {
    await expect(rig().schedules.create(draft(changes))).rejects.toThrow(message);
  });
});

describe('destinations', () => {
  it('that are log groups take so much at once', async () => {
    const { schedules, queries, appended } = rig();
    const row = ['x'.repeat(700_000), null];
    queries.answer = Array.from({ length: 100 }, () => row);
    await schedules.create(draft({ destinations: [{ kind: 'log-group', place: '/out' }] }));
    const { deliveries } = await schedules.run('s');
    expect([deliveries, appended]).toMatchObject([
      [{ status: 'refused', failure: expect.stringMatching(/more than 67108864/) }],
      [],
    ]);
  });

  it('that are log groups exist after a run without rows', async () => {
    const { schedules, queries, created, appended } = rig();
    queries.answer = [];
    await schedules.create(draft({ destinations: [{ kind: 'log-group', place: '/out' }] }));
    const { deliveries } = await schedules.run('s');
    expect(deliveries).toEqual([{ kind: 'log-group', place: '/out', status: 'done' }]);
    expect([created, appended]).toEqual([['/out'], []]);
  });

  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'shiplog-schedules-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('get the rows, each in its way, and what fails is told of that one', async () => {
    const { schedules, clock, queries, appended } = rig({ exportsDir: join(dataDir, 'exports') });
    queries.answer = [
      ['web', '3'],
      ['api', null],
    ];
    const arn = 'arn:aws:logs:us-east-1:000000000000:log-group:/out:*';
    await schedules.create(
      draft({
        destinations: [
          { kind: 'file', place: 's3://bucket/stops' },
          { kind: 'log-group', place: arn },
          { kind: 'lookup-table', place: 'stops' },
        ],
      }),
    );
    schedules.watch();
    await clock.to(noon + 61 * minuteMs);
    const uri = 's3://bucket/stops/s/2026-11-22T13-00-00.000Z.json';
    await expect
      .poll(() => schedules.runs('s')[0]?.deliveries)
      .toEqual([
        { kind: 'file', place: 's3://bucket/stops', status: 'done', written: uri },
        { kind: 'log-group', place: arn, status: 'done', written: 's/2026-11-22T13-00-00.000Z' },
        { kind: 'lookup-table', place: 'stops', status: 'failed', failure: 'the disk is full' },
      ]);
    expect(schedules.runs('s')[0]?.status).toBe('complete');
    const file = await readFile(
      join(dataDir, 'exports/bucket/stops/s/2026-11-22T13-00-00.000Z.json'),
      'utf8',
    );
    expect(JSON.parse(file)).toEqual({
      scheduledQuery: 's',
      triggeredTime: noon + 3_600_000,
      queryId: 'q1',
      startTime: noon,
      endTime: noon + 3_600_000 - 1,
      status: 'Complete',
      results: [
        [
          { field: 'service', value: 'web' },
          { field: 'stops', value: '3' },
        ],
        [{ field: 'service', value: 'api' }],
      ],
    });
    const at13 = { group: '/out', stream: 's/2026-11-22T13-00-00.000Z', timestampMs: noon + 3_600_000 };
    expect(appended).toEqual([
      { ...at13, message: '{"service":"web","stops":"3"}' },
      { ...at13, message: '{"service":"api"}' },
    ]);
  });
});
