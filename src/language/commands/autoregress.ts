// `autoregress`: reference logs-insights-ql 3.22.

import type { Alias, AutoregressCommand, FieldExpr } from '../ast.ts';
import { type Cursor, expectField, report, spanFrom, takeSymbol } from '../cursor.ts';
import { optionalAlias } from '../items.ts';
import { lagColumnsMax, limitMax } from '../limits.ts';
import { integerOption, takeOption } from '../options.ts';

/** autoregress := "autoregress" field [ "as" alias ] [ "p=" integer [ "-" integer ] ] */
export function parseAutoregress(cursor: Cursor, start: number): AutoregressCommand {
  const field = expectField(cursor, 'A field whose earlier values are wanted belongs here.');
  const alias = optionalAlias(cursor);
  const { start: optionStart } = cursor.lexeme.span;
  const written = takeOption(cursor, 'p');
  const first = written ? integerOption(cursor, 'p', 1, limitMax) : 1;
  const isRange = written && takeSymbol(cursor, '-', 'operator');
  const last = isRange ? integerOption(cursor, 'p', 1, limitMax) : first;
  const option = spanFrom(cursor, optionStart);
  if (last < first) {
    report(cursor, option, 'invalid-option', 'The range of `p` runs from the smaller number to the larger.');
  } else if (last - first >= lagColumnsMax) {
    report(cursor, option, 'invalid-option', `\`p\` makes at most ${lagColumnsMax} columns.`);
  }
  if (isRange && alias !== undefined) refuseOneName(cursor, field, alias, first, last);
  const named = isRange || alias === undefined ? {} : { alias };
  const span = spanFrom(cursor, start);
  return { kind: 'autoregress', field, ...named, first, last, span };
}

/** Splunk, whose command this is, refuses it too. */
function refuseOneName(cursor: Cursor, field: FieldExpr, { span }: Alias, first: number, last: number): void {
  const message = 'A range of `p` makes several columns; one name is not enough.';
  const hint = `The columns of a range are called ${field.name}_p${first} to ${field.name}_p${last}.`;
  report(cursor, span, 'invalid-option', message, hint);
}
