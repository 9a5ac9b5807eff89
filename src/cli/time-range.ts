// `--since 3h`, `--start T --end T`: the words people use for a time range, as epoch milliseconds.
// Without any of them the range is everything recorded, which the caller knows.

import type { TimeRange } from '../investigations/investigation.ts';
import { wrongCall } from './failure.ts';

const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `90s`, `30m`, `3h`, `7d`, `2w`, and sums of them (`1d12h`); undefined when the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const compact = text.trim().toLowerCase();
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d|w))+$/.test(compact)) return undefined;
  let totalMs = 0;
  for (const [, count, unit] of compact.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)) {
    totalMs += Number(count) * (unitMs[unit ?? ''] ?? 0);
  }
  return Math.round(totalMs);
}

/** Epoch seconds have ten digits until the year 2286 and epoch milliseconds thirteen; eleven divides them. */
const epochSecondDigitsMax = 11;

/**
 * `now`, a duration ago (`3h`, `-3h`), epoch seconds or milliseconds, or ISO 8601. A time without a zone is UTC, as
 * every time that Shiplog prints. Undefined when the text is none of these.
 */
export function parseTime(text: string, nowMs: number): number | undefined {
  const trimmed = text.trim();
  if (trimmed === 'now') return nowMs;
  const agoMs = parseDuration(trimmed.replace(/^-|\s+ago$/g, ''));
  if (agoMs !== undefined) return nowMs - agoMs;
  if (/^\d+$/.test(trimmed)) {
    return trimmed.length <= epochSecondDigitsMax ? Number(trimmed) * 1_000 : Number(trimmed);
  }
  const iso =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      trimmed,
    );
  if (!iso) return undefined;
  const [, day, time = '00:00', zone = 'Z'] = iso;
  const parsedMs = Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  return Number.isNaN(parsedMs) ? undefined : parsedMs;
}

export interface RangeOptions {
  readonly since?: string;
  readonly start?: string;
  readonly end?: string;
}

/** The range that the options name; an end that is left out is open. Throws a wrong call that says how to write it. */
export function parseRange(options: RangeOptions, nowMs: number, recorded: TimeRange): TimeRange {
  if (options.since !== undefined && options.start !== undefined) {
    throw wrongCall('--since and --start both say where the range begins; use one of them.');
  }
  const endMs = options.end === undefined ? undefined : timeOption('--end', options.end, nowMs);
  const startMs =
    options.since !== undefined
      ? sinceOption(options.since, endMs ?? nowMs)
      : options.start === undefined
        ? undefined
        : timeOption('--start', options.start, nowMs);
  const range = {
    startMs: startMs ?? Math.min(recorded.startMs, endMs ?? recorded.startMs),
    endMs: endMs ?? Math.max(recorded.endMs, nowMs, startMs ?? 0),
  };
  if (range.startMs > range.endMs) {
    throw wrongCall(`The range ends (${iso(range.endMs)}) before it begins (${iso(range.startMs)}).`);
  }
  return range;
}

function timeOption(flag: string, text: string, nowMs: number): number {
  const timeMs = parseTime(text, nowMs);
  if (timeMs !== undefined) return timeMs;
  throw wrongCall(
    `${flag} ${text}: not a time. Write ISO 8601 (2026-11-22T14:00:00Z), epoch seconds or milliseconds, a duration ago (3h) or now.`,
  );
}

function sinceOption(text: string, endMs: number): number {
  const durationMs = parseDuration(text);
  if (durationMs !== undefined) return endMs - durationMs;
  throw wrongCall(
    `--since ${text}: not a duration. Write 90s, 30m, 3h, 7d or 2w; for a point in time use --start.`,
  );
}

const iso = (timeMs: number): string => new Date(timeMs).toISOString();
