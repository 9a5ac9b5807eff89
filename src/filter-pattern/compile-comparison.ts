// A comparison as a function of the value, which is text in columns and text or number in JSON.

import { compileRegex, type TextTest } from './compile-regex.ts';
import type { Comparison, Operand } from './pattern.ts';

/** `text` is the value as the event has it; `number` is the same as a number, null when the value is none. */
export type ValueTest = (text: string, number: number | null) => boolean;

/** What compares with a number compares numbers as numbers and everything else as text. */
export function compileComparison({ operator, operand }: Comparison): ValueTest {
  const equals = equality(operand);
  const bound = operand.kind === 'number' ? operand.value : Number.NaN;
  switch (operator) {
    case '=':
      return equals;
    case '!=':
      return (text, number) => !equals(text, number);
    case '<':
      return (_, number) => number !== null && number < bound;
    case '<=':
      return (_, number) => number !== null && number <= bound;
    case '>':
      return (_, number) => number !== null && number > bound;
    case '>=':
      return (_, number) => number !== null && number >= bound;
  }
}

function equality(operand: Operand): ValueTest {
  if (operand.kind === 'regex') return compileRegex(operand.regex);
  if (operand.kind === 'text') return wildcardTest(operand.parts);
  const { value, text: written } = operand;
  return (text, number) => (number === null ? text === written : number === value);
}

/** Whether a text has the parts in this order, the first at its beginning and the last at its end. */
export function wildcardTest(parts: readonly string[]): TextTest {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    let from = first.length;
    const end = text.length - last.length;
    if (end < from || !text.startsWith(first) || !text.endsWith(last)) return false;
    for (const part of rest) {
      const at = text.indexOf(part, from);
      if (at === -1) return false;
      from = at + part.length;
    }
    return from <= end;
  };
}

/** A value of a column as a number; null when it is none. */
export function numberIn(text: string): number | null {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : null;
}
