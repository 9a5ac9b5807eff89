// aggregate: GROUP BY. The first one counts the events behind each group, for the statistics.

import { eventsName } from '../context.ts';
import { valueSql } from '../expression.ts';
import {
  closeWith,
  madeName,
  ordinalName,
  type Pipeline,
  type StepOf,
  sequenceColumn,
  settleFor,
  tieColumns,
} from '../pipeline.ts';

export function aggregate(pipeline: Pipeline, step: StepOf<'aggregate'>): void {
  const sources = step.groups.map((group) => group.source);
  settleFor(pipeline, [...sources, ...step.aggregates.map((column) => column.expr)]);
  const { column } = pipeline.scope;
  const columns = [
    ...step.groups.map((group) => `${column(group.source)} AS ${madeName(group.id)}`),
    ...step.aggregates.map(({ id, expr }) => `${valueSql(expr, pipeline.scope).sql} AS ${madeName(id)}`),
    `min(${sequenceColumn(pipeline)}) AS ${sequenceColumn(pipeline)}`,
  ];
  if (pipeline.rows === 'events')
    columns.push(`count(*) AS ${pipeline.context.dialect.identifier(eventsName)}`);
  // Groups that begin in the same event are in the order of the rows that the event became.
  const ordinals = pipeline.ordinals.length === 0 ? [] : [ordinalName(pipeline)];
  const { tuple } = pipeline.context.dialect;
  for (const ordinal of ordinals) columns.push(`min(${tuple(tieColumns(pipeline))}) AS ${ordinal}`);
  const keys = sources.map(column).join(', ');
  closeWith(
    pipeline,
    `SELECT ${columns.join(', ')}`,
    keys === '' ? '\nHAVING count(*) > 0' : `\nGROUP BY ${keys}`,
  );
  pipeline.rows = 'groups';
  pipeline.order = null;
  pipeline.ordinals = ordinals;
  pipeline.binIds = step.groups.filter((group) => group.bin).map((group) => group.id);
}
