// Finds dates and times in running text: ISO 8601 with T or a blank, `2026/01/31`, `31/Jan/2026:10:20:30 +0000` (Apache),
// `Jan 31 10:20:30` (syslog), and the time of day alone.

import { charClass, classOf, code, isDigit } from './char-class.ts';

const zed = 90;
const tee = 84;
const blank = 32;
const months = new Set('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '));

/** The end of the date or time that starts at `start`; `start` when none does. */
export function timeEnd(codes: Uint16Array, start: number, end: number): number {
  if (!isDigit(codes, start)) return end - start >= 12 ? syslogEnd(codes, start, end) : start;
  const digits = digitsEnd(codes, start, end) - start;
  if (digits === 4) return afterDate(codes, start, dateEnd(codes, start, end), end);
  if (digits > 2) return start;
  const apache = apacheEnd(codes, start, end);
  return apache > start ? apache : boundary(codes, start, clockEnd(codes, start, end), end);
}

function digitsEnd(codes: Uint16Array, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(codes, at)) at++;
  return at;
}

/** Whether exactly `count` digits stand at `at`. */
const digitsAt = (codes: Uint16Array, at: number, count: number, end: number): boolean =>
  at + count <= end && digitsEnd(codes, at, Math.min(at + count + 1, end)) === at + count;

/** A time must not go on as a word: `10:20:30x` is none. */
function boundary(codes: Uint16Array, start: number, stop: number, end: number): number {
  if (stop >= end) return stop;
  const bits = classOf[codes[stop] ?? 0] ?? 0;
  return (bits & (charClass.letter | charClass.digit)) === 0 ? stop : start;
}

/** `2026-01-31` or `2026/01/31`. */
function dateEnd(codes: Uint16Array, start: number, end: number): number {
  const separator = codes[start + 4];
  if (separator !== code.hyphen && separator !== code.slash) return start;
  const isDate =
    digitsAt(codes, start + 5, 2, end) &&
    codes[start + 7] === separator &&
    digitsAt(codes, start + 8, 2, end);
  return isDate ? start + 10 : start;
}

/** The end of the time that follows a date, or of the date. */
function afterDate(codes: Uint16Array, start: number, date: number, end: number): number {
  if (date === start) return start;
  const separator = codes[date];
  if (date < end && (separator === tee || separator === blank)) {
    const clock = boundary(codes, date + 1, clockEnd(codes, date + 1, end), end);
    if (clock > date + 1) return clock;
  }
  return boundary(codes, start, date, end);
}

/** `10:20`, `10:20:30`, `10:20:30.123` or `10:20:30,123`, then a zone: `Z`, `+02:00`, `+0200`, also after a blank. */
function clockEnd(codes: Uint16Array, start: number, end: number): number {
  const hours = digitsEnd(codes, start, end);
  if (hours === start || hours - start > 2 || codes[hours] !== code.colon) return start;
  if (!digitsAt(codes, hours + 1, 2, end)) return start;
  let at = hours + 3;
  if (codes[at] === code.colon && digitsAt(codes, at + 1, 2, end)) {
    at += 3;
    const fraction = codes[at] === code.dot || codes[at] === code.comma;
    if (fraction && at + 1 < end && isDigit(codes, at + 1)) at = digitsEnd(codes, at + 1, end);
  }
  return zoneEnd(codes, at, end);
}

function zoneEnd(codes: Uint16Array, at: number, end: number): number {
  if (at < end && codes[at] === zed) return at + 1;
  const sign = codes[at] === blank ? at + 1 : at;
  if (sign >= end || (codes[sign] !== code.plus && codes[sign] !== code.hyphen)) return at;
  if (digitsAt(codes, sign + 1, 4, end)) return sign + 5;
  const colon = digitsAt(codes, sign + 1, 2, end) && codes[sign + 3] === code.colon;
  return colon && digitsAt(codes, sign + 4, 2, end) ? sign + 6 : at;
}

const monthAt = (codes: Uint16Array, at: number): boolean =>
  months.has(String.fromCharCode(codes[at] ?? 0, codes[at + 1] ?? 0, codes[at + 2] ?? 0));

/** `31/Jan/2026:10:20:30 +0000`. */
function apacheEnd(codes: Uint16Array, start: number, end: number): number {
  const day = digitsEnd(codes, start, end);
  if (end - day < 10 || codes[day] !== code.slash || codes[day + 4] !== code.slash) return start;
  if (!monthAt(codes, day + 1) || !digitsAt(codes, day + 5, 4, end) || codes[day + 9] !== code.colon)
    return start;
  const clock = clockEnd(codes, day + 10, end);
  return clock > day + 10 ? clock : start;
}

/** `Jan 31 10:20:30`, `Jan  1 10:20:30`. */
function syslogEnd(codes: Uint16Array, start: number, end: number): number {
  if (codes[start + 3] !== blank || !monthAt(codes, start)) return start;
  const day = codes[start + 4] === blank ? start + 5 : start + 4;
  const dayEnd = digitsEnd(codes, day, end);
  if (dayEnd === day || dayEnd - day > 2 || codes[dayEnd] !== blank) return start;
  const clock = clockEnd(codes, dayEnd + 1, end);
  return clock > dayEnd + 1 ? boundary(codes, start, clock, end) : start;
}
