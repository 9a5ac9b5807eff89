// From emission to arrival: EventBridge delivers at least once and in no particular order (ecs-events reference 1.2).
// Ordinary events arrive within seconds; a few come twice, late, or again under another id; stories decide for theirs.

import type { Envelope } from './envelope.ts';
import { hourMs, minuteMs, secondMs } from './iso-time.ts';
import { type Random, random } from './prng.ts';
import { timeQueue } from './schedule.ts';
import type { Emission } from './world.ts';

/** An event as it reaches a consumer. */
export interface SimulatedEvent {
  readonly envelope: Envelope;
  readonly arrivalMs: number;
}

/** A stretch of the archive that somebody replays later: same ids, plus the name of the replay (reference 18.24). */
export interface Replay {
  readonly name: string;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly atMs: number;
}

export interface Delivery {
  accept(emission: Emission): void;
  /** The next event that has arrived by then. */
  take(untilMs: number): SimulatedEvent | undefined;
  /** Deliveries so far, those under way included. */
  accepted(): number;
}

/** Shares of ordinary events that do not simply arrive. */
const duplicateRate = 0.008;
const reputRate = 0.0015;
const lateByMinutesRate = 0.004;
const lateByHoursRate = 0.0004;

/** How much faster than the events happened an archive is replayed. */
const replaySpeed = 20;

export function newDelivery(seed: number, endMs: number, replays: readonly Replay[]): Delivery {
  const rng = random(seed, 'delivery');
  const underWay = timeQueue<Envelope>();
  let accepted = 0;

  // Whatever is still under way at the end of the recording arrives with its last moment.
  const send = (envelope: Envelope, arrivalMs: number) => {
    accepted++;
    underWay.push(Math.min(arrivalMs, endMs), envelope);
  };

  return {
    accept({ envelope, atMs, fate }) {
      const arrivalMs = atMs + transportMs(rng);
      for (const { name, fromMs, untilMs, atMs: replayMs } of replays)
        if (atMs >= fromMs && atMs < untilMs)
          send({ ...envelope, 'replay-name': name }, replayMs + Math.floor((atMs - fromMs) / replaySpeed));
      if (fate === undefined) sendOrdinary(rng, envelope, arrivalMs, send);
      else if (fate.kind === 'late') send(envelope, atMs + fate.delayMs);
      else if (fate.kind !== 'lost') send(envelope, arrivalMs);
      if (fate?.kind === 'duplicated') send(envelope, atMs + fate.againAfterMs);
      if (fate?.kind === 'reput') send({ ...envelope, id: rng.uuid() }, atMs + fate.againAfterMs);
    },
    take(untilMs) {
      if (underWay.nextMs() > untilMs) return undefined;
      const entry = underWay.pop();
      return entry === undefined ? undefined : { envelope: entry.item, arrivalMs: entry.atMs };
    },
    accepted: () => accepted,
  };
}

function transportMs(rng: Random): number {
  return 180 + Math.floor(rng.unit() ** 3 * 2600);
}

function sendOrdinary(
  rng: Random,
  envelope: Envelope,
  arrivalMs: number,
  send: (envelope: Envelope, arrivalMs: number) => void,
): void {
  const draw = rng.unit();
  if (draw < lateByHoursRate) send(envelope, arrivalMs + rng.int(1 * hourMs, 5 * hourMs));
  else if (draw < lateByMinutesRate) send(envelope, arrivalMs + rng.int(2 * minuteMs, 40 * minuteMs));
  else send(envelope, arrivalMs);
  if (draw > 1 - duplicateRate) send(envelope, arrivalMs + rng.int(1, 90) * secondMs);
  // Only what carries a version can be recognised without its id.
  else if (draw > 1 - duplicateRate - reputRate && envelope.detail.version !== undefined)
    send({ ...envelope, id: rng.uuid() }, arrivalMs + rng.int(1, 30) * minuteMs);
}
