// When a schedule triggers: `cron(…)` in a time zone, or `rate(…)` counted from a moment. Pure: times go in and come out.
// Inferred: rate(…) is taken too. CreateScheduledQuery's page speaks of cron only, but CloudWatch's log alarms, which are scheduled
// queries that AWS makes, have their schedule as rate(…).

import { Cron } from 'croner';
import { InvalidExpression, readCronFields } from './cron-fields.ts';

export { InvalidExpression } from './cron-fields.ts';

/** The moments at which a schedule triggers, epoch milliseconds. Always whole minutes. */
export interface Recurrence {
  /** The first one after `ms`; undefined when there is none. */
  next(ms: number): number | undefined;
  /** The last one at or before `ms`; undefined when there is none. */
  latest(ms: number): number | undefined;
}

const minuteMs = 60_000;
const unitMs: Readonly<Record<string, number>> = {
  minute: minuteMs,
  hour: 60 * minuteMs,
  day: 1_440 * minuteMs,
};
/** A year, as EventBridge has it. */
const rateMaxMs = 365 * 1_440 * minuteMs;

/**
 * `timezone` is an IANA name and means something for cron(…) only; `anchorMs`, up to the next whole minute, is the first trigger of
 * rate(…). Throws InvalidExpression.
 */
export function readExpression(expression: string, timezone: string, anchorMs: number): Recurrence {
  checkTimezone(timezone);
  const [, kind, inside = ''] = /^(cron|rate)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'cron') return cronRecurrence(inside, timezone);
  if (kind === 'rate') return rateRecurrence(inside, anchorMs);
  throw new InvalidExpression(
    `'${expression}' is no schedule; write cron(minutes hours day-of-month month day-of-week year), as in cron(0 6 * * ? *), or rate(5 minutes)`,
  );
}

/** Offsets are no time zones: they know no summer time. */
function checkTimezone(timezone: string): void {
  const known = /^[A-Za-z]/.test(timezone) && formatter(timezone) !== undefined;
  if (known) return;
  throw new InvalidExpression(`'${timezone}' is no time zone; take a name such as UTC or Europe/Berlin`);
}

function formatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return undefined;
  }
}

/**
 * Inferred, after EventBridge Scheduler: a time that the clock jumps over does not trigger, one that comes twice triggers the first
 * time. Differs: where minutes or hours have `*` or `/`, both times count, so that the windows of an hourly query leave no hour out.
 */
function cronRecurrence(inside: string, timezone: string): Recurrence {
  const { pattern, minutes, hours } = readCronFields(inside);
  const cron = new Cron(pattern, {
    timezone,
    mode: '7-part',
    alternativeWeekdays: true,
    fixedTimeRule: 'no-wildcard',
    paused: true,
  });
  const clock = formatter(timezone);
  const meant = (time: Date): boolean => {
    const [hour, minute] = (clock?.format(time) ?? '').split(':').map(Number);
    return hours.has(hour ?? 0) && minutes.has(minute ?? 0);
  };
  return {
    next(ms) {
      let time = cron.nextRun(new Date(ms));
      while (time !== null && !meant(time)) time = cron.nextRun(time);
      return time?.getTime();
    },
    latest(ms) {
      let [time] = cron.previousRuns(1, new Date(wholeMinute(ms) + minuteMs));
      while (time !== undefined && !meant(time)) [time] = cron.previousRuns(1, time);
      return time?.getTime();
    },
  };
}

function rateRecurrence(inside: string, anchorMs: number): Recurrence {
  const [, count = '', unit = '', plural] = /^\s*(\d{1,6})\s+(minute|hour|day)(s?)\s*$/.exec(inside) ?? [];
  const periodMs = Number(count) * (unitMs[unit] ?? 0);
  const rightNumber = (Number(count) === 1) === (plural === '');
  if (periodMs === 0 || periodMs > rateMaxMs || !rightNumber) {
    throw new InvalidExpression(
      `rate(${inside}) is no rate; write rate(1 minute), rate(5 minutes), rate(1 hour), rate(12 hours), rate(1 day) or the like, up to 365 days`,
    );
  }
  const firstMs = wholeMinute(anchorMs + minuteMs - 1);
  const at = (ms: number): number => firstMs + Math.floor((ms - firstMs) / periodMs) * periodMs;
  return {
    next: (ms) => Math.max(firstMs, at(ms) + periodMs),
    latest: (ms) => (ms < firstMs ? undefined : at(ms)),
  };
}

/** The beginning of the minute. */
export const wholeMinute = (ms: number): number => Math.floor(ms / minuteMs) * minuteMs;
