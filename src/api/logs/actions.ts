// The AWS actions that we answer, by the name after `Logs_20140328.` in X-Amz-Target.

import type { Action } from './action.ts';
import { createLogGroup } from './create-log-group.ts';
import { createLogStream } from './create-log-stream.ts';
import { createLookupTable } from './create-lookup-table.ts';
import { deleteLookupTable } from './delete-lookup-table.ts';
import { deleteQueryDefinition } from './delete-query-definition.ts';
import { describeLogGroups } from './describe-log-groups.ts';
import { describeLogStreams } from './describe-log-streams.ts';
import { describeLookupTables } from './describe-lookup-tables.ts';
import { describeQueries } from './describe-queries.ts';
import { describeQueryDefinitions } from './describe-query-definitions.ts';
import { getLogGroupFields } from './get-log-group-fields.ts';
import { getLogRecord } from './get-log-record.ts';
import { getLookupTable } from './get-lookup-table.ts';
import { getQueryResults } from './get-query-results.ts';
import { putLogEvents } from './put-log-events.ts';
import { putQueryDefinition } from './put-query-definition.ts';
import { startQuery } from './start-query.ts';
import { stopQuery } from './stop-query.ts';
import { updateLookupTable } from './update-lookup-table.ts';

export const actions: ReadonlyMap<string, Action> = new Map([
  ['CreateLogGroup', createLogGroup],
  ['CreateLogStream', createLogStream],
  ['CreateLookupTable', createLookupTable],
  ['DeleteLookupTable', deleteLookupTable],
  ['DeleteQueryDefinition', deleteQueryDefinition],
  ['DescribeLogGroups', describeLogGroups],
  ['DescribeLogStreams', describeLogStreams],
  ['DescribeLookupTables', describeLookupTables],
  ['DescribeQueries', describeQueries],
  ['DescribeQueryDefinitions', describeQueryDefinitions],
  ['GetLogGroupFields', getLogGroupFields],
  ['GetLogRecord', getLogRecord],
  ['GetLookupTable', getLookupTable],
  ['GetQueryResults', getQueryResults],
  ['PutLogEvents', putLogEvents],
  ['PutQueryDefinition', putQueryDefinition],
  ['StartQuery', startQuery],
  ['StopQuery', stopQuery],
  ['UpdateLookupTable', updateLookupTable],
]);
