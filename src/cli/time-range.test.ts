// The table of what people type for a time, with the milliseconds they mean.
import { describe, expect, it } from 'vitest';
import { CliFailure } from './failure.ts';
import { parseDuration, parseRange, parseTime } from './time-range.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const hour = 3_600_000;

describe('durations', () => {
  it.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['3h', 3 * hour],
    ['7d', 7 * 24 * hour],
    ['2w', 14 * 24 * hour],
    ['1d12h', 36 * hour],
    ['1.5h', 1.5 * hour],
    ['250ms', 250],
    ['3H', 3 * hour],
  ])('%s', (text, expected) => expect(parseDuration(text)).toBe(expected));

  it.each(['', '3', 'h', '3 fortnights', '-3h', '3h!'])('%j is none', (text) =>
    expect(parseDuration(text)).toBeUndefined(),
  );
});

describe('times', () => {
  it.each([
    ['now', now],
    ['3h', now - 3 * hour],
    ['-3h', now - 3 * hour],
    ['3h ago', now - 3 * hour],
    ['2026-11-20', Date.UTC(2026, 10, 20)],
    ['2026-11-20T06:30', Date.UTC(2026, 10, 20, 6, 30)],
    ['2026-11-20 06:30:15', Date.UTC(2026, 10, 20, 6, 30, 15)],
    ['2026-11-20T06:30:15.250Z', Date.UTC(2026, 10, 20, 6, 30, 15, 250)],
    ['2026-11-20T06:30:15.123456789Z', Date.UTC(2026, 10, 20, 6, 30, 15, 123)],
    ['2026-11-20T06:30:00+02:00', Date.UTC(2026, 10, 20, 4, 30)],
    ['1763812800', 1_763_812_800_000],
    ['1763812800123', 1_763_812_800_123],
    ['0', 0],
  ])('%s', (text, expected) => expect(parseTime(text, now)).toBe(expected));

  it.each(['yesterday', '2026-13-01', '20:15', '2026-11-20T25:00', ''])('%j is none', (text) =>
    expect(parseTime(text, now)).toBeUndefined(),
  );
});

describe('ranges', () => {
  const recorded = async () => ({ startMs: now - 100 * hour, endMs: now });

  it.each([
    ['nothing given: everything recorded', {}, now - 100 * hour, now],
    ['since', { since: '3h' }, now - 3 * hour, now],
    ['since before an end', { since: '3h', end: '2026-11-20T12:00:00Z' }, now - 51 * hour, now - 48 * hour],
    ['start alone', { start: '2h' }, now - 2 * hour, now],
    ['end alone', { end: '2h' }, now - 100 * hour, now - 2 * hour],
    ['an end before the records', { end: '200h' }, now - 200 * hour, now - 200 * hour],
    ['a start after the records', { start: '2027-01-01' }, Date.UTC(2027, 0, 1), Date.UTC(2027, 0, 1)],
  ])('%s', async (_, options, startMs, endMs) =>
    expect(await parseRange(options, now, recorded)).toEqual({ startMs, endMs }),
  );

  it('asks what is recorded only for an open end', async () => {
    const refuse = () => Promise.reject(new Error('asked'));
    await parseRange({ since: '3h' }, now, refuse);
    await parseRange({ start: '3h', end: '1h' }, now, refuse);
    await expect(parseRange({ start: '3h' }, now, refuse)).rejects.toThrowError('asked');
  });

  it.each([
    ['two beginnings', { since: '3h', start: '2h' }],
    ['no duration', { since: 'yesterday' }],
    ['no time', { start: 'soon' }],
    ['an end before the beginning', { start: '1h', end: '2h' }],
  ])('%s is a wrong call', async (_, options) => {
    await expect(parseRange(options, now, recorded)).rejects.toThrowError(CliFailure);
  });
});
