// The time axis that timelines and charts share: from milliseconds to pixels, with ticks at round times of the chosen zone.

import { scaleTime, scaleUtc } from 'd3-scale';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import { formatTick, formatTime, type Zone } from '../format/time.ts';

export interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface TimeAxis {
  readonly left: number;
  readonly right: number;
  /** Pixels of a time; outside of the range it lies outside of left and right. */
  readonly x: (timeMs: number) => number;
  readonly ticks: readonly Tick[];
  /** The day, when the ticks do not say it. */
  readonly caption: string;
}

const pixelsPerTick = 96;

export function timeAxis(range: TimeRange, left: number, right: number, zone: Zone): TimeAxis {
  // A range without length would put everything at the left edge; one second around it reads better.
  const [startMs, endMs] =
    range.endMs > range.startMs ? [range.startMs, range.endMs] : [range.startMs - 500, range.startMs + 500];
  const scale = (zone === 'utc' ? scaleUtc() : scaleTime()).domain([startMs, endMs]).range([left, right]);
  const times = scale
    .ticks(Math.max(2, Math.floor((right - left) / pixelsPerTick)))
    .map((date) => date.getTime());
  const stepMs = (times[1] ?? endMs) - (times[0] ?? startMs);
  const ticks = times.map((timeMs) => ({ x: scale(timeMs), label: formatTick(timeMs, stepMs, zone) }));
  const startDay = formatTime(startMs, zone).slice(0, 10);
  const saysDay = ticks.some(({ label }) => /^[A-Z]/.test(label));
  return {
    left,
    right,
    x: (timeMs) => scale(timeMs),
    ticks,
    caption: saysDay ? startDay.slice(0, 4) : startDay,
  };
}
