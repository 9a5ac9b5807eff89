// join: the events of another source beside those rows whose key they share (reference logs-insights-ql 3.18).

import { isTextKind, toNumber, type Value } from '../coercion.ts';
import { compare } from '../compare.ts';
import { groupName, type SqlContext, sequenceName } from '../context.ts';
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
  const equal = keysEqual(
    { kind: step.left.kind, sql: `${left}.${scope.column(step.left)}` },
    { kind: step.right.kind, sql: rightColumn(step.right.name) },
    context,
  );
  const kind = step.type === 'left' ? 'LEFT JOIN' : 'JOIN';
  addTable(pipeline, `SELECT ${columns.join(', ')} FROM ${left} ${kind} ${right} ON ${equal}`);
  pipeline.ordinals = [...pipeline.ordinals, ordinal];
}

/** The rules of `=` (reference 2.3), written so that each side stands alone: engines join by equality of two keys, not by conditions. */
function keysEqual(left: Value, right: Value, context: SqlContext): string {
  if (left.kind === 'null') return 'FALSE';
  if (!isTextKind(left.kind) || !isTextKind(right.kind)) return compare('=', left, right, false, context);
  const computed = left.kind === 'numericText' || right.kind === 'numericText';
  const [one, other] = [left, right].map((value) => (computed ? numericKey(value, context) : value.sql));
  return `${one} = ${other}`;
}

/** Text that reads as a number is the number, however it is written. */
function numericKey(text: Value, context: SqlContext): string {
  const { dialect } = context;
  return dialect.once([text.sql], ([sql = text.sql]) =>
    dialect.firstPresent(dialect.numberToExactText(toNumber({ ...text, sql }, context)), sql),
  );
}
