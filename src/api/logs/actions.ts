// The AWS actions that we answer, by the name after `Logs_20140328.` in X-Amz-Target, each with the role it asks for.

import type { Role } from '../caller.ts';
import type { Action } from './action.ts';
import { createLogGroup } from './create-log-group.ts';
import { createLogStream } from './create-log-stream.ts';
import { createLookupTable } from './create-lookup-table.ts';
import { createScheduledQuery } from './create-scheduled-query.ts';
import { deleteLookupTable } from './delete-lookup-table.ts';
import { deleteQueryDefinition } from './delete-query-definition.ts';
import { deleteScheduledQuery } from './delete-scheduled-query.ts';
import { describeLogGroups } from './describe-log-groups.ts';
import { describeLogStreams } from './describe-log-streams.ts';
import { describeLookupTables } from './describe-lookup-tables.ts';
import { describeQueries } from './describe-queries.ts';
import { describeQueryDefinitions } from './describe-query-definitions.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { getLogEvents } from './get-log-events.ts';
import { getLogGroupFields } from './get-log-group-fields.ts';
import { getLogRecord } from './get-log-record.ts';
import { getLookupTable } from './get-lookup-table.ts';
import { getQueryResults } from './get-query-results.ts';
import { getScheduledQuery } from './get-scheduled-query.ts';
import { getScheduledQueryHistory } from './get-scheduled-query-history.ts';
import { listLogGroupsForQuery } from './list-log-groups-for-query.ts';
import { listScheduledQueries } from './list-scheduled-queries.ts';
import { putLogEvents } from './put-log-events.ts';
import { putQueryDefinition } from './put-query-definition.ts';
import { startLiveTail } from './start-live-tail.ts';
import { startQuery } from './start-query.ts';
import { stopQuery } from './stop-query.ts';
import { testMetricFilter } from './test-metric-filter.ts';
import { updateLookupTable } from './update-lookup-table.ts';
import { updateScheduledQuery } from './update-scheduled-query.ts';

export interface GrantedAction {
  readonly role: Role;
  readonly action: Action;
}

export const actions: ReadonlyMap<string, GrantedAction> = new Map<string, GrantedAction>([
  ['CreateLogGroup', { role: 'ingest', action: createLogGroup }],
  ['CreateLogStream', { role: 'ingest', action: createLogStream }],
  ['CreateLookupTable', { role: 'admin', action: createLookupTable }],
  ['CreateScheduledQuery', { role: 'admin', action: createScheduledQuery }],
  ['DeleteLookupTable', { role: 'admin', action: deleteLookupTable }],
  ['DeleteQueryDefinition', { role: 'admin', action: deleteQueryDefinition }],
  ['DeleteScheduledQuery', { role: 'admin', action: deleteScheduledQuery }],
  ['DescribeLogGroups', { role: 'read', action: describeLogGroups }],
  ['DescribeLogStreams', { role: 'read', action: describeLogStreams }],
  ['DescribeLookupTables', { role: 'read', action: describeLookupTables }],
  ['DescribeQueries', { role: 'read', action: describeQueries }],
  ['DescribeQueryDefinitions', { role: 'read', action: describeQueryDefinitions }],
  ['FilterLogEvents', { role: 'read', action: filterLogEvents }],
  ['GetLogEvents', { role: 'read', action: getLogEvents }],
  ['GetLogGroupFields', { role: 'read', action: getLogGroupFields }],
  ['GetLogRecord', { role: 'read', action: getLogRecord }],
  ['GetLookupTable', { role: 'read', action: getLookupTable }],
  ['GetQueryResults', { role: 'read', action: getQueryResults }],
  ['GetScheduledQuery', { role: 'read', action: getScheduledQuery }],
  ['GetScheduledQueryHistory', { role: 'read', action: getScheduledQueryHistory }],
  ['ListLogGroupsForQuery', { role: 'read', action: listLogGroupsForQuery }],
  ['ListScheduledQueries', { role: 'read', action: listScheduledQueries }],
  ['PutLogEvents', { role: 'ingest', action: putLogEvents }],
  ['PutQueryDefinition', { role: 'admin', action: putQueryDefinition }],
  ['StartLiveTail', { role: 'read', action: startLiveTail }],
  ['StartQuery', { role: 'read', action: startQuery }],
  ['StopQuery', { role: 'read', action: stopQuery }],
  ['TestMetricFilter', { role: 'read', action: testMetricFilter }],
  ['UpdateLookupTable', { role: 'admin', action: updateLookupTable }],
  ['UpdateScheduledQuery', { role: 'admin', action: updateScheduledQuery }],
]);
