// What one asks of the simulated fleet, and the span of time and size of history that follow.

import { dayMs } from './iso-time.ts';

export interface FleetOptions {
  /** Whole number; the same seed gives the same bytes. */
  readonly seed: number;
  /** The last moment of the history, epoch ms. */
  readonly endMs: number;
  /** Length of the history: at least 7, because the stories need a week. Default: 7, longer when `events` asks for many. */
  readonly days?: number;
  /** Size of the history, met within 2 % from 15,000 on; default: 45,000 for a week. */
  readonly events?: number;
}

export interface History {
  readonly startMs: number;
  readonly endMs: number;
  readonly events: number;
}

const weekDays = 7;
const eventsPerWeek = 45_000;
const daysMax = 90;

/** More events mean both a busier fleet and a longer history. Throws RangeError for a history under a week. */
export function historyOf(options: FleetOptions): History {
  const factor = Math.sqrt((options.events ?? eventsPerWeek) / eventsPerWeek);
  const days = options.days ?? Math.min(daysMax, Math.max(weekDays, Math.round(weekDays * factor)));
  if (!(days >= weekDays))
    throw new RangeError(
      `A simulated history has at least ${weekDays} days; ${days} are too few for its stories.`,
    );
  return {
    startMs: options.endMs - days * dayMs,
    endMs: options.endMs,
    events: options.events ?? Math.round((eventsPerWeek * days) / weekDays),
  };
}
