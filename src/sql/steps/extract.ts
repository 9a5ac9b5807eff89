// extract: the captures of a regular expression, taken once as a record and then read one by one.

import { toText } from '../coercion.ts';
import { valueSql } from '../expression.ts';
import { close, madeName, type Pipeline, type StepOf, settleFor } from '../pipeline.ts';

export function extract(pipeline: Pipeline, step: StepOf<'extract'>): void {
  const { dialect } = pipeline.context;
  settleFor(pipeline, [step.source]);
  const source = valueSql(step.source, pipeline.scope);
  const text = toText(source, pipeline.context);
  const ids = step.captures.map(({ id }) => id);
  const names = ids.map(madeName);
  const record = `r${ids[0]}`;
  const pattern = pipeline.context.constant(step.pattern);
  pipeline.computed.push({ name: record, sql: dialect.captures(text, pattern, names), ids });
  close(pipeline);
  for (const { id, mayBeEmpty } of step.captures) {
    const capture = dialect.capture(record, madeName(id));
    // The engine gives empty text for a group that took no part in the match.
    const sql = mayBeEmpty ? capture : `NULLIF(${capture}, '')`;
    pipeline.computed.push({ name: madeName(id), sql, ids: [id] });
  }
}
