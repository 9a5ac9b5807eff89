// Points in time as people read them, in UTC or in the browser's own zone: chosen once, in the top navigation.

import { formatDuration } from './quantities.ts';

export type Zone = 'utc' | 'local';

interface Parts {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

function partsOf(timeMs: number, zone: Zone): Parts {
  const date = new Date(timeMs);
  const utc = zone === 'utc';
  return {
    year: utc ? date.getUTCFullYear() : date.getFullYear(),
    month: (utc ? date.getUTCMonth() : date.getMonth()) + 1,
    day: utc ? date.getUTCDate() : date.getDate(),
    hour: utc ? date.getUTCHours() : date.getHours(),
    minute: utc ? date.getUTCMinutes() : date.getMinutes(),
    second: utc ? date.getUTCSeconds() : date.getSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-22 14:00:00`, with milliseconds only where there are some. */
export function formatTime(timeMs: number, zone: Zone): string {
  const { year, month, day, millisecond } = partsOf(timeMs, zone);
  const fraction = millisecond === 0 ? '' : `.${String(millisecond).padStart(3, '0')}`;
  return `${year}-${two(month)}-${two(day)} ${formatClock(timeMs, zone)}${fraction}`;
}

/** `2026-11-22 14:00:00.000`, as query results show timestamps. */
export function formatTimestamp(timeMs: number, zone: Zone): string {
  const text = formatTime(timeMs, zone);
  return text.includes('.') ? text : `${text}.000`;
}

/** `14:00:00`. */
export function formatClock(timeMs: number, zone: Zone): string {
  const { hour, minute, second } = partsOf(timeMs, zone);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

/** A tick of an axis whose ticks are `stepMs` apart: the day at midnight, else the time, with seconds where they differ. */
export function formatTick(timeMs: number, stepMs: number, zone: Zone): string {
  const { month, day, hour, minute, second, millisecond } = partsOf(timeMs, zone);
  if (stepMs < 1_000) return `${two(minute)}:${two(second)}.${String(millisecond).padStart(3, '0')}`;
  if (hour === 0 && minute === 0 && second === 0) return `${months[month - 1]} ${day}`;
  return stepMs < 60_000 ? `${two(hour)}:${two(minute)}:${two(second)}` : `${two(hour)}:${two(minute)}`;
}

/** `3 min ago`; `just now` within the last ten seconds. */
export function formatAgo(timeMs: number, nowMs: number): string {
  const agoMs = nowMs - timeMs;
  if (agoMs < 10_000) return 'just now';
  return `${formatDuration(roundedTo(agoMs))} ago`;
}

/** One unit is enough for an age: 3 h 20 min ago says no more than 3 h ago. */
function roundedTo(ageMs: number): number {
  const unitMs = [86_400_000, 3_600_000, 60_000, 1_000].find((unit) => ageMs >= unit) ?? 1;
  return Math.floor(ageMs / unitMs) * unitMs;
}

/** The epoch milliseconds of a result cell such as `2026-11-22 14:00:00.000` (always UTC), or undefined. */
export function parseTimestamp(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,3})?$/.test(text)) return undefined;
  const timeMs = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(timeMs) ? undefined : timeMs;
}
