// extractAll: a row for each match of a regular expression, in the order of the text; the other columns are repeated.

import { toText } from '../coercion.ts';
import { valueSql } from '../expression.ts';
import { close, madeName, ordinalName, type Pipeline, type StepOf, settleFor } from '../pipeline.ts';

export function extractAll(pipeline: Pipeline, step: StepOf<'extractAll'>): void {
  const { dialect } = pipeline.context;
  settleFor(pipeline, [step.source]);
  const text = toText(valueSql(step.source, pipeline.scope), pipeline.context);
  const ids = step.captures.map(({ id }) => id);
  const [matches, record] = [`m${ids[0]}`, `r${ids[0]}`];
  const pattern = pipeline.context.constant(step.pattern);
  pipeline.computed.push({ name: matches, sql: dialect.allCaptures(text, pattern, ids.map(madeName)), ids });
  close(pipeline);
  const { item, place } = dialect.eachItem(matches);
  const ordinal = ordinalName(pipeline);
  pipeline.computed.push({ name: record, sql: item, ids }, { name: ordinal, sql: place, ids: [] });
  close(pipeline);
  pipeline.ordinals = [...pipeline.ordinals, ordinal];
  for (const id of ids) {
    pipeline.computed.push({ name: madeName(id), sql: dialect.capture(record, madeName(id)), ids: [id] });
  }
}
