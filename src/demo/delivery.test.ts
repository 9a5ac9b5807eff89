import { expect, it } from 'vitest';
import { newDelivery, type Replay, type SimulatedEvent } from './delivery.ts';
import { envelope } from './envelope.ts';
import type { Fate } from './world.ts';

const endMs = 10_000_000;
const origin = { account: '111122223333', region: 'eu-central-1' };
const emission = (id: string, atMs: number, fate?: Fate, version = 1) => ({
  envelope: envelope(id, 'ECS Task State Change', origin, atMs, ['arn'], { version }),
  atMs,
  fate,
});

function deliver(emissions: ReturnType<typeof emission>[], replays: Replay[] = []): SimulatedEvent[] {
  const delivery = newDelivery(1, endMs, replays);
  for (const each of emissions) delivery.accept(each);
  const events: SimulatedEvent[] = [];
  for (let event = delivery.take(endMs); event !== undefined; event = delivery.take(endMs))
    events.push(event);
  expect(delivery.accepted()).toBe(events.length);
  return events;
}
const ids = (events: readonly SimulatedEvent[]) => events.map((event) => event.envelope.id);

it('delivers plainly, loses, delays and duplicates as a fate says', () => {
  const events = deliver([
    emission('plain', 1000, { kind: 'plain' }),
    emission('lost', 1000, { kind: 'lost' }),
    emission('late', 1000, { kind: 'late', delayMs: 500_000 }),
    emission('twice', 1000, { kind: 'duplicated', againAfterMs: 60_000 }),
  ]);
  expect(ids(events).sort()).toEqual(['late', 'plain', 'twice', 'twice']);
  expect(events.find((event) => event.envelope.id === 'late')?.arrivalMs).toBe(501_000);
  expect(events.filter((event) => event.envelope.id === 'twice')[1]?.arrivalMs).toBe(61_000);
});

it('puts again under a new id, with everything else equal', () => {
  const [first, second] = deliver([emission('once', 1000, { kind: 'reput', againAfterMs: 9000 })]);
  expect(first?.envelope.id).toBe('once');
  expect(second?.envelope.id).not.toBe('once');
  expect({ ...second?.envelope, id: 'once' }).toEqual(first?.envelope);
});

it('delivers in order of arrival, which is not the order of occurrence', () => {
  const events = deliver(Array.from({ length: 3000 }, (_, index) => emission(`${index}`, index * 300)));
  const arrivals = events.map((event) => event.arrivalMs);
  expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
  const order = ids(events).map(Number);
  expect(order).not.toEqual([...order].sort((a, b) => a - b));
});

it('gives ordinary events their imperfections: about 0.8 % twice, 0.15 % put again, 0.4 % late', () => {
  const count = 40_000;
  const events = deliver(Array.from({ length: count }, (_, index) => emission(`${index}`, index * 10)));
  const seen = new Map<string, number>();
  for (const id of ids(events)) seen.set(id, (seen.get(id) ?? 0) + 1);
  const twice = [...seen.values()].filter((times) => times === 2).length;
  const newIds = [...seen.keys()].filter((id) => id.includes('-')).length;
  const late = events.filter(
    ({ envelope, arrivalMs }) => arrivalMs - Number(envelope.id) * 10 > 100_000,
  ).length;
  expect(twice).toBeGreaterThan(count * 0.006);
  expect(twice).toBeLessThan(count * 0.01);
  expect(newIds).toBeGreaterThan(count * 0.0008);
  expect(newIds).toBeLessThan(count * 0.0025);
  expect(late).toBeGreaterThan(count * 0.0025);
  expect(late).toBeLessThan(count * 0.006);
});

it('never loses an ordinary event', () => {
  const events = deliver(Array.from({ length: 20_000 }, (_, index) => emission(`${index}`, index * 10)));
  expect(new Set(ids(events).filter((id) => !id.includes('-'))).size).toBe(20_000);
});

it('replays a stretch of the archive: same ids, with the name of the replay', () => {
  const replay = { name: 'again', fromMs: 1000, untilMs: 2000, atMs: 50_000 };
  const plain: Fate = { kind: 'plain' };
  const events = deliver(
    [emission('a', 999, plain), emission('b', 1000, plain), emission('c', 2000, plain)],
    [replay],
  );
  expect(ids(events.slice(0, 3)).sort()).toEqual(['a', 'b', 'c']);
  expect(events[3]?.envelope.id).toBe('b');
  expect(events[3]?.envelope['replay-name']).toBe('again');
  expect(Object.keys(events[3]?.envelope ?? {}).at(-1)).toBe('replay-name');
  expect(events[3]?.arrivalMs).toBe(50_000);
});

it('lets what is still under way arrive with the last moment', () => {
  const [event] = deliver([emission('late', endMs - 5, { kind: 'late', delayMs: 3_600_000 })]);
  expect(event?.arrivalMs).toBe(endMs);
});
