// The AWS actions that we answer, by the name after `Logs_20140328.` in X-Amz-Target, each with the role it asks for.

import { awsBodyBytesMax, batchBodyBytesMax } from '../../limits.ts';
import type { Role } from '../caller.ts';
import type { Action } from './action.ts';
import { createLogGroup } from './create-log-group.ts';
import { createLogStream } from './create-log-stream.ts';
import { createLookupTable } from './create-lookup-table.ts';
import { createScheduledQuery } from './create-scheduled-query.ts';
import { deleteIndexPolicy } from './delete-index-policy.ts';
import { deleteLogGroup } from './delete-log-group.ts';
import { deleteLogStream } from './delete-log-stream.ts';
import { deleteLookupTable } from './delete-lookup-table.ts';
import { deleteQueryDefinition } from './delete-query-definition.ts';
import { deleteRetentionPolicy } from './delete-retention-policy.ts';
import { deleteScheduledQuery } from './delete-scheduled-query.ts';
import { describeFieldIndexes } from './describe-field-indexes.ts';
import { describeIndexPolicies } from './describe-index-policies.ts';
import { describeLogGroups } from './describe-log-groups.ts';
import { describeLogStreams } from './describe-log-streams.ts';
import { describeLookupTables } from './describe-lookup-tables.ts';
import { describeQueries } from './describe-queries.ts';
import { describeQueryDefinitions } from './describe-query-definitions.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { getLogEvents } from './get-log-events.ts';
import { getLogFields } from './get-log-fields.ts';
import { getLogGroupFields } from './get-log-group-fields.ts';
import { getLogRecord } from './get-log-record.ts';
import { getLookupTable } from './get-lookup-table.ts';
import { getQueryResults } from './get-query-results.ts';
import { getScheduledQuery } from './get-scheduled-query.ts';
import { getScheduledQueryHistory } from './get-scheduled-query-history.ts';
import { listAggregateLogGroupSummaries } from './list-aggregate-log-group-summaries.ts';
import { listLogGroups } from './list-log-groups.ts';
import { listLogGroupsForQuery } from './list-log-groups-for-query.ts';
import { listScheduledQueries } from './list-scheduled-queries.ts';
import { listTagsForResource } from './list-tags-for-resource.ts';
import { listTagsLogGroup } from './list-tags-log-group.ts';
import { putIndexPolicy } from './put-index-policy.ts';
import { putLogEvents } from './put-log-events.ts';
import { putLogGroupDeletionProtection } from './put-log-group-deletion-protection.ts';
import { putQueryDefinition } from './put-query-definition.ts';
import { putRetentionPolicy } from './put-retention-policy.ts';
import { startLiveTail } from './start-live-tail.ts';
import { startQuery } from './start-query.ts';
import { stopQuery } from './stop-query.ts';
import { tagLogGroup } from './tag-log-group.ts';
import { tagResource } from './tag-resource.ts';
import { testMetricFilter } from './test-metric-filter.ts';
import { untagLogGroup } from './untag-log-group.ts';
import { untagResource } from './untag-resource.ts';
import { updateLookupTable } from './update-lookup-table.ts';
import { updateScheduledQuery } from './update-scheduled-query.ts';

export interface GrantedAction {
  readonly role: Role | 'any';
  readonly action: Action;
  /** Of the body, for the few that need more than `operationBodyBytesMax`. */
  readonly bodyBytesMax?: number;
}

