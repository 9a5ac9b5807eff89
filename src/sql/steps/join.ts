// join: the events of another source beside those rows whose key they share (reference logs-insights-ql 3.18).

import type { PlanExpr } from '../../plan/plan.ts';
import { isTextKind } from '../coercion.ts';
import { compare } from '../compare.ts';
import { sequenceName } from '../context.ts';
import { addTable, close, madeName, ordinalName, type Pipeline, type StepOf } from '../pipeline.ts';
import { fieldAliases, sourceSql } from '../source.ts';

export function join(pipeline: Pipeline, step: StepOf<'join'>): void {
  const { context, scope } = pipeline;
  const { dialect, sources } = context;
  const source = sources[step.source];
  if (source === undefined) throw new Error(`a join reads source ${step.source}, which is not there`);
  close(pipeline);
  const left = pipeline.from;
  const names = [...new Set(['@timestamp', step.right.name, ...step.columns.map(({ field }) => field.name)])];
  const aliases = fieldAliases(names);
  const right = `j${pipeline.tables.length}`;
  pipeline.tables.push(dialect.commonTable(right, sourceSql(names, aliases, source, context)));
  const rightColumn = (name: string): string => `${right}.${dialect.identifier(aliases.get(name) ?? name)}`;
  const ordinal = ordinalName(pipeline);
  const columns = [
    `${left}.*`,
    ...step.columns.map(({ id, field }) => `${rightColumn(field.name)} AS ${madeName(id)}`),
    `${right}.${dialect.identifier(sequenceName)} AS ${ordinal}`,
  ];
  const value = (expr: PlanExpr, sql: string) => ({ kind: expr.kind, sql });
  const one = value(step.left, `${left}.${scope.column(step.left)}`);
  const other = value(step.right, rightColumn(step.right.name));
  // Equality of text is a hash join; other kinds follow the rules of `=`.
  const equal =
    isTextKind(one.kind) && isTextKind(other.kind)
      ? `${one.sql} = ${other.sql}`
      : compare('=', one, other, false, context);
  const kind = step.type === 'left' ? 'LEFT JOIN' : 'JOIN';
  addTable(pipeline, `SELECT ${columns.join(', ')} FROM ${left} ${kind} ${right} ON ${equal}`);
  pipeline.ordinals = [...pipeline.ordinals, ordinal];
}
