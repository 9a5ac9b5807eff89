// Cell values -> the strings of the API (reference logs-insights-ql 2.7). The one place where a number, a boolean or a time
// gets its text in a result.

import type { CellValue, ColumnKind } from '../engine/statement.ts';

/** The text of a cell, or null when the cell is absent from its row. `pointer` turns `<group id>:<sequence>` into `@ptr`. */
export function cellText(
  value: CellValue,
  kind: ColumnKind,
  pointer: (text: string) => string,
): string | null {
  if (value === null) return null;
  switch (kind) {
    case 'text':
      return String(value);
    case 'number':
      return numberText(value);
    case 'numericText':
      return numericText(String(value));
    case 'boolean':
      return value === true || value === 1 ? '1' : '0';
    case 'timestamp':
      return timestampText(Number(value));
    case 'pointer':
      return pointer(String(value));
    case 'json':
      return jsonText(String(value));
    case 'joinedList':
      return (JSON.parse(String(value)) as string[]).join(', ');
  }
}

/** Maps and lists are JSON already; the texts, numbers and booleans out of them are shown as any other (reference 2.6, 2.7). */
function jsonText(json: string): string | null {
  if (json === 'null') return null;
  if (json === 'true') return '1';
  if (json === 'false') return '0';
  return json.startsWith('"') ? (JSON.parse(json) as string) : json.replace(/^(-?\d+)\.0$/, '$1');
}

const decimalPlaces = 4;

/** Plain digits, no exponent, at most four decimals without trailing zeros; null for what is not finite (Q12). */
export function numberText(value: CellValue): string | null {
  if (typeof value === 'bigint') return value.toString();
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  if (Number.isInteger(number)) return BigInt(number).toString();
  if (Math.abs(number) >= 1e15) return BigInt(Math.round(number)).toString();
  const factor = 10 ** decimalPlaces;
  const rounded = (Math.sign(number) * Math.round(Math.abs(number) * factor)) / factor;
  return rounded === 0 ? '0' : rounded.toFixed(decimalPlaces).replace(/\.?0+$/, '');
}

/** Text that reads as a fraction is shown as a computed number; anything else stays as it is. */
function numericText(text: string): string {
  if (!/^[+-]?\d*\.?\d+([eE][+-]?\d+)?$/.test(text) || /^[+-]?\d+$/.test(text)) return text;
  return numberText(Number(text)) ?? text;
}

/** `YYYY-MM-DD HH:MM:SS.mmm` in UTC; null outside the range of dates. */
export function timestampText(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('T', ' ').slice(0, -1);
}
