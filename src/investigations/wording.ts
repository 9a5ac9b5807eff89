// Times, durations and counts as words, the same in every finding. Times are UTC.

import type { TimeRange } from './investigation.ts';

/** `2026-11-20 12:00:03 UTC`; the milliseconds of events are in the tables. */
export function formatTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** The two largest units that matter: `850 ms`, `12.3 s`, `4 min 12 s`, `3 h 20 min`, `2 d 4 h`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1).replace(/\.0$/, '')} s`;
  if (ms < 3_600_000) return pair(Math.round(ms / 1000), 60, 'min', 's');
  if (ms < 86_400_000) return pair(Math.round(ms / 60_000), 60, 'h', 'min');
  return pair(Math.round(ms / 3_600_000), 24, 'd', 'h');
}

function pair(small: number, smallPerLarge: number, largeUnit: string, smallUnit: string): string {
  const rest = small % smallPerLarge;
  const large = `${Math.floor(small / smallPerLarge)} ${largeUnit}`;
  return rest === 0 ? large : `${large} ${rest} ${smallUnit}`;
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
