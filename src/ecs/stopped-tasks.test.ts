// Tasks are counted, not events; groups have one explanation.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { groupStops, reasonOf, type StopSighting, stoppedTasks } from './stopped-tasks.ts';

const sighting = (taskId: string, version: number, more: Partial<StopSighting> = {}): StopSighting => ({
  eventId: `${taskId}-${version}`,
  taskId,
  taskArn: null,
  serviceArn: null,
  cluster: 'prod',
  version,
  atMs: version * 1000,
  lastStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [],
  taskDefinition: 'web:1',
  deploymentId: 'ecs-svc/1',
  startedMs: null,
  stoppingMs: null,
  stoppedMs: null,
  ...more,
});
const exit = (exitCode: string, reason: string | null = null, name = 'app') => ({ name, exitCode, reason });

describe('stoppedTasks', () => {
  it('takes the highest version of each task, newest stop first, in any order', () => {
    const sightings = [
      sighting('a', 4, { containers: [], stoppingMs: 4000 }),
      sighting('a', 6, { containers: [exit('1')], stoppingMs: 4000, startedMs: 1000 }),
      sighting('a', 5, { containers: [exit('9')], stoppingMs: 4000 }),
      sighting('b', 3, { stoppedMs: 9000 }),
    ];
    for (const order of orders(sightings)) {
      const tasks = stoppedTasks([...order, ...order], true);
      expect(tasks.map(({ last, entry, atMs, ranMs }) => [last.eventId, entry.id, atMs, ranMs])).toEqual([
        ['b-3', 'essential-container-exited', 9000, null],
        ['a-6', 'exit-1', 4000, 3000],
      ]);
    }
  });

  it('chooses among equal versions by time, then by event id', () => {
    const later = sighting('a', 2, { eventId: 'z', atMs: 7000, containers: [exit('2')] });
    const twin = sighting('a', 2, { eventId: 'y', atMs: 7000, containers: [exit('3')] });
    for (const order of orders([sighting('a', 2), later, twin])) {
      expect(stoppedTasks(order, true)[0]?.last.eventId).toBe('y');
    }
  });
});

describe('groupStops', () => {
  const killed = exit('137', 'OutOfMemoryError: Container killed due to memory usage');
  const tasks = stoppedTasks(
    [
      sighting('a', 1, {
        containers: [exit('0', null, 'ecs-service-connect-x1Y2'), killed],
        startedMs: 0,
        atMs: 60_000,
      }),
      sighting('b', 1, {
        containers: [killed, exit('0', null, 'ecs-service-connect-QQQ')],
        startedMs: 0,
        atMs: 20_000,
      }),
      sighting('c', 1, { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'new words' }),
      sighting('d', 1, { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'other words' }),
    ],
    true,
  );

  it('puts the largest group first, with exit codes by container and the median run', () => {
    const [first] = groupStops(tasks);
    expect(first?.entry.id).toBe('out-of-memory');
    expect(first?.tasks.map(({ last, container }) => [last.taskId, container])).toEqual([
      ['a', 'app'],
      ['b', 'app'],
    ]);
    expect(first?.exitCodes).toEqual([
      { text: 'app 137', count: 2 },
      { text: 'ecs-service-connect 0', count: 2 },
    ]);
    expect(first?.medianRanMs).toBe(20_000);
    expect(first?.reason).toBe('OutOfMemoryError: Container killed due to memory usage');
  });

  it('tells unknown reasons apart by their text', () => {
    expect(
      groupStops(tasks)
        .map(({ entry, reason }) => [entry.class, reason])
        .slice(1),
    ).toEqual([
      ['unknown', 'new words'],
      ['unknown', 'other words'],
    ]);
  });
});

it('quotes the container where the task says only that one ended', () => {
  const reason = (stoppedReason: string | null) =>
    reasonOf(
      stoppedTasks([sighting('a', 1, { stoppedReason, containers: [exit('1', 'boom')] })], true)[0] as never,
    );
  expect(reason('Essential container in task exited')).toBe('boom');
  expect(reason('Task failed to start')).toBe('boom');
  expect(reason('Task failed to start: quota')).toBe('Task failed to start: quota');
  expect(reason(null)).toBe('boom');
});
