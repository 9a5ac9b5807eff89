// Columns of a pattern laid beside the words of an event.

import { compileComparison, numberIn, type ValueTest } from './compile-comparison.ts';
import { compileCondition } from './compile-condition.ts';
import type { ColumnsPattern } from './pattern.ts';
import { type ColumnValue, splitColumns } from './split-columns.ts';

/** The columns of an event that matches, by `$name` or `$number`; null when it does not. */
export type ExtractColumns = (message: string) => Readonly<Record<string, string>> | null;

/**
 * Without an ellipsis there must be as many words as columns, or more: then the last column is the rest of the message, so that
 * `[w1=ERROR, w2]` of the page finds all events that begin with ERROR. AWS does so; its documentation does not tell.
 */
export function compileColumns({ columns, ellipsisAfter }: ColumnsPattern): ExtractColumns {
  const tests = columns.map(({ condition }) =>
    condition === null ? null : compileCondition(condition, compileComparison),
  );
  const before = ellipsisAfter ?? columns.length;
  const after = columns.length - before;
  const most = ellipsisAfter === null ? columns.length + 1 : Number.POSITIVE_INFINITY;
  return (message) => {
    const words = splitColumns(message, most);
    if (words.length === 0 || words.length < columns.length) return null;
    const values = ellipsisAfter === null ? withRest(words, columns.length, message) : words;
    const extracted: Record<string, string> = Object.create(null);
    for (const [position, text] of values.map((word) => word.text).entries()) {
      const column = columnAt(position, values.length, before, after);
      if (column !== null && !holds(tests[column], text)) return null;
      extracted[`$${(column === null ? null : columns[column]?.name) ?? position + 1}`] = text;
    }
    return extracted;
  };
}

/** Which column of the pattern a word belongs to; null for those that the ellipsis stands for. */
function columnAt(position: number, words: number, before: number, after: number): number | null {
  if (position < before) return position;
  const fromEnd = words - position;
  return fromEnd <= after ? before + after - fromEnd : null;
}

function withRest(words: readonly ColumnValue[], count: number, message: string): readonly ColumnValue[] {
  const last = words[count - 1];
  if (words.length <= count || last === undefined) return words;
  return [...words.slice(0, count - 1), { start: last.start, text: message.slice(last.start).trimEnd() }];
}

function holds(test: ValueTest | null | undefined, text: string): boolean {
  return test === null || test === undefined || test(text, numberIn(text));
}
