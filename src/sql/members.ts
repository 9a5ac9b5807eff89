// Members of maps and lists in columns of their own: all paths that the plan names in one column are read together, since reading
// JSON costs far more than taking a value out of it.

import { operands, type PlanExpr, type Step, stepExpressions } from '../plan/plan.ts';
import { close, type MemberPath, type Pipeline } from './pipeline.ts';

/** The paths into each made column, without repetition. */
export function wantedMembers(
  steps: readonly Step[],
  outputs: readonly PlanExpr[],
): ReadonlyMap<number, readonly MemberPath[]> {
  const wanted = new Map<number, MemberPath[]>();
  const visit = (expr: PlanExpr): void => {
    if (expr.op === 'member' && expr.value.op === 'made') {
      const { id } = expr.value;
      const paths = wanted.get(id) ?? [];
      if (!paths.some((path) => memberKey(id, path) === memberKey(id, expr.path))) paths.push(expr.path);
      wanted.set(id, paths);
    }
    operands(expr).forEach(visit);
  };
  steps.flatMap(stepExpressions).forEach(visit);
  outputs.forEach(visit);
  return wanted;
}

export function memberKey(id: number, path: MemberPath): string {
  return JSON.stringify([id, ...path]);
}

/** Reads the wanted members of column `id` into columns; `read` writes the list of them for these paths. */
export function readMembers(
  pipeline: Pipeline,
  id: number,
  read: (paths: readonly string[]) => string,
): void {
  const { context, scope } = pipeline;
  const { json } = context.dialect;
  const paths = scope.wanted.get(id) ?? [];
  if (paths.length === 0) return;
  const record = `r${id}`;
  const fragments = paths.map((path) => context.parameter(json.path(path), 'text'));
  pipeline.computed.push({ name: record, sql: read(fragments), ids: [id] });
  close(pipeline);
  for (const [position, path] of paths.entries()) {
    const name = `m${id}_${position}`;
    pipeline.computed.push({ name, sql: json.nth(record, position), ids: [id] });
    scope.members.set(memberKey(id, path), name);
  }
}
