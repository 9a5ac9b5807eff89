// Conditions joined by && and ||, with parentheses: the same for JSON and for columns. The page: "() > && > ||".

import type { Cursor } from './cursor.ts';
import { nestingMax } from './limits.ts';
import type { Condition } from './pattern.ts';

/** condition := all { "||" all } ; `parseTest` reads what stands between the operators. */
export function parseCondition<Test>(
  cursor: Cursor,
  parseTest: (cursor: Cursor) => Test,
  depth = 0,
): Condition<Test> {
  return joined('or', '||', cursor, () => parseAll(cursor, parseTest, depth));
}

/** all := unit { "&&" unit } */
function parseAll<Test>(cursor: Cursor, parseTest: (cursor: Cursor) => Test, depth: number): Condition<Test> {
  return joined('and', '&&', cursor, () => parseUnit(cursor, parseTest, depth));
}

/** unit := "(" condition ")" | test */
function parseUnit<Test>(
  cursor: Cursor,
  parseTest: (cursor: Cursor) => Test,
  depth: number,
): Condition<Test> {
  if (!cursor.take('(')) return { kind: 'test', test: parseTest(cursor) };
  if (depth >= nestingMax) cursor.refuse(`parentheses are nested more than ${nestingMax} deep.`);
  const inner = parseCondition(cursor, parseTest, depth + 1);
  cursor.expect(')');
  return inner;
}

function joined<Test>(
  kind: 'and' | 'or',
  operator: string,
  cursor: Cursor,
  parsePart: () => Condition<Test>,
): Condition<Test> {
  const first = parsePart();
  const parts = [first];
  while (cursor.take(operator)) parts.push(parsePart());
  return parts.length === 1 ? first : { kind, parts };
}
