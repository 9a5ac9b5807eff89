// unnest: one row per item of a list; the place of an item orders the rows that one event became.

import { isJsonKind } from '../../plan/plan.ts';
import { toText } from '../coercion.ts';
import { valueSql } from '../expression.ts';
import { readMembers } from '../members.ts';
import {
  close,
  closeWith,
  madeName,
  ordinalName,
  type Pipeline,
  type StepOf,
  settleFor,
} from '../pipeline.ts';

export function unnest(pipeline: Pipeline, { id, source, opensText }: StepOf<'unnest'>): void {
  const { json } = pipeline.context.dialect;
  settleFor(pipeline, [source]);
  const [items, item] = [`l${id}`, `e${id}`];
  pipeline.computed.push({ name: items, sql: itemsSql(pipeline, source, opensText), ids: [id] });
  close(pipeline);
  const place = ordinalName(pipeline);
  closeWith(pipeline, `SELECT *, ${json.unnest(items, item, place)}`, '');
  pipeline.ordinals = [...pipeline.ordinals, place];
  pipeline.computed.push({ name: madeName(id), sql: json.item(item), ids: [id] });
  readMembers(pipeline, id, (paths) => json.members(item, paths));
}

function itemsSql(pipeline: Pipeline, source: StepOf<'unnest'>['source'], opensText: boolean): string {
  const { json } = pipeline.context.dialect;
  const value = valueSql(source, pipeline.scope);
  if (!isJsonKind(value.kind)) return json.itemsOfText(toText(value, pipeline.context));
  return opensText ? json.itemsOfDocument(value.sql) : json.items(value.sql);
}
