// DescribeQueries: started queries that are not forgotten yet, newest first.

import { z } from 'zod';
import { parse } from '../../language/index.ts';
import type { QueryState } from '../../queries/query-service.ts';
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

export const describeQueries = action(shape, (input, { queries }) => {
  const matching = queries
    .list()
    .filter(
      (state) =>
        (input.logGroupName === undefined || groupsOf(state).includes(input.logGroupName)) &&
        (input.status === undefined || state.status === input.status) &&
        (input.queryLanguage ?? 'CWLI') === 'CWLI',
    );
  const scope = ['queries', input.logGroupName, input.status, input.queryLanguage];
  const { items, ...next } = page(matching, scope, input.maxResults ?? pageSizeMax, input.nextToken);
  return { queries: items.map(encode), ...next };
});

const groupsOf = ({ request }: QueryState): readonly string[] =>
  request.logGroups === 'all' ? [] : request.logGroups;

function encode(state: QueryState): object {
  const { id, status, startedMs, endedMs, result } = state;
  const groups = groupsOf(state);
  return {
    queryLanguage: 'CWLI',
    queryId: id,
    queryString: expanded(state),
    status,
    createTime: startedMs,
    ...(groups[0] === undefined ? {} : { logGroupName: groups[0] }),
    ...(endedMs === undefined ? {} : { queryDuration: endedMs - startedMs }),
    ...(result === undefined ? {} : { bytesScanned: result.statistics.bytesScanned }),
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
  const groups = groupsOf(state).map((group) => `"${group}"`);
  const source = `${['SOURCE', ...groups].join(' ')} START=${startMs} END=${endMs}`;
  return query.commands.length === 0 ? source : `${source} | ${text}`;
}
