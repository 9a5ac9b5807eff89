// fillBins: a row for each bin of the time range that no row has.

import { literalValue, toKind } from '../coercion.ts';
import { binStart } from '../expression.ts';
import { addTable, close, madeName, ordinalName, type Pipeline, type StepOf } from '../pipeline.ts';

export function fillBins(pipeline: Pipeline, step: StepOf<'fillBins'>): void {
  const { context } = pipeline;
  const { dialect } = context;
  close(pipeline, '', true);
  const rows = pipeline.from;
  const bin = madeName(step.id);
  const [first, last] = [step.startMs, step.endMs].map((ms) =>
    binStart(context.parameter(BigInt(Math.floor(ms)), 'integer'), step, dialect),
  );
  const bins = dialect.timeSeries(first ?? '', last ?? '', step.period);
  const values = step.values.map(
    ({ id, value, kind }) => `${toKind(literalValue(value, context), kind, context)} AS ${madeName(id)}`,
  );
  // New rows that tie in everything else are in the order of their times.
  const ordinal = ordinalName(pipeline);
  const columns = [`bins.start AS ${bin}`, ...values, `bins.start AS ${ordinal}`].join(', ');
  const missing = `SELECT ${columns} FROM (${bins}) AS bins WHERE NOT EXISTS (SELECT 1 FROM ${rows} WHERE ${rows}.${bin} = bins.start)`;
  addTable(pipeline, dialect.unionByName(`SELECT * FROM ${rows}`, missing));
  pipeline.ordinals = [...pipeline.ordinals, ordinal];
}
