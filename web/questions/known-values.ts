// Which inputs the recording itself can list values for, and the query that does.

import type { QueryResult } from '../api/responses.ts';

/** Input name -> the field whose values it takes. */
const fields: Readonly<Record<string, string>> = {
  service: 'ecs.service',
  cluster: 'ecs.cluster',
};

export const valueField = (inputName: string): string | undefined => fields[inputName];

const valuesMax = 500;

export const knownValuesQuery = (field: string): string =>
  `stats count(*) as events by ${field}\n| sort events desc\n| limit ${valuesMax}`;

export interface KnownValue {
  readonly value: string;
  readonly events: number;
}

/** The values of a known-values result; events without the field are left out. */
export function knownValues(result: QueryResult | undefined): readonly KnownValue[] {
  if (result === undefined) return [];
  const eventsAt = result.columns.findIndex(({ name }) => name === 'events');
  const valueAt = result.columns.findIndex(({ name }) => name !== 'events');
  return result.rows.flatMap((row) => {
    const value = row[valueAt] ?? null;
    return value === null ? [] : [{ value, events: Number(row[eventsAt]) }];
  });
}
