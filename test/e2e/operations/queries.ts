// Queries, saved queries and pointers to events.

import {
  InvalidParameterException,
  MalformedQueryException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import { expect } from 'vitest';
import { type Cases, group, type Scene, window } from './case.ts';

const query = { logGroupName: group, ...window, queryString: 'fields level | sort level' };
const saved = { name: 'ops/levels', queryString: 'stats count(*) by level' };
const noQuery = { queryId: '00000000-0000-0000-0000-000000000000' };
const row = (level: string) => [
  { field: 'level', value: level },
  { field: '@ptr', value: expect.any(String) },
];

export const queries = ({ logs, remember, known, finished }: Scene): Cases => ({
  StartQuery: {
    ask: () => remember('queryId', logs.startQuery(query)),
    answers: { queryId: expect.any(String) },
    fail: () => logs.startQuery({ ...query, queryString: 'frobnicate' }),
    error: MalformedQueryException,
  },
  GetQueryResults: {
    ask: () => finished(known('queryId')),
    answers: { status: 'Complete', results: [row('ERROR'), row('INFO')], statistics: { recordsMatched: 2 } },
    fail: () => logs.getQueryResults(noQuery),
    error: ResourceNotFoundException,
  },
  GetLogRecord: {
    ask: async () => {
      const { results } = await finished(known('queryId'));
      return logs.getLogRecord({ logRecordPointer: results?.[0]?.[1]?.value });
    },
    answers: { logRecord: { '@message': '{"level":"ERROR"}', '@logStream': 'one', level: 'ERROR' } },
    fail: () => logs.getLogRecord({ logRecordPointer: 'points nowhere' }),
    error: InvalidParameterException,
  },
  ListLogGroupsForQuery: {
    ask: () => logs.listLogGroupsForQuery({ queryId: known('queryId') }),
    answers: { logGroupIdentifiers: [expect.stringContaining(group)] },
    fail: () => logs.listLogGroupsForQuery(noQuery),
    error: ResourceNotFoundException,
  },
  DescribeQueries: {
    ask: () => logs.describeQueries({ logGroupName: group }),
    answers: { queries: [{ status: 'Complete', queryLanguage: 'CWLI' }] },
    fail: () => logs.describeQueries({ maxResults: 0 }),
    error: InvalidParameterException,
  },
  StopQuery: {
    // Whether the end or the stop comes first is chance with so few events; both are answers that clients live with.
    ask: async () => {
      const { queryId } = await logs.startQuery({ ...query, queryString: 'stats count(*) by bin(1s)' });
      return logs.stopQuery({ queryId }).catch((cause: unknown) => {
        if (cause instanceof InvalidParameterException) return { success: true };
        throw cause;
      });
    },
    answers: { success: true },
    fail: () => logs.stopQuery({ queryId: known('queryId') }),
    error: InvalidParameterException,
  },
  PutQueryDefinition: {
    ask: () => remember('queryDefinitionId', logs.putQueryDefinition(saved)),
    answers: { queryDefinitionId: expect.any(String) },
    fail: () => logs.putQueryDefinition({ ...saved, queryString: '' }),
    error: InvalidParameterException,
  },
  DescribeQueryDefinitions: {
    ask: () => logs.describeQueryDefinitions({ queryDefinitionNamePrefix: 'ops/' }),
    answers: { queryDefinitions: [saved] },
    fail: () => logs.describeQueryDefinitions({ maxResults: 0 }),
    error: InvalidParameterException,
  },
  DeleteQueryDefinition: {
    ask: () => logs.deleteQueryDefinition({ queryDefinitionId: known('queryDefinitionId') }),
    answers: { success: true },
    fail: () => logs.deleteQueryDefinition({ queryDefinitionId: known('queryDefinitionId') }),
    error: ResourceNotFoundException,
  },
});
