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

/**
 * The range that the options name. `recorded` is asked only when an end is left open. Throws a wrong call that says how
 * to write it.
 */
export async function parseRange(
  options: RangeOptions,
  nowMs: number,
  recorded: () => Promise<TimeRange>,
): Promise<TimeRange> {
  const given = givenRange(options, nowMs);
  const range = complete(
    given,
    given.startMs === undefined || given.endMs === undefined ? await recorded() : undefined,
  );
  if (range.startMs <= range.endMs) return range;
  throw wrongCall(`The range ends (${iso(range.endMs)}) before it begins (${iso(range.startMs)}).`);
}

interface GivenRange {
  readonly startMs?: number;
  readonly endMs?: number;
}

function givenRange(options: RangeOptions, nowMs: number): GivenRange {
  if (options.since !== undefined && options.start !== undefined) {
    throw wrongCall('--since and --start both say where the range begins; use one of them.');
  }
  const end = options.end === undefined ? {} : { endMs: timeOption('--end', options.end, nowMs) };
  if (options.start !== undefined) return { ...end, startMs: timeOption('--start', options.start, nowMs) };
  if (options.since === undefined) return end;
  return { endMs: end.endMs ?? nowMs, startMs: sinceOption(options.since, end.endMs ?? nowMs) };
}

/** An open end lies at the edge of what is recorded, or at the given end where that is beyond it. */
function complete({ startMs, endMs }: GivenRange, recorded: TimeRange | undefined): TimeRange {
  const edges = recorded ?? { startMs: 0, endMs: 0 };
  return {
    startMs: startMs ?? Math.min(edges.startMs, endMs ?? edges.startMs),
    endMs: endMs ?? Math.max(edges.endMs, startMs ?? edges.endMs),
  };
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
