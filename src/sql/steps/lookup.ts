// lookup: columns of a lookup table beside the rows (reference logs-insights-ql 3.16, 3.17). Inferred: its first matching row wins.

import type { ColumnRef } from '../../plan/plan.ts';
import { toKind, toText, type Value } from '../coercion.ts';
import { addTable, close, madeName, type Pipeline, type StepOf } from '../pipeline.ts';

export function lookup(pipeline: Pipeline, step: StepOf<'lookup'>): void {
  close(pipeline);
  const { context, scope } = pipeline;
  const rows = pipeline.from;
  const table = `l${pipeline.tables.length}`;
  // Columns of the lookup table may have the names of those of the rows.
  const own = (ref: ColumnRef): Value => ({ kind: ref.kind, sql: `${rows}.${scope.column(ref)}` });
  const keys = step.keys.map(({ column, expr }) => ({
    column: context.dialect.identifier(column),
    text: toText(own(expr), context),
  }));
  const found =
    step.match === 'equal' ? firstRows(pipeline, step, keys) : longestRanges(pipeline, step, keys, rows);
  pipeline.tables.push(context.dialect.commonTable(table, found));
  const columns = step.columns.map(({ id, column, keep, kind }) => {
    const cell: Value = { kind: 'text', sql: `${table}.${context.dialect.identifier(column)}` };
    const given = toKind(cell, kind, context);
    const kept = keep === null ? null : toKind(own(keep), kind, context);
    return `${kept === null ? given : context.dialect.firstPresent(kept, given)} AS ${madeName(id)}`;
  });
  const on =
    step.match === 'equal'
      ? keys.map(({ column, text }) => `${text} = ${table}.${column}`)
      : keys.map(({ text }) => `${text} = ${table}.address`);
  addTable(
    pipeline,
    `SELECT ${[`${rows}.*`, ...columns].join(', ')} FROM ${rows} LEFT JOIN ${table} ON ${on.join(' AND ')}`,
  );
}

type Step = StepOf<'lookup'>;
type Keys = readonly { readonly column: string; readonly text: string }[];

function firstRows({ context }: Pipeline, step: Step, keys: Keys): string {
  const { dialect } = context;
  const first = `row_number() OVER (PARTITION BY ${keys.map(({ column }) => column).join(', ')} ORDER BY ${dialect.identifier(step.order)}) = 1`;
  return `SELECT * FROM ${dialect.identifier(step.table)} QUALIFY ${first}`;
}

/**
 * For each address among the rows the entry whose range holds it, of several that with the longest prefix. The table knows few lengths of
 * prefixes, so that an address is looked for under each of them: equal texts join fast, a test of all pairs does not. Measured: 10,000
 * addresses in 1,000 ranges of 26 lengths take about 0.1 s.
 */
function longestRanges({ context }: Pipeline, step: Step, keys: Keys, rows: string): string {
  const { dialect } = context;
  const [key] = keys;
  const ranges = `SELECT *, ${dialect.rangeBits(`${key?.column}`)} AS bits FROM ${dialect.identifier(step.table)}`;
  const family = 'substring(bits, 1, 1) AS family';
  const lengths = `(SELECT DISTINCT ${family}, length(bits) AS size FROM ranges) AS lengths`;
  const distinct = `(SELECT DISTINCT ${key?.text} AS address FROM ${rows}) AS present`;
  const addresses = `(SELECT address, bits, ${family} FROM (SELECT address, ${dialect.addressBits('address')} AS bits FROM ${distinct}) AS known) AS addresses`;
  const wanted = `(SELECT address, substring(bits, 1, size) AS prefix FROM ${addresses} JOIN ${lengths} USING (family)) AS wanted`;
  const narrowest = `row_number() OVER (PARTITION BY address ORDER BY length(entry.bits) DESC, entry.${dialect.identifier(step.order)}) = 1`;
  return [
    `WITH ${dialect.commonTable('ranges', ranges, true)}`,
    `SELECT entry.*, address FROM ${wanted} JOIN ranges AS entry ON entry.bits = wanted.prefix QUALIFY ${narrowest}`,
  ].join('\n');
}
