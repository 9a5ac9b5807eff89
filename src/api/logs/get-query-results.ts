// GetQueryResults: the state of a started query and its rows in pages of at most 10,000; while it runs, the rows found so far,
// which are the first ones of the result.
// A null cell is left out of its row, never sent without a value: Grafana dereferences it (interop reference e.1).

import { z } from 'zod';
import { resultPageBytesMax } from '../../limits.ts';
import type { QueryState, ResultRow } from '../../queries/query.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { integer, text } from './members.ts';
import { positionIn, resultToken } from './result-token.ts';

const pageSizeMax = 10_000;

const shape = z.object({
  queryId: text(1, 256),
  nextToken: text(0, 1_024).optional(),
  maxItems: integer(0, pageSizeMax).optional(),
});

/**
 * Inferred: a page is of 10,000 rows when nothing else is asked, also for `maxItems` 0, which the model allows; and of fewer when they
 * are very large.
 */
export const getQueryResults = action(shape, async (input, { queries, nowMs }) => {
  const { queryId, nextToken, maxItems = 0 } = input;
  const state = await queries.get(queryId);
  if (state === undefined) throw queryMissing(queryId);
  const start = nextToken === undefined ? 0 : positionIn(nextToken, queryId, nowMs());
  const count = Math.min(maxItems === 0 ? pageSizeMax : maxItems, state.rowCount - start);
  const rows = await queries.rows(queryId, start, count, resultPageBytesMax);
  const end = start + rows.length;
  return {
    queryLanguage: 'CWLI',
    results: rows.map((row) => encodeRow(row, state.columns)),
    statistics: encodeStatistics(state),
    status: state.status,
    ...(end < state.rowCount ? { nextToken: resultToken(queryId, end, nowMs()) } : {}),
  };
});

/** Inferred: AWS's text is not known. */
export function queryMissing(queryId: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `Query '${queryId}' does not exist`);
}

function encodeRow(row: ResultRow, columns: QueryState['columns']): object[] {
  const fields: object[] = [];
  for (const [index, { name }] of columns.entries()) {
    const value = row[index] ?? null;
    if (value !== null) fields.push({ field: name, value });
  }
  return fields;
}

/** Always numbers, also while the query runs: Grafana shows them. */
function encodeStatistics({ statistics, rowCount }: QueryState): object {
  return {
    recordsMatched: statistics.recordsMatched,
    recordsScanned: statistics.recordsScanned,
    estimatedRecordsSkipped: 0,
    bytesScanned: statistics.bytesScanned,
    estimatedBytesSkipped: 0,
    logGroupsScanned: statistics.logGroupsScanned,
    resultCount: rowCount,
  };
}
