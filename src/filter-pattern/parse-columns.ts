// Patterns over space-delimited events: `[ip, user, ..., status = 4* || status = 500, bytes > 1000]`.

import type { Cursor } from './cursor.ts';
import { parseCondition } from './parse-condition.ts';
import { parseComparison } from './parse-operand.ts';
import type { Column, ColumnsPattern, Comparison } from './pattern.ts';

/** columns := "[" [ column { "," column } ] "]" — `[]` matches every event that has a word. */
export function parseColumns(cursor: Cursor): ColumnsPattern {
  cursor.expect('[');
  const columns: Column[] = [];
  let ellipsisAfter: number | null = cursor.take(']') ? 0 : null;
  if (ellipsisAfter === null) {
    do {
      cursor.skipSpaces();
      const start = cursor.at;
      if (cursor.take('...') || cursor.take('…')) {
        if (ellipsisAfter !== null) cursor.refuse('there may be one ellipsis only.', undefined, start);
        ellipsisAfter = columns.length;
      } else columns.push(parseColumn(cursor, columns));
    } while (cursor.take(','));
    cursor.expect(']', 'Columns are separated by commas, conditions joined by && and ||.');
  }
  cursor.skipSpaces();
  if (!cursor.done) cursor.refuse(`nothing may follow the closing bracket, but there is ${cursor.found}.`);
  return { kind: 'columns', columns, ellipsisAfter };
}

const name = /[A-Za-z0-9_\-\u0080-\uffff]+/y;

/** column := [ name | condition ] — every comparison of a condition names its own column again. */
function parseColumn(cursor: Cursor, before: readonly Column[]): Column {
  cursor.skipSpaces();
  if (cursor.peek() === ',' || cursor.peek() === ']') return { name: null, condition: null };
  const start = cursor.at;
  cursor.match(/[\s(]*/y);
  const own = readName(cursor);
  if (before.some((column) => column.name === own)) cursor.refuse(`two columns have the name ${own}.`);
  cursor.skipSpaces();
  if (cursor.peek() === ',' || cursor.peek() === ']') return { name: own, condition: null };
  cursor.at = start;
  return { name: own, condition: parseCondition(cursor, () => parseTest(cursor, own)) };
}

/** test := name comparison */
function parseTest(cursor: Cursor, own: string): Comparison {
  cursor.skipSpaces();
  const start = cursor.at;
  const subject = readName(cursor);
  if (subject !== own) {
    cursor.refuse(
      `the condition of column ${own} names ${subject}.`,
      'A condition is about its own column.',
      start,
    );
  }
  const comparison = parseComparison(cursor);
  if (comparison !== null) return comparison;
  return cursor.refuse(`expected a comparison but found ${cursor.found}.`, 'Write = "value", != 4*, > 1.');
}

function readName(cursor: Cursor): string {
  const found = cursor.match(name);
  if (found !== '') return found;
  return cursor.refuse(
    `expected the name of a column but found ${cursor.found}.`,
    'Names have letters, digits, _ and -.',
  );
}
