// The time range that all pages share, as the address keeps it: `since=3h`, `since=recorded`, or `start=…&end=…` in ISO 8601.
// Plain functions; use-time-range.ts joins them to the address and to what is recorded.

import type { TimeRange } from '../../src/investigations/investigation.ts';

export type { TimeRange };

export type RangeUnit = 'minute' | 'hour' | 'day' | 'week';

/** What was chosen; `recorded` is from the first recorded event to the last. */
export type RangeChoice =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'relative'; readonly amount: number; readonly unit: RangeUnit }
  | { readonly kind: 'absolute'; readonly startMs: number; readonly endMs: number };

/** `recent` when the page is about now (the overview, queries), `history` when it is about what happened (questions). */
export type RangePurpose = 'recent' | 'history';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const unitMs: Readonly<Record<RangeUnit, number>> = {
  minute: minuteMs,
  hour: 60 * minuteMs,
  day: dayMs,
  week: 7 * dayMs,
};
const unitLetters: Readonly<Record<string, RangeUnit>> = { m: 'minute', h: 'hour', d: 'day', w: 'week' };

const parameterNames = ['since', 'start', 'end'] as const;

/** The choice in an address, or null when there is none that can be read. */
export function readChoice(params: URLSearchParams): RangeChoice | null {
  const since = params.get('since');
  if (since === 'recorded') return { kind: 'recorded' };
  const [, amount, letter] = /^([1-9]\d{0,4})([mhdw])$/.exec(since ?? '') ?? [];
  const unit = unitLetters[letter ?? ''];
  if (unit !== undefined) return { kind: 'relative', amount: Number(amount), unit };
  const startMs = Date.parse(params.get('start') ?? '');
  const endMs = Date.parse(params.get('end') ?? '');
  return startMs <= endMs ? { kind: 'absolute', startMs, endMs } : null;
}

/** `params` with the choice in place of any other. */
export function writeChoice(params: URLSearchParams, choice: RangeChoice): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const name of parameterNames) written.delete(name);
  for (const [name, value] of Object.entries(choiceParams(choice))) written.set(name, value);
  return written;
}

function choiceParams(choice: RangeChoice): Readonly<Record<string, string>> {
  switch (choice.kind) {
    case 'recorded':
      return { since: 'recorded' };
    case 'relative':
      return { since: `${choice.amount}${choice.unit[0]}` };
    case 'absolute':
      return { start: new Date(choice.startMs).toISOString(), end: new Date(choice.endMs).toISOString() };
  }
}

/** The part of an address that says the time range, to carry along from page to page; empty, or beginning with `?`. */
export function rangeSearch(params: URLSearchParams): string {
  const choice = readChoice(params);
  return choice === null ? '' : `?${writeChoice(new URLSearchParams(), choice)}`;
}

interface Extent {
  readonly firstEventMs: number | null;
  readonly lastEventMs: number | null;
}

/** From the first recorded event to the last, or null when nothing is recorded. */
export function recordedRange(groups: readonly Extent[]): TimeRange | null {
  const firsts = groups.map((group) => group.firstEventMs).filter((ms) => ms !== null);
  const lasts = groups.map((group) => group.lastEventMs).filter((ms) => ms !== null);
  return firsts.length === 0 ? null : { startMs: Math.min(...firsts), endMs: Math.max(...lasts) };
}

/**
 * What a page shows before anybody chose. History pages show all of it; others the last day,
 * unless the recording ended before that: then all of it too, rather than an empty page.
 */
export function defaultChoice(purpose: RangePurpose, recorded: TimeRange | null, nowMs: number): RangeChoice {
  const lastDay: RangeChoice = { kind: 'relative', amount: 1, unit: 'day' };
  if (recorded === null) return lastDay;
  return purpose === 'recent' && recorded.endMs >= nowMs - dayMs ? lastDay : { kind: 'recorded' };
}

/** The choice as times, both inclusive. */
export function resolveRange(choice: RangeChoice, recorded: TimeRange | null, nowMs: number): TimeRange {
  switch (choice.kind) {
    case 'recorded':
      return recorded ?? { startMs: nowMs - dayMs, endMs: nowMs };
    case 'relative':
      return { startMs: nowMs - choice.amount * unitMs[choice.unit], endMs: nowMs };
    case 'absolute':
      return { startMs: choice.startMs, endMs: choice.endMs };
  }
}

/** `Last 3 hours`, `Last day`. */
export const describeRelative = (amount: number, unit: string): string =>
  amount === 1 ? `Last ${unit}` : `Last ${amount} ${unit}s`;