export const actions: ReadonlyMap<string, GrantedAction> = new Map<string, GrantedAction>([
  ['CreateLogGroup', { role: 'ingest', action: createLogGroup }],
  ['CreateLogStream', { role: 'ingest', action: createLogStream }],
  ['CreateLookupTable', { role: 'admin', action: createLookupTable, bodyBytesMax: awsBodyBytesMax }],
  ['CreateScheduledQuery', { role: 'admin', action: createScheduledQuery }],
  ['DeleteIndexPolicy', { role: 'admin', action: deleteIndexPolicy }],
  ['DeleteLogGroup', { role: 'admin', action: deleteLogGroup }],
  ['DeleteLogStream', { role: 'admin', action: deleteLogStream }],
  ['DeleteLookupTable', { role: 'admin', action: deleteLookupTable }],
  ['DeleteQueryDefinition', { role: 'admin', action: deleteQueryDefinition }],
  ['DeleteRetentionPolicy', { role: 'admin', action: deleteRetentionPolicy }],
  ['DeleteScheduledQuery', { role: 'admin', action: deleteScheduledQuery }],
  ['DescribeFieldIndexes', { role: 'read', action: describeFieldIndexes }],
  ['DescribeIndexPolicies', { role: 'read', action: describeIndexPolicies }],
  // Senders look before they write (Vector, Telegraf, the CloudWatch agent): AWS's managed policy for the agent allows these two.
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/CloudWatchAgentServerPolicy.html
  ['DescribeLogGroups', { role: 'any', action: describeLogGroups }],
  ['DescribeLogStreams', { role: 'any', action: describeLogStreams }],
  ['DescribeLookupTables', { role: 'read', action: describeLookupTables }],
  ['DescribeQueries', { role: 'read', action: describeQueries }],
  ['DescribeQueryDefinitions', { role: 'read', action: describeQueryDefinitions }],
  ['FilterLogEvents', { role: 'read', action: filterLogEvents }],
  ['GetLogEvents', { role: 'read', action: getLogEvents }],
  ['GetLogFields', { role: 'read', action: getLogFields }],
  ['GetLogGroupFields', { role: 'read', action: getLogGroupFields }],
  ['GetLogRecord', { role: 'read', action: getLogRecord }],
  ['GetLookupTable', { role: 'read', action: getLookupTable }],
  ['GetQueryResults', { role: 'read', action: getQueryResults }],
  ['GetScheduledQuery', { role: 'read', action: getScheduledQuery }],
  ['GetScheduledQueryHistory', { role: 'read', action: getScheduledQueryHistory }],
  ['ListAggregateLogGroupSummaries', { role: 'read', action: listAggregateLogGroupSummaries }],
  ['ListLogGroups', { role: 'read', action: listLogGroups }],
  ['ListLogGroupsForQuery', { role: 'read', action: listLogGroupsForQuery }],
  ['ListScheduledQueries', { role: 'read', action: listScheduledQueries }],
  ['ListTagsForResource', { role: 'read', action: listTagsForResource }],
  ['ListTagsLogGroup', { role: 'read', action: listTagsLogGroup }],
  ['PutIndexPolicy', { role: 'admin', action: putIndexPolicy }],
  ['PutLogEvents', { role: 'ingest', action: putLogEvents, bodyBytesMax: batchBodyBytesMax }],
  ['PutLogGroupDeletionProtection', { role: 'admin', action: putLogGroupDeletionProtection }],
  ['PutQueryDefinition', { role: 'admin', action: putQueryDefinition }],
  ['PutRetentionPolicy', { role: 'admin', action: putRetentionPolicy }],
  ['StartLiveTail', { role: 'read', action: startLiveTail }],
  ['StartQuery', { role: 'read', action: startQuery, bodyBytesMax: batchBodyBytesMax }],
  ['StopQuery', { role: 'read', action: stopQuery }],
  ['TagLogGroup', { role: 'admin', action: tagLogGroup }],
  ['TagResource', { role: 'admin', action: tagResource }],
  ['TestMetricFilter', { role: 'read', action: testMetricFilter }],
  ['UntagLogGroup', { role: 'admin', action: untagLogGroup }],
  ['UntagResource', { role: 'admin', action: untagResource }],
  ['UpdateLookupTable', { role: 'admin', action: updateLookupTable, bodyBytesMax: awsBodyBytesMax }],
  ['UpdateScheduledQuery', { role: 'admin', action: updateScheduledQuery }],
]);
