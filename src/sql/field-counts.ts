// How the values of fields are distributed among events that match a condition and among the others: what relevantfields needs.
// One pass over (event, field, value), whatever the number of fields.

import type { StatementColumn } from '../engine/statement.ts';
import { listedFieldValuesMax, numericRangesMax } from '../limits.ts';
import type { ColumnRef, PlanExpr } from '../plan/plan.ts';
import { toCondition, toText } from './coercion.ts';
import { addTable, close, type Pipeline } from './pipeline.ts';

/**
 * Rows: `part` says what one is, `field` whose. events: matching and other events in all (field -1). value: one of the field's most
 * frequent values. rest: events with other values, and in `ordinal` how many values there are in all, apart for values that only one
 * side has. range: a slice of the numbers of a
 * field that has nothing else, ascending by `ordinal`. median: of its numbers on both sides.
 */
export const fieldCountsColumns: readonly StatementColumn[] = [
  { name: 'part', kind: 'text' },
  { name: 'field', kind: 'number' },
  { name: 'ordinal', kind: 'number' },
  { name: 'value', kind: 'text' },
  { name: 'matching', kind: 'number' },
  { name: 'other', kind: 'number' },
];

export function fieldCountsSql(
  pipeline: Pipeline,
  [condition]: readonly ColumnRef[],
  fields: readonly ColumnRef[],
): string {
  const { context, scope } = pipeline;
  const { dialect } = context;
  close(pipeline);
  const matches =
    condition === undefined
      ? 'FALSE'
      : toCondition({ kind: condition.kind, sql: scope.column(condition) }, context);
  const text = (expr: PlanExpr & ColumnRef): string =>
    toText({ kind: expr.kind, sql: scope.column(expr) }, context);
  const table = (name: string, body: string): void => {
    pipeline.tables.push(dialect.commonTable(name, body, true));
  };
  table(
    'judged',
    `SELECT COALESCE(${matches}, FALSE) AS matches, ${fields.map((field, index) => `${text(field)} AS f${index}`).join(', ')} FROM ${pipeline.from}`,
  );
  const values = dialect.unpivot(fields.map((_, index) => `f${index}`));
  addTable(pipeline, `SELECT matches, ${values} FROM judged`);
  const sides = 'count(*) FILTER (WHERE matches) AS matching, count(*) FILTER (WHERE NOT matches) AS other';
  const number = dialect.textToNumber('value');
  table(
    'counted',
    `SELECT field, value, ${number} AS number, ${sides} FROM ${pipeline.from} WHERE value IS NOT NULL GROUP BY field, value`,
  );
  table(
    'ranked',
    `SELECT *, row_number() OVER (PARTITION BY field ORDER BY matching + other DESC, value) AS place, ntile(${numericRangesMax}) OVER (PARTITION BY field ORDER BY number) AS slice, count(number) OVER (PARTITION BY field) = count(*) OVER (PARTITION BY field) AS numeric FROM counted`,
  );
  const part = (name: string, columns: string, from: string): string =>
    `SELECT '${name}' AS part, ${columns} FROM ${from}`;
  const empty = dialect.nullOf('text');
  const parts = [
    part('events', `-1 AS field, 0 AS ordinal, ${empty} AS value, ${sides}`, 'judged'),
    part(
      'value',
      'field, place AS ordinal, value, matching, other',
      `ranked WHERE place <= ${listedFieldValuesMax}`,
    ),
    part(
      'rest',
      `field, count(*), ${empty}, COALESCE(sum(matching) FILTER (WHERE place > ${listedFieldValuesMax}), 0), COALESCE(sum(other) FILTER (WHERE place > ${listedFieldValuesMax}), 0)`,
      'ranked GROUP BY field, matching > 0, other > 0',
    ),
    part(
      'range',
      `field, slice, ${empty}, sum(matching), sum(other)`,
      'ranked WHERE numeric GROUP BY field, slice',
    ),
    part(
      'median',
      `field, 0, ${empty}, ${weightedMedian('matching')}, ${weightedMedian('other')}`,
      runningCounts(),
    ),
  ];
  return `${parts.join('\nUNION ALL\n')}\nORDER BY 2, 1, 3`;
}

/** The smallest number up to which half of the events lie. */
function weightedMedian(side: string): string {
  return `min(number) FILTER (WHERE ${side}_so_far * 2 >= ${side}_all AND ${side}_all > 0)`;
}

function runningCounts(): string {
  const sums = ['matching', 'other'].flatMap((side) => [
    `sum(${side}) OVER (PARTITION BY field ORDER BY number, value) AS ${side}_so_far`,
    `sum(${side}) OVER (PARTITION BY field) AS ${side}_all`,
  ]);
  return `(SELECT field, number, ${sums.join(', ')} FROM ranked WHERE numeric) AS running GROUP BY field`;
}
