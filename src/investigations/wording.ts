// Times, durations and counts as words, the same in every finding. Times are UTC.

import type { TimeRange } from './investigation.ts';

/** `2026-11-20 12:00:03 UTC`; the milliseconds of events are in the tables. */
export function formatTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const units = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1_000 },
] as const;

/**
 * The two largest units, rounded down, so that a duration never reads longer than it was: `2 d 4 h`, `4 min 12 s`; below ten
 * seconds with one decimal, below one second in ms.
 */
export function formatDuration(durationMs: number): string {
  if (durationMs < 0) return `-${formatDuration(-durationMs)}`;
  if (durationMs < 1_000) return `${Math.round(durationMs)} ms`;
  if (durationMs < 10_000) return `${Math.floor(durationMs / 100) / 10} s`;
  const largest = units.findIndex(({ ms }) => durationMs >= ms);
  const [first, second] = [units[largest], units[largest + 1]];
  if (first === undefined) return '';
  const rest = second === undefined ? 0 : Math.floor((durationMs % first.ms) / second.ms);
  const whole = `${Math.floor(durationMs / first.ms)} ${first.name}`;
  return rest === 0 || second === undefined ? whole : `${whole} ${rest} ${second.name}`;
}

/** `1 task`, `3 tasks`. */
export function plural(count: number, singular: string, many = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function formatRange({ startMs, endMs }: TimeRange): string {
  return `between ${formatTime(startMs)} and ${formatTime(endMs)}`;
}

/** The text as a sentence: with a full stop, if it has none. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
