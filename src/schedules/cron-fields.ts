// The six fields of AWS's cron expressions, read strictly: what each may hold, and the pattern that croner runs for them. croner would
// take more than AWS does (OR of the two days, five fields), which would then run on other days than the author meant.
// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based

/** An expression that cannot be a schedule; the message is a sentence that quotes it. */
export class InvalidExpression extends Error {
  override readonly name = 'InvalidExpression';
}

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Three letters that stand for numbers, the first for `least`. */
  readonly words?: readonly string[];
}

const minutes: Field = { name: 'minutes', least: 0, most: 59 };
const hours: Field = { name: 'hours', least: 0, most: 23 };
const dayOfMonth: Field = { name: 'day of month', least: 1, most: 31 };
const month: Field = {
  name: 'month',
  least: 1,
  most: 12,
  words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
const dayOfWeek: Field = {
  name: 'day of week',
  least: 1,
  most: 7,
  words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};
const year: Field = { name: 'year', least: 1970, most: 2199 };

export interface CronFields {
  /** For croner: seconds, then the six fields, Sunday being 1. */
  readonly pattern: string;
  /** The minutes and hours of a day that are meant, to tell a time that the clock jumped over. */
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
}

/** Reads what stands between the parentheses of `cron(…)`. Throws InvalidExpression. */
export function readCronFields(text: string): CronFields {
  const parts = text.trim().split(/\s+/);
  const [minute = '', hour = '', monthDay = '', monthText = '', weekDay = '', yearText = ''] = parts;
  if (parts.length !== 6) {
    throw new InvalidExpression(
      `cron(${text}) has ${parts[0] === '' ? 0 : parts.length} fields; it takes six: minutes, hours, day of month, month, day of week, year`,
    );
  }
  if ((monthDay === '?') === (weekDay === '?')) {
    throw new InvalidExpression(
      `cron(${text}): exactly one of day of month and day of week must be ?, the other says the days`,
    );
  }
  const fields = [
    listOf(minutes, minute),
    listOf(hours, hour),
    monthDay === '?' ? '*' : listOf(dayOfMonth, monthDay, monthDayWord),
    listOf(month, monthText),
    weekDay === '?' ? '*' : listOf(dayOfWeek, weekDay, weekDayWord),
    listOf(year, yearText),
  ];
  return {
    pattern: ['0', ...fields].join(' '),
    minutes: valuesOf(minutes, fields[0] ?? ''),
    hours: valuesOf(hours, fields[1] ?? ''),
  };
}

type ReadWord = (field: Field, text: string) => string | undefined;

/** A list; what has a letter of its own, and `*` without a step, stands alone. */
function listOf(field: Field, text: string, special: ReadWord = () => undefined): string {
  const alone = text === '*' ? text : special(field, text);
  if (alone !== undefined) return alone;
  return text
    .split(',')
    .map((part) => plainPart(field, part))
    .join(',');
}

/** `5`, `5-10`, and `*`, `5` and `5-10` with a step: a step after one number goes on to the end of the field. */
function plainPart(field: Field, part: string): string {
  const [, range = '', step] = /^([^/]*)(?:\/(\d+))?$/.exec(part) ?? [];
  if (step !== undefined && (Number(step) < 1 || Number(step) > field.most)) throw wrong(field, part);
  const stepped = step === undefined ? '' : `/${Number(step)}`;
  if (range === '*' && step !== undefined) return `*${stepped}`;
  const [first = '', last, ...more] = range.split('-');
  if (more.length > 0) throw wrong(field, part);
  const from = numberOf(field, first, part);
  if (last === undefined) return step === undefined ? String(from) : `${from}-${field.most}${stepped}`;
  const to = numberOf(field, last, part);
  // As SUN is 1, FRI-MON goes around the end of the week.
  if (from > to) return `${from}-${field.most}${stepped},${field.least}-${to}${stepped}`;
  return `${from}-${to}${stepped}`;
}

/** `L`, the last day; `LW`, the last day from Monday to Friday; `15W`, the one nearest to the 15th within the month. */
function monthDayWord(field: Field, text: string): string | undefined {
  if (text === 'L' || text === 'LW') return text;
  const nearest = /^(\d+)W$/.exec(text)?.[1];
  return nearest === undefined ? undefined : `${numberOf(field, nearest, text)}W`;
}

/** `6L` or `FRIL`, the last Friday of the month; `6#3`, the third; and `L`, Saturday, the last day of the week. */
function weekDayWord(field: Field, text: string): string | undefined {
  if (text === 'L') return String(field.most);
  const last = /^(\d+|[A-Z]{3})L$/i.exec(text)?.[1];
  if (last !== undefined) return `${numberOf(field, last, text)}#L`;
  const [, day, nth] = /^(\d+|[A-Z]{3})#([1-5])$/i.exec(text) ?? [];
  return day === undefined ? undefined : `${numberOf(field, day, text)}#${nth}`;
}

function numberOf(field: Field, text: string, part: string): number {
  const word = (field.words ?? []).indexOf(text.toUpperCase());
  const number = word === -1 ? Number(/^\d{1,4}$/.exec(text)?.[0] ?? Number.NaN) : word + field.least;
  if (number >= field.least && number <= field.most) return number;
  throw wrong(field, part);
}

function wrong({ name, least, most, words }: Field, part: string): InvalidExpression {
  const named = words === undefined ? '' : ` or ${words[0]} to ${words.at(-1)}`;
  return new InvalidExpression(`'${part}' is no ${name}: it takes ${least} to ${most}${named}`);
}

/** Every value that a list of numbers, ranges and steps names. */
function valuesOf(field: Field, list: string): ReadonlySet<number> {
  const values = new Set<number>();
  for (const part of list.split(',')) {
    const [, range = '', step = '1'] = /^([^/]*)(?:\/(\d+))?$/.exec(part) ?? [];
    const [first = 0, last = first] =
      range === '*' ? [field.least, field.most] : range.split('-').map(Number);
    for (let value = first; value <= last; value += Number(step)) values.add(value);
  }
  return values;
}
