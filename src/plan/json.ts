// Maps and lists in a plan: how their members are named, and where a whole one may not stand (reference 1.3, 2.6).

import type { MemberStep, Span } from '../language/ast.ts';
import { type Diagnostic, errorAt } from '../language/diagnostic.ts';
import { nullLiteral } from './literal.ts';
import { isJsonKind, type PlanExpr, type ValueKind } from './plan.ts';

/** Whether a value of the kind is a map or a list whatever the event holds, or absent. */
export function isStructureKind(kind: ValueKind): boolean {
  return isJsonKind(kind) && kind !== 'json';
}

/** A member of a map or an item of a list; absent when there is none. */
export function memberOf(value: PlanExpr, path: readonly MemberStep[]): PlanExpr {
  if (value.op === 'member') return { ...value, path: [...value.path, ...path] };
  return { op: 'member', value, path, kind: 'json' };
}

/** The value where a single one is wanted: a map or list counts as absent (reference 2.6). */
export function asScalar(expr: PlanExpr): PlanExpr {
  return isJsonKind(expr.kind) ? { op: 'scalar', value: expr, kind: 'text' } : expr;
}

/** As `asScalar` for keys and for arguments of aggregates, where what is known to be a map or list is refused (reference 2.6). */
export function asKey(
  expr: PlanExpr,
  span: Span,
  { text, diagnostics }: { readonly text: string; readonly diagnostics: Diagnostic[] },
): PlanExpr {
  if (!isStructureKind(expr.kind)) return asScalar(expr);
  const source = text.slice(span.start, span.end);
  const message = `\`${source}\` is a map or a list, and only single values can be grouped, sorted and aggregated.`;
  diagnostics.push(errorAt(span, 'map-or-list', message, `Name a member, as in \`${source}.key\`.`));
  return nullLiteral;
}
