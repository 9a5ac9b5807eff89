// `unmask`: reference logs-insights-ql 3.13. AWS lists it among the commands and shows it only as a function
// (`fields unmask(@message)`). Inferred: as a command it lists fields, as `fields` does.

import type { UnmaskCommand } from '../ast.ts';
import { type Cursor, many, spanFrom } from '../cursor.ts';
import { plainField } from '../field-list.ts';

/** unmask := "unmask" field { "," field } */
export function parseUnmask(cursor: Cursor, start: number): UnmaskCommand {
  const fields = many(cursor, plainField);
  return { kind: 'unmask', fields, span: spanFrom(cursor, start) };
}
