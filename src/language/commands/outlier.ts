// `outlier`: reference logs-insights-ql 3.24.

import type { OutlierCommand } from '../ast.ts';
import { type Cursor, report, spanFrom, take, unexpected, wordOf } from '../cursor.ts';
import { fieldList, plainField } from '../field-list.ts';
import { booleanOption, takeOption } from '../options.ts';

/** outlier := "outlier" { option } field { field }, option := "action=" word | "param=" number | "uselower=" boolean | "mark=" boolean */
export function parseOutlier(cursor: Cursor, start: number): OutlierCommand {
  let action: OutlierCommand['action'] = 'transform';
  let [factor, lower, mark] = [2.5, false, false];
  for (;;) {
    if (takeOption(cursor, 'action')) action = actionOption(cursor);
    else if (takeOption(cursor, 'param')) factor = factorOption(cursor);
    else if (takeOption(cursor, 'uselower')) lower = booleanOption(cursor);
    else if (takeOption(cursor, 'mark')) mark = booleanOption(cursor);
    else break;
  }
  const fields = fieldList(cursor, plainField);
  return { kind: 'outlier', action, factor, lower, mark, fields, span: spanFrom(cursor, start) };
}

function actionOption(cursor: Cursor): OutlierCommand['action'] {
  const word = wordOf(cursor.lexeme);
  if (word !== 'remove' && word !== 'transform') return unexpected(cursor, 'Write `remove` or `transform`.');
  take(cursor, 'constant');
  return word;
}

function factorOption(cursor: Cursor): number {
  const { lexeme } = cursor;
  if (lexeme.kind !== 'number')
    return unexpected(cursor, '`param` is a number: how many interquartile ranges are tolerated.');
  take(cursor, 'number');
  const factor = Number(lexeme.text);
  if (!Number.isFinite(factor)) report(cursor, lexeme.span, 'invalid-number', 'This number is too large.');
  return factor;
}
