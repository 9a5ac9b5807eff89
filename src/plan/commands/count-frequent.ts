// countFrequent: how often each combination of values occurs, most frequent first (reference 3.26).
// Differs: AWS estimates, we count. Inferred: a missing value is a value of its own, as in stats.

import type { CountFrequentCommand, Item } from '../../language/ast.ts';
import type { PlanContext } from '../scope.ts';
import { planSort } from './sort.ts';
import { planStats } from './stats.ts';

const countName = '_approxcount';

/** `stats count(*) as _approxcount by … | sort _approxcount desc` */
export function planCountFrequent({ fields, span }: CountFrequentCommand, context: PlanContext): void {
  const star = { kind: 'star', span } as const;
  const count = { kind: 'call', name: 'count', nameSpan: span, args: [star], span } as const;
  const counted: Item = { expr: count, alias: { name: countName, span }, span };
  const groups = fields.map((field) => ({ expr: field, span: field.span }));
  context.statsAhead++;
  planStats({ kind: 'stats', aggregates: [counted], groups, span }, context);
  const field = { kind: 'field', name: countName, segments: [countName], span } as const;
  planSort({ kind: 'sort', keys: [{ field, direction: 'desc', span }], span }, context);
}
