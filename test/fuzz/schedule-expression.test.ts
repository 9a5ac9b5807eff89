// Whatever stands where a schedule belongs is refused with a sentence or triggers at moments that fit together; nothing else comes out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidExpression, readExpression } from '../../src/schedules/schedule-expression.ts';

const piece = fc.constantFrom(
  ...[
    '*',
    '?',
    'L',
    'LW',
    'W',
    '#',
    '-',
    '/',
    ',',
    '0',
    '1',
    '2',
    '5',
    '7',
    '15',
    '23',
    '29',
    '31',
    '59',
    '60',
    '2026',
    '2028',
  ],
  ...[
    'MON',
    'sun',
    'FRI',
    'JAN',
    'feb',
    'DEC',
    '15W',
    '31W',
    '6L',
    'FRIL',
    '2#1',
    'MON#5',
    '1-5',
    '0/15',
    '*/7',
    '20-2',
    'FRI-MON',
  ],
);
const field = fc.oneof(
  { weight: 3, arbitrary: piece },
  fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(',')),
  fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
);
const fields = fc.tuple(field, field, field, field, field, field).map((parts) => `cron(${parts.join(' ')})`);
const days = fc.oneof(
  fc
    .constantFrom('*', 'L', 'LW', '1W', '15W', '31W', '1-5', '29,31', '0/7', '30-2')
    .map((day) => [day, '?'] as const),
  fc
    .constantFrom('*', 'L', 'MON', 'FRIL', '2#1', 'SUN#5', 'FRI-MON', '1-5', '2/2')
    .map((day) => ['?', day] as const),
);
/** Of which most are right. */
const likely = fc
  .tuple(
    fc.constantFrom('0', '30', '0/15', '*', '5,10', '50-10'),
    fc.constantFrom('*', '2', '1-3', '0/6', '22-3'),
    days,
    fc.constantFrom('*', 'MAR,OCT', '2', '1-6/2'),
    fc.constantFrom('*', '*', '2026-2028', '2028'),
  )
  .map(
    ([minute, hour, [monthDay, weekDay], month, year]) =>
      `cron(${[minute, hour, monthDay, month, weekDay, year].join(' ')})`,
  );
const timezone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
);
const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 11, 31) });

describe('an expression', () => {
  it('is refused or triggers at moments that fit together', () => {
    const anything = fc.oneof(
      fields,
      likely,
      likely,
      fc.string(),
      fc.string().map((text) => `cron(${text})`),
      fc.string().map((text) => `rate(${text})`),
    );
    let right = 0;
    fc.assert(
      fc.property(anything, timezone, moment, (expression, zone, ms) => {
        const recurrence = read(expression, zone);
        if (recurrence === undefined) return;
        right += 1;
        const next = recurrence.next(ms);
        const latest = recurrence.latest(ms);
        expect(next ?? Number.POSITIVE_INFINITY).toBeGreaterThan(ms);
        expect(latest ?? 0).toBeLessThanOrEqual(ms);
        for (const time of [next, latest]) {
          if (time === undefined) continue;
          expect(time % 60_000).toBe(0);
          expect(recurrence.latest(time)).toBe(time);
          expect(recurrence.next(time - 1)).toBe(time);
        }
        if (next !== undefined && latest !== undefined) expect(recurrence.next(latest)).toBe(next);
      }),
      { numRuns: 3_000 },
    );
    expect(right).toBeGreaterThan(300);
  });
});

function read(expression: string, zone: string): ReturnType<typeof readExpression> | undefined {
  try {
    return readExpression(expression, zone, Date.UTC(2026, 0, 1));
  } catch (cause) {
    expect(cause).toBeInstanceOf(InvalidExpression);
    return undefined;
  }
}
