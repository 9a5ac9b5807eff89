import { describe, expect, it } from 'vitest';
import { InvalidExpression, readExpression } from './schedule-expression.ts';

const at = (iso: string): number => Date.parse(iso);
const iso = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : new Date(ms).toISOString().replace(':00.000Z', 'Z');

/** The next times after `from`, in UTC. */
function times(expression: string, from: string, count: number, timezone = 'UTC'): (string | undefined)[] {
  const recurrence = readExpression(expression, timezone, at(from));
  const found: (string | undefined)[] = [];
  for (let ms = at(from); found.length < count; ) {
    const next = recurrence.next(ms);
    found.push(iso(next));
    if (next === undefined) break;
    ms = next;
  }
  return found;
}

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html and
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html: their examples, the days counted by hand.
describe('cron(…) as AWS writes it', () => {
  const table: readonly (readonly [string, string, readonly (string | undefined)[]])[] = [
    ['cron(0 10 * * ? *)', '2026-11-22T12:00Z', ['2026-11-23T10:00Z', '2026-11-24T10:00Z']],
    ['cron(15 12 * * ? *)', '2026-11-22T12:15Z', ['2026-11-23T12:15Z', '2026-11-24T12:15Z']],
    ['cron(0 18 ? * MON-FRI *)', '2026-11-27T12:00Z', ['2026-11-27T18:00Z', '2026-11-30T18:00Z']],
    ['cron(0 8 1 * ? *)', '2026-11-22T00:00Z', ['2026-12-01T08:00Z', '2027-01-01T08:00Z']],
    ['cron(0/15 * * * ? *)', '2026-11-22T23:40Z', ['2026-11-22T23:45Z', '2026-11-23T00:00Z']],
    ['cron(0/10 * ? * MON-FRI *)', '2026-11-27T23:45Z', ['2026-11-27T23:50Z', '2026-11-30T00:00Z']],
    [
      'cron(0/5 8-17 ? * MON-FRI *)',
      '2026-11-23T17:50Z',
      ['2026-11-23T17:55Z', '2026-11-24T08:00Z', '2026-11-24T08:05Z'],
    ],
    ['cron(15 10 ? * 6L 2026-2027)', '2026-11-22T00:00Z', ['2026-11-27T10:15Z', '2026-12-25T10:15Z']],
    ['cron(0/30 20-2 ? * MON-FRI *)', '2026-11-23T20:15Z', ['2026-11-23T20:30Z', '2026-11-23T21:00Z']],
    ['cron(0 9 ? * 2#1 *)', '2026-11-22T00:00Z', ['2026-12-07T09:00Z', '2027-01-04T09:00Z']],
    ['cron(0 9 3W * ? *)', '2026-01-01T00:00Z', ['2026-01-02T09:00Z', '2026-02-03T09:00Z']],
    // The 1st of August 2026 is a Saturday: the nearest weekday of that month is the 3rd.
    ['cron(0 9 1W 8 ? *)', '2026-07-01T00:00Z', ['2026-08-03T09:00Z']],
    ['cron(0 9 L * ? *)', '2026-01-31T09:00Z', ['2026-02-28T09:00Z', '2026-03-31T09:00Z']],
    ['cron(0 9 LW * ? *)', '2026-01-01T00:00Z', ['2026-01-30T09:00Z', '2026-02-27T09:00Z']],
    ['cron(0 9 ? * L *)', '2026-11-22T00:00Z', ['2026-11-28T09:00Z']],
    ['cron(0 9 ? * 1 *)', '2026-11-22T12:00Z', ['2026-11-29T09:00Z']],
    ['cron(0 9 ? * FRI#5 *)', '2026-11-01T00:00Z', ['2027-01-29T09:00Z']],
    [
      'cron(0 9 ? * FRI-MON *)',
      '2026-11-23T12:00Z',
      ['2026-11-27T09:00Z', '2026-11-28T09:00Z', '2026-11-29T09:00Z'],
    ],
    ['cron(0 9 29 2 ? *)', '2026-01-01T00:00Z', ['2028-02-29T09:00Z', '2032-02-29T09:00Z']],
    ['cron(0 9 1 jan,jul ? 2026,2028)', '2026-02-01T00:00Z', ['2026-07-01T09:00Z', '2028-01-01T09:00Z']],
    ['cron(0 9 1 1 ? 2026)', '2026-01-01T09:00Z', [undefined]],
    ['cron(0 9 31 2 ? *)', '2026-01-01T09:00Z', [undefined]],
    [
      'cron(5-7,50 0 1 1 ? *)',
      '2025-12-31T00:00Z',
      ['2026-01-01T00:05Z', '2026-01-01T00:06Z', '2026-01-01T00:07Z', '2026-01-01T00:50Z'],
    ],
  ];
  it.each(table)('%s after %s', (expression, from, expected) => {
    expect(times(expression, from, expected.length)).toEqual(expected);
  });

  const refused: readonly (readonly [string, RegExp])[] = [
    ['cron(0 9 * * *)', /has 5 fields; it takes six/],
    ['cron()', /has 0 fields/],
    ['cron(0 9 * * * *)', /exactly one of day of month and day of week must be \?/],
    ['cron(0 9 ? * ? *)', /exactly one of/],
    ['cron(60 9 * * ? *)', /'60' is no minutes: it takes 0 to 59/],
    ['cron(0 24 * * ? *)', /'24' is no hours/],
    ['cron(0 9 0 * ? *)', /'0' is no day of month/],
    ['cron(0 9 ? * 0 *)', /'0' is no day of week: it takes 1 to 7 or SUN to SAT/],
    ['cron(0 9 ? * 8 *)', /'8' is no day of week/],
    ['cron(0 9 ? * MON#6 *)', /'MON#6' is no day of week/],
    ['cron(0 9 32W * ? *)', /'32W' is no day of month/],
    ['cron(0 9 * FOO ? *)', /'FOO' is no month: it takes 1 to 12 or JAN to DEC/],
    ['cron(0 9 * * ? 1969)', /'1969' is no year: it takes 1970 to 2199/],
    ['cron(0/0 9 * * ? *)', /'0\/0' is no minutes/],
    ['cron(1-2-3 9 * * ? *)', /'1-2-3' is no minutes/],
    ['cron(,1 9 * * ? *)', /'' is no minutes/],
    ['cron(0 9 ? * 3#1,6#3 *)', /'3#1' is no day of week/],
    ['cron(0 9 1,L * ? *)', /'L' is no day of month/],
    ['cron(0 9 1W,15W * ? *)', /'1W' is no day of month/],
    ['cron(0,* 9 * * ? *)', /'\*' is no minutes/],
    ['0 9 * * *', /is no schedule; write cron\(/],
    ['cron(0 9 * * ? *', /is no schedule/],
    ['at(2026-11-22T00:00:00)', /is no schedule/],
    ['rate(5 minute)', /rate\(5 minute\) is no rate/],
    ['rate(1 hours)', /is no rate/],
    ['rate(0 minutes)', /is no rate/],
    ['rate(366 days)', /up to 365 days/],
    ['rate(30 seconds)', /is no rate/],
  ];
  it.each(refused)('refuses %s', (expression, message) => {
    expect(() => readExpression(expression, 'UTC', 0)).toThrow(InvalidExpression);
    expect(() => readExpression(expression, 'UTC', 0)).toThrow(message);
  });

  it.each(['Mars/Olympus', '+02:00', ''])("refuses the time zone '%s'", (timezone) => {
    expect(() => readExpression('rate(1 day)', timezone, 0)).toThrow(/is no time zone/);
  });
});

// Berlin: on 2026-03-29 the clock goes from 02:00 to 03:00 (01:00Z), on 2026-10-25 from 03:00 back to 02:00 (01:00Z).
describe('cron(…) where the clock jumps', () => {
  const berlin = (expression: string, from: string, count: number) =>
    times(expression, from, count, 'Europe/Berlin');

  it('keeps the time of the day', () => {
    expect(berlin('cron(0 9 * * ? *)', '2026-03-28T00:00Z', 2)).toEqual([
      '2026-03-28T08:00Z',
      '2026-03-29T07:00Z',
    ]);
    expect(berlin('cron(0 9 * * ? *)', '2026-10-24T00:00Z', 2)).toEqual([
      '2026-10-24T07:00Z',
      '2026-10-25T08:00Z',
    ]);
  });

  it('leaves out a time that does not exist', () => {
    expect(berlin('cron(30 2 * * ? *)', '2026-03-28T00:00Z', 2)).toEqual([
      '2026-03-28T01:30Z',
      '2026-03-30T00:30Z',
    ]);
    expect(berlin('cron(0 1-3 * * ? *)', '2026-03-29T00:00Z', 2)).toEqual([
      '2026-03-29T01:00Z',
      '2026-03-29T23:00Z',
    ]);
  });

  it('runs once at a time that comes twice', () => {
    expect(berlin('cron(30 2 * * ? *)', '2026-10-24T12:00Z', 2)).toEqual([
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
    ]);
    expect(berlin('cron(0 1,2,3 * * ? *)', '2026-10-24T22:00Z', 3)).toEqual([
      '2026-10-24T23:00Z',
      '2026-10-25T00:00Z',
      '2026-10-25T02:00Z',
    ]);
  });

  it('runs in every hour that passes when every hour is meant', () => {
    const everyHour = ['2026-10-24T23:30Z', '2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T02:30Z'];
    expect(berlin('cron(30 * * * ? *)', '2026-10-24T23:00Z', 4)).toEqual(everyHour);
    expect(berlin('cron(0/30 * * * ? *)', '2026-03-29T00:30Z', 2)).toEqual([
      '2026-03-29T01:00Z',
      '2026-03-29T01:30Z',
    ]);
  });

  it('looks back as it looks forward', () => {
    for (const expression of [
      'cron(30 2 * * ? *)',
      'cron(0 1,2,3 * * ? *)',
      'cron(0/30 * * * ? *)',
      'cron(0 5 L * ? *)',
    ]) {
      const recurrence = readExpression(expression, 'Europe/Berlin', 0);
      for (const from of ['2026-03-28T00:00Z', '2026-10-24T00:00Z']) {
        let ms = at(from);
        for (let index = 0; index < 100; index++) {
          const next = recurrence.next(ms) ?? 0;
          expect([expression, iso(recurrence.latest(next))]).toEqual([expression, iso(next)]);
          expect([expression, iso(recurrence.latest(next + 59_999))]).toEqual([expression, iso(next)]);
          if (index > 0)
            expect([expression, iso(recurrence.latest(next - 1))]).toEqual([expression, iso(ms)]);
          ms = next;
        }
      }
    }
  });
});

describe('rate(…)', () => {
  it('counts from the minute after its anchor', () => {
    const rate = readExpression('rate(5 minutes)', 'UTC', at('2026-11-22T12:03:27Z'));
    expect(iso(rate.next(0))).toBe('2026-11-22T12:04Z');
    expect(iso(rate.next(at('2026-11-22T12:04Z')))).toBe('2026-11-22T12:09Z');
    expect(rate.latest(at('2026-11-22T12:03:59Z'))).toBeUndefined();
    expect(iso(rate.latest(at('2026-11-22T12:09Z')))).toBe('2026-11-22T12:09Z');
    expect(iso(rate.latest(at('2026-11-22T12:08:59Z')))).toBe('2026-11-22T12:04Z');
  });

  it('takes minutes, hours and days', () => {
    expect(times('rate(1 hour)', '2026-11-22T12:00Z', 2)).toEqual(['2026-11-22T13:00Z', '2026-11-22T14:00Z']);
    expect(times('rate(2 days)', '2026-11-22T12:00Z', 1)).toEqual(['2026-11-24T12:00Z']);
  });
});
