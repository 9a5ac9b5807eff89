// Intervals of ownership: several owners in time, open ends, overlaps.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { type InterfaceSighting, overlaps, ownerIntervals, ownersAt } from './ownership.ts';

const sighting = (
  ownerId: string,
  version: number,
  atMs: number,
  more: Partial<InterfaceSighting> = {},
): InterfaceSighting => ({
  eventId: `${ownerId}-${version}`,
  ownerKind: 'task',
  ownerId,
  ownerArn: null,
  cluster: 'prod',
  service: 'web',
  taskDefinition: 'web:1',
  version,
  atMs,
  usedMs: null,
  lastStatus: 'RUNNING',
  stoppedMs: null,
  eniIds: ['eni-1'],
  macAddresses: [],
  addresses: ['10.0.0.1'],
  attachmentIds: [],
  attachmentStatuses: ['ATTACHED'],
  ...more,
});
const stopped = { lastStatus: 'STOPPED', attachmentStatuses: ['DELETED'] };

describe('ownerIntervals', () => {
  const sightings = [
    sighting('a', 2, 100),
    sighting('a', 3, 110),
    sighting('a', 6, 900, { ...stopped, stoppedMs: 899 }),
    sighting('b', 2, 1000),
    sighting('b', 4, 1500, { attachmentStatuses: ['DELETED'], lastStatus: 'DEPROVISIONING' }),
    sighting('b', 5, 1600, stopped),
    sighting('c', 2, 2000),
  ];

  it('gives one interval for each owner, oldest first, in any order', () => {
    for (const order of orders(sightings)) {
      const intervals = ownerIntervals([...order, ...order]);
      expect(intervals.map(({ owner, fromMs, toMs }) => [owner.eventId, fromMs, toMs])).toEqual([
        ['a-6', 100, 899],
        ['b-5', 1000, 1500],
        ['c-2', 2000, null],
      ]);
      expect(intervals[0]?.eventIds).toEqual(['a-2', 'a-3', 'a-6']);
    }
  });

  it('picks the owner of a moment, ends included', () => {
    const intervals = ownerIntervals(sightings);
    const at = (ms: number) => ownersAt(intervals, ms).map(({ owner }) => owner.ownerId);
    expect([at(99), at(100), at(899), at(950), at(1200), at(9000)]).toEqual([
      [],
      ['a'],
      ['a'],
      [],
      ['b'],
      ['c'],
    ]);
  });

  it('begins when the task used it, where its first events are missing', () => {
    const late = sighting('a', 6, 900, { ...stopped, usedMs: 120 });
    expect(ownerIntervals([late])[0]).toMatchObject({ fromMs: 120, toMs: 900 });
    expect(ownerIntervals([sighting('a', 2, 100), late])[0]?.fromMs).toBe(100);
  });

  it('does not end while one of two interfaces is still attached', () => {
    const half = sighting('a', 4, 500, { attachmentStatuses: ['DELETED', 'ATTACHED'] });
    expect(ownerIntervals([sighting('a', 2, 100), half])[0]?.toMs).toBeNull();
  });

  it('finds owners at the same time', () => {
    const intervals = ownerIntervals([...sightings, sighting('other', 1, 150, { cluster: 'staging' })]);
    expect(overlaps(intervals).map(([one, other]) => [one.owner.ownerId, other.owner.ownerId])).toEqual([
      ['a', 'other'],
      ['other', 'b'],
      ['other', 'c'],
    ]);
    expect(overlaps(ownerIntervals(sightings))).toEqual([]);
  });
});
