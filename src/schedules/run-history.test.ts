// What is remembered of runs: across the end of the process in the middle of one, and for how long.
import { describe, expect, it } from 'vitest';
import { draft, minuteMs, noon, rig, settled } from '../../test/schedules-rig.ts';
import { scheduleRunAttemptsMax, scheduleRunsMax, scheduleRunsRetentionMs } from '../limits.ts';
import type { Run, Schedule } from './schedule.ts';

describe('after the process has ended', () => {
  it('of the triggers that were missed the newest runs, once', async () => {
    const first = rig();
    await first.schedules.create(draft());
    const { clock, disk } = first;
    clock.nowMs = noon + 330 * minuteMs;
    const second = rig({ clock, disk });
    second.schedules.watch();
    await clock.to(noon + 331 * minuteMs);
    expect(second.runs()).toEqual([['2026-11-22T17:00', 'complete']]);
    await second.schedules.close();
    const third = rig({ clock, disk });
    third.schedules.watch();
    await clock.to(noon + 332 * minuteMs);
    expect(third.queries.started).toEqual([]);
  });

  it('a run that was left in its middle is begun again, for the same trigger', async () => {
    const first = rig();
    first.queries.answer = undefined;
    await first.schedules.create(draft());
    first.schedules.watch();
    const { clock, disk } = first;
    await clock.to(noon + 61 * minuteMs);
    expect(first.runs()).toEqual([['2026-11-22T13:00', 'running']]);
    await first.schedules.close();
    clock.nowMs = noon + 70 * minuteMs;
    const second = rig({ clock, disk });
    second.schedules.watch();
    await clock.to(noon + 71 * minuteMs);
    expect(second.schedules.runs('s')).toMatchObject([
      {
        triggeredMs: noon + 3_600_000,
        startMs: noon,
        endMs: noon + 3_600_000 - 1,
        status: 'complete',
        attempts: 2,
      },
    ]);
  });

  it('delivers the result of a query that was complete', async () => {
    const first = rig();
    await first.schedules.create(draft());
    first.schedules.watch();
    const { clock, disk, queries } = first;
    await clock.to(noon + 61 * minuteMs);
    await first.schedules.close();
    const runs = disk.documents<Run>('scheduled-query-run');
    for (const [id, run] of runs.list()) await runs.put(id, { ...run, status: 'running' });
    const second = rig({ clock, disk, queries });
    second.schedules.watch();
    await clock.to(noon + 62 * minuteMs);
    expect(second.runs()).toEqual([['2026-11-22T13:00', 'complete']]);
    expect(queries.started.length).toBe(1);
  });

  it('a run that ends the process every time is given up', async () => {
    const { clock, disk, schedules } = rig();
    await schedules.create(draft());
    clock.nowMs = noon + 61 * minuteMs;
    for (let process = 0; process < scheduleRunAttemptsMax; process++) {
      const dying = rig({ clock, disk });
      dying.queries.answer = undefined;
      dying.schedules.watch();
      await settled();
      expect(dying.runs()).toEqual([['2026-11-22T13:00', 'running']]);
      await dying.schedules.close();
    }
    const last = rig({ clock, disk });
    last.schedules.watch();
    await settled();
    expect(last.runs()).toEqual([['2026-11-22T13:00', 'failed']]);
    expect(last.queries.started).toEqual([]);
  });

  it('a schedule that is only half deleted leaves nothing to the next of its name', async () => {
    const first = rig();
    await first.schedules.create(draft());
    await first.schedules.run('s');
    await first.disk.documents<Schedule>('scheduled-query').delete('s');
    const second = rig({ clock: first.clock, disk: first.disk });
    await second.schedules.create(draft());
    expect(second.schedules.runs('s')).toEqual([]);
  });
});

describe('the history', () => {
  it('keeps so many runs, and those of so long', async () => {
    const { schedules, clock, disk } = rig();
    await schedules.create(draft({ enabled: false }));
    for (let run = 0; run < scheduleRunsMax + 3; run++) {
      clock.nowMs += 1;
      await schedules.run('s');
    }
    expect(schedules.runs('s').length).toBe(scheduleRunsMax);
    expect(disk.kinds.get('scheduled-query-run')?.size).toBe(scheduleRunsMax);
    clock.nowMs += scheduleRunsRetentionMs + 10_000;
    await schedules.run('s');
    expect(schedules.runs('s').length).toBe(1);
  });
});
