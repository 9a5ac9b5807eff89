// DescribeQueries: started queries that are kept, newest first; those of a former server too.

import { z } from 'zod';
import { parse } from '../../language/index.ts';
import type { QueryState } from '../../queries/query.ts';
import { action } from './action.ts';
import { integer, logGroupName, nextToken, word } from './members.ts';
import { page } from './page.ts';

const pageSizeMax = 1_000;

const shape = z.object({
  logGroupName: logGroupName.optional(),
  status: word('Scheduled', 'Running', 'Complete', 'Failed', 'Cancelled', 'Timeout', 'Unknown').optional(),
  maxResults: integer(1, pageSizeMax).optional(),
  nextToken: nextToken.optional(),
  queryLanguage: word('CWLI', 'SQL', 'PPL').optional(),
});

export const describeQueries = action(shape, async (input, { queries }) => {
  const matching = (await queries.list()).filter(
    (state) =>
      (input.logGroupName === undefined || state.logGroups.includes(input.logGroupName)) &&
      (input.status === undefined || state.status === input.status) &&
      (input.queryLanguage ?? 'CWLI') === 'CWLI',
  );
  const scope = ['queries', input.logGroupName, input.status, input.queryLanguage];
  const { items, ...next } = page(matching, scope, input.maxResults ?? pageSizeMax, input.nextToken);
  return { queries: items.map(encode), ...next };
});

/** Inferred: `logGroupName` is the first of several; what is not known yet is left out. */
function encode(state: QueryState): object {
  const { id, status, startedMs, startedBy, ranMs, endedMs, logGroups, statistics } = state;
  return {
    queryLanguage: 'CWLI',
    queryId: id,
    queryString: expanded(state),
    status,
    createTime: startedMs,
    ...(logGroups[0] === undefined ? {} : { logGroupName: logGroups[0] }),
    ...(endedMs === undefined ? {} : { queryDuration: endedMs - (ranMs ?? endedMs) }),
    ...(status === 'Complete' ? { bytesScanned: statistics.bytesScanned } : {}),
    ...(startedBy === undefined ? {} : { userIdentity: startedBy }),
  };
}

/**
 * `SOURCE "group" START=… END=… | text`, as AWS echoes queries. Inferred: several groups follow each other, and a text with a
 * SOURCE of its own stays as it is.
 */
function expanded(state: QueryState): string {
  const { text, startMs, endMs } = state.request;
  const { query } = parse(text);
  if (query.source !== undefined) return text;
  const { logGroups } = state.request;
  const groups = logGroups === 'all' ? [] : logGroups.map((group) => `"${group}"`);
  const source = `${['SOURCE', ...groups].join(' ')} START=${startMs} END=${endMs}`;
  return query.commands.length === 0 ? source : `${source} | ${text}`;
}
