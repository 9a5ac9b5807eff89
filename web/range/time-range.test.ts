import { expect, it } from 'vitest';
import {
  defaultChoice,
  type RangeChoice,
  rangeSearch,
  readChoice,
  recordedRange,
  resolveRange,
  writeChoice,
} from './time-range.ts';

const nowMs = Date.parse('2026-11-22T12:00:00Z');
const hourMs = 3_600_000;

it.each<RangeChoice>([
  { kind: 'recorded' },
  { kind: 'relative', amount: 15, unit: 'minute' },
  { kind: 'relative', amount: 2, unit: 'week' },
  { kind: 'absolute', startMs: nowMs - hourMs, endMs: nowMs },
])('an address keeps %o', (choice) => {
  const written = writeChoice(new URLSearchParams('service=orders&since=1d&start=x'), choice);
  expect(readChoice(written)).toEqual(choice);
  expect(written.get('service')).toBe('orders');
});

it('writes addresses that people can read', () => {
  const params = writeChoice(new URLSearchParams(), { kind: 'absolute', startMs: nowMs, endMs: nowMs });
  expect(params.get('start')).toBe('2026-11-22T12:00:00.000Z');
  expect(writeChoice(params, { kind: 'relative', amount: 3, unit: 'hour' }).toString()).toBe('since=3h');
});

it.each([
  '',
  'since=0h',
  'since=3x',
  'start=2026-11-22T12:00:00Z',
  'start=2026-11-23&end=2026-11-22',
  'start=a&end=b',
])('takes no choice from "%s"', (search) => expect(readChoice(new URLSearchParams(search))).toBeNull());

it('carries only the range from page to page', () => {
  expect(rangeSearch(new URLSearchParams('q=stats&since=3h'))).toBe('?since=3h');
  expect(rangeSearch(new URLSearchParams('q=stats'))).toBe('');
});

it('finds the extent of what is recorded, empty groups aside', () => {
  const groups = [
    { firstEventMs: 20, lastEventMs: 30 },
    { firstEventMs: null, lastEventMs: null },
    { firstEventMs: 10, lastEventMs: 25 },
  ];
  expect(recordedRange(groups)).toEqual({ startMs: 10, endMs: 30 });
  expect(recordedRange(groups.slice(1, 2))).toBeNull();
});

it('chooses the last day for pages about now, unless nothing was recorded in it', () => {
  const lastDay = { kind: 'relative', amount: 1, unit: 'day' };
  const live = { startMs: 0, endMs: nowMs - hourMs };
  const ended = { startMs: 0, endMs: nowMs - 30 * hourMs };
  expect(defaultChoice('recent', live, nowMs)).toEqual(lastDay);
  expect(defaultChoice('recent', ended, nowMs)).toEqual({ kind: 'recorded' });
  expect(defaultChoice('history', live, nowMs)).toEqual({ kind: 'recorded' });
  expect(defaultChoice('history', null, nowMs)).toEqual(lastDay);
});

it('resolves a choice to times', () => {
  const recorded = { startMs: 5, endMs: 9 };
  expect(resolveRange({ kind: 'recorded' }, recorded, nowMs)).toEqual(recorded);
  expect(resolveRange({ kind: 'relative', amount: 3, unit: 'hour' }, recorded, nowMs)).toEqual({
    startMs: nowMs - 3 * hourMs,
    endMs: nowMs,
  });
  expect(resolveRange({ kind: 'absolute', startMs: 1, endMs: 2 }, null, nowMs)).toEqual({
    startMs: 1,
    endMs: 2,
  });
});
