// When the events happened that have a field: of several fields of one group in one statement.

import { quoteIdentifier } from '../engine/quote-identifier.ts';
import type { Group } from './group.ts';
import { type FieldTimes, systemColumns } from './schema.ts';

const timestamp = quoteIdentifier(systemColumns.timestamp);
const ingestion = quoteIdentifier(systemColumns.ingestionTime);
const valuesPerField = 3;

/** Which field, and the time of storing from which events count, in epoch milliseconds. */
export interface FieldSince {
  readonly field: string;
  readonly sinceMs: number;
}

/** A statement with one row for all fields; null when none is asked for. */
export function fieldTimesSql(group: Group, fields: readonly FieldSince[]): string | null {
  if (fields.length === 0) return null;
  const values = fields.flatMap(({ field, sinceMs }) => {
    const since = `${ingestion} >= ${Math.floor(sinceMs)}`;
    const column = columnOf(group, field);
    const has = column === undefined ? 'FALSE' : `${quoteIdentifier(column)} IS NOT NULL AND ${since}`;
    return [
      `min(${timestamp}) FILTER (${has})`,
      `max(${timestamp}) FILTER (${has})`,
      `max(${ingestion}) FILTER (${since})`,
    ];
  });
  return `SELECT ${values.join(', ')} FROM ${quoteIdentifier(group.table)}`;
}

/** Of the system fields, those that are columns. */
function columnOf(group: Group, field: string): string | undefined {
  const { ingestionTime, logStream } = systemColumns;
  return field === ingestionTime || field === logStream ? field : group.fields.get(field);
}

/** The row of that statement, a value for each field. */
export function readFieldTimes(
  fields: readonly FieldSince[],
  row: readonly unknown[],
): readonly FieldTimes[] {
  const at = (index: number): number | null => {
    const value = row[index];
    return value === null || value === undefined ? null : Number(value);
  };
  return fields.map((_, i) => ({
    firstEventMs: at(valuesPerField * i),
    lastEventMs: at(valuesPerField * i + 1),
    lastIngestionMs: at(valuesPerField * i + 2),
  }));
}
