// Which log groups and which time a query reads: those of its SOURCE, else those around it (reference logs-insights-ql 3.30).

import type { SourceClause, TimeBound } from '../language/ast.ts';
import type { Moment, SourceSpec } from './plan.ts';

/**
 * What a query with this clause reads. Inferred: a sub-query or the right side of a join has the time of the query around it
 * (reference 3.18, 3.19), and of a clause with one bound the other is that around it.
 */
export function sourceSpec(
  clause: SourceClause | undefined,
  around: SourceSpec,
  { nowMs }: Pick<Moment, 'nowMs'>,
): SourceSpec {
  const at = (bound: TimeBound | undefined, otherwiseMs: number): number => {
    if (bound === undefined) return otherwiseMs;
    return bound.relative ? nowMs + bound.ms : bound.ms;
  };
  return {
    clause: clause ?? around.clause,
    startMs: at(clause?.start, around.startMs),
    endMs: at(clause?.end, around.endMs),
  };
}
