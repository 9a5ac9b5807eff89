import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { newDelivery, type SimulatedEvent } from '../delivery.ts';
import { archiveReplay, duplicates, lateDelivery, reputs } from './deliveries.ts';
import type { ScriptWriter } from './story.ts';

/** The arrivals of the story's task. */
function arrivals(write: ScriptWriter): SimulatedEvent[] {
  const rehearsal = rehearse(write);
  const delivery = newDelivery(1, Number.POSITIVE_INFINITY, []);
  const ours = rehearsal.emissions.filter(
    ({ envelope }) => envelope.detail.taskArn === rehearsal.stories[0]?.taskArn,
  );
  expect(ours).toHaveLength(Number(rehearsal.stories[0]?.facts.versions));
  for (const emission of ours) delivery.accept(emission);
  const events: SimulatedEvent[] = [];
  for (
    let event = delivery.take(Number.MAX_VALUE);
    event !== undefined;
    event = delivery.take(Number.MAX_VALUE)
  )
    events.push(event);
  return events;
}
const versions = (events: readonly SimulatedEvent[]) => events.map(({ envelope }) => envelope.detail.version);

it('late: all arrive hours after they happened, the stop before the start', () => {
  const events = arrivals(lateDelivery);
  expect(versions(events).indexOf(7)).toBeLessThan(versions(events).indexOf(1));
  for (const { envelope, arrivalMs } of events)
    expect(arrivalMs - Date.parse(envelope.time)).toBeGreaterThan(90 * 60_000);
});

it('twice, with the same id', () => {
  const events = arrivals(duplicates);
  expect(events).toHaveLength(14);
  expect(new Set(events.map(({ envelope }) => envelope.id)).size).toBe(7);
});

it('put again: another id, the same content', () => {
  const events = arrivals(reputs);
  expect(events).toHaveLength(14);
  expect(new Set(events.map(({ envelope }) => envelope.id)).size).toBe(14);
  expect(new Set(events.map(({ envelope }) => JSON.stringify(envelope.detail))).size).toBe(7);
});

it('replays the hour of the bad deployment', () => {
  const stage = rehearse(archiveReplay);
  expect(stage.emissions).toEqual([]);
  expect(stage.stories[0]?.facts.replayName).toBe('after-checkout-incident');
});
