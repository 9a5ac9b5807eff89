// One task's life: the same from events in any order, with duplicates, gaps and conflicts.
import { describe, expect, it } from 'vitest';
import { at, atMs, orders, ordinaryLife, taskEvent } from '../../test/ecs-events.ts';
import { taskDurations, taskHistory } from './task-history.ts';

const life = ordinaryLife({
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: 'Scaling activity initiated by (x)',
});
const events = life.map(taskEvent);

describe('taskHistory', () => {
  it('is nothing without events', () => expect(taskHistory([])).toBeNull());

  it('finds phases, stop request and durations', () => {
    const history = taskHistory(events);
    expect(history?.phases).toEqual([
      { status: 'PROVISIONING', startMs: atMs(0), endMs: atMs(3) },
      { status: 'PENDING', startMs: atMs(3), endMs: atMs(10) },
      { status: 'RUNNING', startMs: atMs(10), endMs: atMs(111) },
      { status: 'DEPROVISIONING', startMs: atMs(111), endMs: atMs(130) },
      { status: 'STOPPED', startMs: atMs(130), endMs: atMs(130) },
    ]);
    expect(history?.stopRequest).toEqual({
      atMs: atMs(100),
      version: 4,
      stopCode: 'ServiceSchedulerInitiated',
      reason: 'Scaling activity initiated by (x)',
      eventId: 'e4-100',
    });
    expect(history?.missingVersions).toEqual([]);
    expect(history && taskDurations(history.times)).toEqual({
      schedule: 4000,
      pull: 5000,
      start: 1000,
      run: 100_000,
      drain: 10_000,
      deprovision: 20_000,
    });
  });

  it('does not depend on order or duplicates', () => {
    const expected = taskHistory(events);
    for (const order of orders(events)) {
      const again = order
        .filter((_, index) => index % 2 === 0)
        .map((event) => ({ ...event, id: `${event.id}-again` }));
      expect(taskHistory([...order, ...order])).toEqual(expected);
      expect(taskHistory([...again, ...order])).toEqual(expected);
    }
  });

  it('names missing versions and what lies before the first one recorded', () => {
    const history = taskHistory(events.filter((event) => event.version !== 1 && event.version !== 4));
    expect(history?.missingVersions).toEqual([1, 4]);
    expect(history?.phases[0]).toEqual({ status: null, startMs: atMs(0), endMs: atMs(3) });
    expect(history?.stopRequest?.version).toBe(5);
    expect(history?.stopRequest?.atMs).toBe(atMs(100));
  });

  it('keeps two contents of one version and says so', () => {
    const other = taskEvent({ ...(life[2] ?? { second: 0 }), id: 'conflict', connectivity: 'DISCONNECTED' });
    const history = taskHistory([...events, other]);
    expect(history?.versions).toHaveLength(7);
    expect(history?.conflictingVersions).toEqual([3]);
  });

  it('leaves a living task open', () => {
    const history = taskHistory(events.slice(0, 3));
    expect(history?.phases.at(-1)).toEqual({ status: 'RUNNING', startMs: atMs(10), endMs: null });
    expect(history?.stopRequest).toBeNull();
  });

  it('places events without version by their time', () => {
    const spot = taskEvent({
      second: 50,
      id: 'spot',
      lastStatus: 'RUNNING',
      desiredStatus: 'STOPPED',
      stopCode: 'SpotInterruption',
    });
    const history = taskHistory([...events.slice(0, 3), spot]);
    expect(history?.last.id).toBe('spot');
    expect(taskHistory([spot, ...events])?.last.version).toBe(6);
  });

  it('does not believe an end of execution before the start', () => {
    const times = {
      ...taskEvent({ second: 1 }).times,
      startedMs: 500,
      executionStoppedMs: 0,
      stoppedMs: 760,
    };
    expect(taskDurations(times).run).toBe(260);
  });

  it('clamps durations and phases that run backwards', () => {
    expect(
      taskDurations({
        ...taskEvent({ second: 1 }).times,
        stoppingMs: atMs(115),
        executionStoppedMs: atMs(110),
      }).drain,
    ).toBe(0);
    const early = taskEvent({ version: 7, second: 90, lastStatus: 'DELETED' });
    expect(taskHistory([...events, early])?.phases.at(-1)).toEqual({
      status: 'DELETED',
      startMs: atMs(130),
      endMs: atMs(130),
    });
  });

  it('follows containers by name: start, end, code and reason', () => {
    const container = (lastStatus: string, more: object = {}) => ({
      name: 'app',
      lastStatus,
      image: 'app:1',
      ...more,
    });
    const history = taskHistory([
      taskEvent({
        version: 1,
        second: 0,
        lastStatus: 'PENDING',
        containers: [{ name: 'late', lastStatus: 'PENDING' }, container('PENDING')],
      }),
      taskEvent({
        version: 2,
        second: 10,
        lastStatus: 'RUNNING',
        startedAt: at(10),
        containers: [container('RUNNING')],
      }),
      taskEvent({
        version: 3,
        second: 20,
        lastStatus: 'STOPPED',
        startedAt: at(10),
        executionStoppedAt: at(19),
        containers: [container('STOPPED', { exitCode: 1, reason: 'boom' })],
      }),
    ]);
    expect(history?.containers).toEqual([
      {
        name: 'app',
        image: 'app:1',
        lastStatus: 'STOPPED',
        startMs: atMs(10),
        endMs: atMs(19),
        exitCode: '1',
        reason: 'boom',
      },
      {
        name: 'late',
        image: null,
        lastStatus: 'PENDING',
        startMs: null,
        endMs: null,
        exitCode: null,
        reason: null,
      },
    ]);
  });
});
