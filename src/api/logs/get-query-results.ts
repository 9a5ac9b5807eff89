// GetQueryResults: the state of a started query and, once it is complete, its rows in pages of at most 10,000.
// A null cell is left out of its row, never sent without a value: Grafana dereferences it (interop reference e.1).

import { z } from 'zod';
import type { QueryResult, QueryStatistics } from '../../queries/query.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { integer, nextToken, text } from './members.ts';
import { page } from './page.ts';

const pageSizeMax = 10_000;

const shape = z.object({
  queryId: text(0, 256),
  nextToken: nextToken.optional(),
  maxItems: integer(1, pageSizeMax).optional(),
});

export const getQueryResults = action(shape, (input, { queries }) => {
  const state = queries.get(input.queryId);
  if (state === undefined) {
    throw new ServiceError('ResourceNotFoundException', `Query '${input.queryId}' does not exist`);
  }
  const { result } = state;
  const rows = result?.rows ?? [];
  const { items, ...next } = page(rows, [state.id], input.maxItems ?? pageSizeMax, input.nextToken);
  return {
    queryLanguage: 'CWLI',
    results: items.map((row) => encodeRow(row, result?.columns ?? [])),
    statistics: encodeStatistics(result?.statistics, rows.length),
    status: state.status,
    ...next,
  };
});

function encodeRow(row: readonly (string | null)[], columns: QueryResult['columns']): object[] {
  const fields: object[] = [];
  for (const [index, { name }] of columns.entries()) {
    const value = row[index] ?? null;
    if (value !== null) fields.push({ field: name, value });
  }
  return fields;
}

/** Always numbers, also while the query runs: Grafana shows them. */
function encodeStatistics(statistics: QueryStatistics | undefined, resultCount: number): object {
  return {
    recordsMatched: statistics?.recordsMatched ?? 0,
    recordsScanned: statistics?.recordsScanned ?? 0,
    estimatedRecordsSkipped: 0,
    bytesScanned: statistics?.bytesScanned ?? 0,
    estimatedBytesSkipped: 0,
    logGroupsScanned: statistics?.logGroupsScanned ?? 0,
    resultCount,
  };
}
