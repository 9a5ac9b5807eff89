// xml: the values that process/ has found in texts, beside the rows that have these texts. Rows and values meet by a digest, so that the
// texts themselves need not come back.

import type { PlanExpr } from '../../plan/plan.ts';
import { toText } from '../coercion.ts';
import { valueSql } from '../expression.ts';
import { addTable, close, madeName, type Pipeline, type StepOf, settleFor } from '../pipeline.ts';

/** Only what begins with a tag can be a document. */
const beginsAsXml = '^[\\s\\x{FEFF}]*<';

export function xml(pipeline: Pipeline, step: StepOf<'xml'>): void {
  const { dialect, parameter, xmlValues } = pipeline.context;
  const digest = computeDigest(pipeline, step.source);
  const rows = pipeline.from;
  const values = `x${pipeline.tables.length}`;
  const names = step.columns.map(({ id }) => madeName(id));
  const columns = ['digest', ...names].map((name) => ({ name, type: 'text' }) as const);
  const found = dialect.jsonRows(parameter(xmlValues?.get(step) ?? '[]', 'text'), columns, 'place');
  // Several steps would each read the JSON again.
  pipeline.tables.push(dialect.commonTable(values, found, true));
  const list = [`${rows}.*`, ...names.map((name) => `${values}.${name}`)].join(', ');
  addTable(
    pipeline,
    `SELECT ${list} FROM ${rows} LEFT JOIN ${values} ON ${rows}.${digest} = ${values}.digest`,
  );
}

/** Adds a column that tells texts apart, absent where the text is no XML; gives its name. */
export function computeDigest(pipeline: Pipeline, source: PlanExpr): string {
  settleFor(pipeline, [source]);
  const { context, scope } = pipeline;
  const { dialect } = context;
  const text = toText(valueSql(source, scope), context);
  const pattern = context.parameter(beginsAsXml, 'text');
  const sql = dialect.once([text], ([it = text]) => {
    const digest = dialect.functions.sha256([it]);
    return `CASE WHEN ${dialect.matches(it, pattern)} THEN ${digest} END`;
  });
  const name = `x${pipeline.tables.length}_1`;
  pipeline.computed.push({ name, sql, ids: [] });
  close(pipeline);
  return name;
}
