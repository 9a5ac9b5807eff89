// Equality as equality of keys: what joins and lists of values need, since an engine finds equal keys fast and tries a condition
// over both sides on every pair. The rules are those of `=` (reference logs-insights-ql 2.3).

import type { ValueKind } from '../plan/plan.ts';
import { isTextKind, toNumber, type Value } from './coercion.ts';
import type { SqlContext } from './context.ts';

type Key = (value: Value, context: SqlContext) => string;

/** How values of two kinds are written, none of them a map or list, so that they are equal when what is written is. */
export function equalityKey(one: ValueKind, other: ValueKind): Key {
  if (!isTextKind(one) || !isTextKind(other)) return toNumber;
  return one === 'numericText' || other === 'numericText' ? numericKey : ({ sql }) => sql;
}

/** Text that reads as a number is the number, however it is written; integers keep all their digits (reference Q23). */
function numericKey({ sql }: Value, { dialect }: SqlContext): string {
  return dialect.once([sql], ([text = sql]) =>
    dialect.firstPresent(
      dialect.integerToText(dialect.textToInteger(text)),
      dialect.numberToExactText(dialect.textToNumber(text)),
      text,
    ),
  );
}
