// Results of a Logs Insights query, as GetQueryResults returns them: `{"results":[[{"field":"@message","value":"…"},…],…]}`.
// Needs @message among the fields; takes @timestamp and @logStream when they are there.

import { instantMs } from '../ecs/instant.ts';
import type { IncomingEvent } from '../store/schema.ts';
import type { JsonObject } from './captured.ts';

/** Throws when the results lack @message: there is no event to store then. */
export function queryResults(value: JsonObject): readonly IncomingEvent[] | null {
  const rows = value.results;
  if (!Array.isArray(rows) || !rows.every(isRow)) return null;
  return rows.map((row) => {
    const cell = (name: string): string | undefined => row.find((part) => part.field === name)?.value;
    const message = cell('@message');
    if (message === undefined) {
      throw new Error('the query results lack @message; query with `fields @timestamp, @message`');
    }
    const timestampMs = instantMs(cell('@timestamp'));
    const logStream = cell('@logStream');
    return {
      message,
      ...(timestampMs === null ? {} : { timestampMs }),
      ...(logStream === undefined ? {} : { logStream }),
    };
  });
}

function isRow(row: unknown): row is readonly { readonly field: string; readonly value?: string }[] {
  return (
    Array.isArray(row) && row.every((cell) => typeof cell === 'object' && cell !== null && 'field' in cell)
  );
}
