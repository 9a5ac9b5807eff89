// parseDate in DuckDB's SQL (reference logs-insights-ql 4.3). The engine's own strptime is not used: it takes what Java's patterns do not.

import { type TimePart, timeParts } from '../plan/time-parts.ts';
import type { SqlTemplate } from './dialect.ts';
import { once, onceEach } from './duckdb-once.ts';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const hourMs = 3_600_000;

/** Reads a part out of the list that a date became. */
const partOf = (list: string, part: TimePart): string => `${list}[${timeParts.indexOf(part) + 1}]`;
const integer = (text: string): string => `TRY_CAST(${text} AS BIGINT)`;

/** A number among the parts, or what stands for a part that the format does not have. */
const numberOf = (list: string, part: TimePart, missing: number): string =>
  `COALESCE(${integer(partOf(list, part))}, ${missing})`;

/** As Java's formatters do unless told otherwise: 30 February is the last day of February. */
function dateOf(list: string): string {
  const name = `list_position([${monthNames.map((month) => `'${month}'`).join(', ')}], substring(${partOf(list, 'month')}, 1, 3))`;
  const month = `COALESCE(${integer(partOf(list, 'month'))}, ${name}, 1)`;
  return onceEach(
    [`make_date(${integer(partOf(list, 'year'))}, ${month}, 1)`, numberOf(list, 'day', 1)],
    ([first, day]) => `(${first} + CAST(least(${day}, day(last_day(${first}))) - 1 AS INTEGER))`,
  );
}

/** Milliseconds since midnight. */
function timeOf(list: string): string {
  const hour = numberOf(list, 'hour', 0);
  const half = partOf(list, 'half');
  const hours = `CASE ${half} WHEN 'AM' THEN ${hour} % 12 WHEN 'PM' THEN ${hour} % 12 + 12 ELSE ${hour} END`;
  return `(((${hours}) * 60 + ${numberOf(list, 'minute', 0)}) * 60 + ${numberOf(list, 'second', 0)}) * 1000 + ${numberOf(list, 'millisecond', 0)}`;
}

/** Milliseconds that the text's own offset is ahead of UTC. */
function offsetOf(list: string): string {
  const text = partOf(list, 'offset');
  const digits = `replace(${text}, ':', '')`;
  const minutes = `COALESCE(${integer(`substring(${digits}, 2, 2)`)}, 0) * 60 + COALESCE(${integer(`substring(${digits}, 4, 2)`)}, 0)`;
  return `(${minutes}) * CASE WHEN starts_with(${text}, '-') THEN -60000 ELSE 60000 END`;
}

/** A time on the clocks of a zone; of two such times, when clocks go back by an hour, the first, as Java takes it. */
function inZone(local: string, zone: string): string {
  const clock = (ms: string): string => `make_timestamp_ms(${ms})`;
  return onceEach([local], ([ms = '']) =>
    onceEach([`epoch_ms(timezone(${zone}, ${clock(ms)}))`, ms], ([late, wanted]) => {
      const early = `${late} - ${hourMs}`;
      return `CASE WHEN timezone(${zone}, timezone('UTC', ${clock(early)})) = ${clock(`${wanted}`)} THEN ${early} ELSE ${late} END`;
    }),
  );
}

/** The weekday, if there is one, must be that of the date. */
function milliseconds(list: string, zone: string | undefined): string {
  return onceEach([dateOf(list), list], ([date, parts = '']) => {
    const weekday = `substring(${partOf(parts, 'weekday')}, 1, 3)`;
    const local = `(epoch_ms(CAST(${date} AS TIMESTAMP)) + ${timeOf(parts)})`;
    const utc = `${local} - ${offsetOf(parts)}`;
    const ms =
      zone === undefined
        ? utc
        : `CASE WHEN ${partOf(parts, 'offset')} = '' THEN ${inZone(local, zone)} ELSE ${utc} END`;
    return `CASE WHEN ${weekday} IN ('', strftime(${date}, '%a')) THEN CAST(${ms} AS DOUBLE) END`;
  });
}

export const dateFunctions = {
  /** Arguments: the text, the regular expression and the replacement of plan/date-pattern.ts, perhaps a zone. */
  parseDate: ([text, regex, rewrite, zone]) =>
    once(`${text}`, (it) => {
      const parts = `CASE WHEN regexp_matches(${it}, ${regex}) THEN string_split(regexp_replace(${it}, ${regex}, ${rewrite}), '|') END`;
      return onceEach([parts], ([list = '']) => milliseconds(list, zone));
    }),
} satisfies Readonly<Record<string, SqlTemplate>>;
