// join: the events of another source beside those rows whose key they share (reference logs-insights-ql 3.18).

import { groupName, sequenceName } from '../context.ts';
import { equalityKey } from '../equality-key.ts';
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
    `${dialect.tuple([sequenceName, groupName].map((name) => `${right}.${dialect.identifier(name)}`))} AS ${ordinal}`,
  ];
  const keyOf = equalityKey(step.left.kind, step.right.kind);
  const one = keyOf({ kind: step.left.kind, sql: `${left}.${scope.column(step.left)}` }, context);
  const other = keyOf({ kind: step.right.kind, sql: rightColumn(step.right.name) }, context);
  const kind = step.type === 'left' ? 'LEFT JOIN' : 'JOIN';
  addTable(pipeline, `SELECT ${columns.join(', ')} FROM ${left} ${kind} ${right} ON ${one} = ${other}`);
  pipeline.ordinals = [...pipeline.ordinals, ordinal];
}
