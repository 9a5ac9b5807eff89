// `join`: reference logs-insights-ql 3.18. The right side is a log group, without a pipeline of its own.

import type { Alias, FieldExpr, JoinCommand } from '../ast.ts';
import {
  atQueryEnd,
  atSymbol,
  atWord,
  type Cursor,
  expectField,
  expectSymbol,
  fail,
  report,
  spanFrom,
  take,
  takeWord,
  unexpected,
} from '../cursor.ts';
import { alias } from '../items.ts';
import { takeOption } from '../options.ts';
import { positionAt } from '../position.ts';
import { skipCommand } from '../skip.ts';
import { sourceClause } from '../source-clause.ts';

const form = 'join [type=left] left=a right=b where a.x = b.y (SOURCE "log group")';

/** join := "join" ["type=" …] "left=" A "right=" B "where" A.f "=" B.g "(" source ")" */
export function parseJoin(cursor: Cursor, start: number): JoinCommand {
  const sides: { left?: Alias; right?: Alias } = {};
  let type: JoinCommand['type'] = 'inner';
  for (;;) {
    if (takeOption(cursor, 'type')) type = joinType(cursor);
    else if (takeOption(cursor, 'left')) sides.left = alias(cursor);
    else if (takeOption(cursor, 'right')) sides.right = alias(cursor);
    else break;
  }
  const { left, right } = sides;
  if (left === undefined || right === undefined || !takeWord(cursor, 'where')) {
    return unexpected(cursor, `Write ${form}.`);
  }
  if (left.name === right.name) report(cursor, right.span, 'same-side', 'Both sides have the same name.');
  const one = expectField(cursor, `Write ${form}.`);
  expectSymbol(cursor, '=', 'A join compares one field of each side with `=`.');
  const other = expectField(cursor, `Write ${form}.`);
  const turned = one.segments[0] === right.name;
  const leftKey = memberOf(cursor, turned ? other : one, left);
  const rightKey = memberOf(cursor, turned ? one : other, right);
  expectSymbol(cursor, '(', `The other log group follows in parentheses: ${form}.`);
  const source = rightSource(cursor);
  return { kind: 'join', type, left, right, leftKey, rightKey, source, span: spanFrom(cursor, start) };
}

function joinType(cursor: Cursor): JoinCommand['type'] {
  const type = atWord(cursor, 'left') ? 'left' : 'inner';
  if (!takeWord(cursor, 'left', 'inner')) unexpected(cursor, 'The type of a join is inner or left.');
  return type;
}

/** The field without the name of its side. */
function memberOf(cursor: Cursor, field: FieldExpr, side: Alias): FieldExpr {
  const [first, ...segments] = field.segments;
  if (first !== side.name || segments.length === 0) {
    const message = `\`${field.name}\` does not begin with ${side.name}.`;
    return fail(cursor, field.span, 'same-side', message, `Write ${form}.`);
  }
  return { ...field, segments, name: segments.join('.') };
}

function rightSource(cursor: Cursor): JoinCommand['source'] {
  cursor.subqueries += 1;
  const source = sourceClause(cursor) ?? unexpected(cursor, 'SOURCE and a log group belong here.');
  if (atSymbol(cursor, '|')) refusePipeline(cursor);
  cursor.subqueries -= 1;
  expectSymbol(cursor, ')', 'Close the parenthesis.');
  return source;
}

/** AWS does not accept commands on the right side yet (reference 3.18). */
function refusePipeline(cursor: Cursor): void {
  const hint = 'The right side of a join is a log group; commands after it are not accepted.';
  const { span } = cursor.lexeme;
  const { line, column } = positionAt(cursor.text, span.start);
  report(
    cursor,
    span,
    'unexpected-symbol',
    `unexpected symbol found | at line ${line} and position ${column}`,
    hint,
  );
  while (!atQueryEnd(cursor)) {
    take(cursor, 'pipe');
    skipCommand(cursor);
  }
}
