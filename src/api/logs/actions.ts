// The AWS actions that we answer, by the name after `Logs_20140328.` in X-Amz-Target.

import type { Action } from './action.ts';
import { createLogGroup } from './create-log-group.ts';
import { createLogStream } from './create-log-stream.ts';
import { describeLogGroups } from './describe-log-groups.ts';
import { describeLogStreams } from './describe-log-streams.ts';
import { describeQueries } from './describe-queries.ts';
import { getLogGroupFields } from './get-log-group-fields.ts';
import { getLogRecord } from './get-log-record.ts';
import { getQueryResults } from './get-query-results.ts';
import { putLogEvents } from './put-log-events.ts';
import { startQuery } from './start-query.ts';
import { stopQuery } from './stop-query.ts';

export const actions: ReadonlyMap<string, Action> = new Map([
  ['CreateLogGroup', createLogGroup],
  ['CreateLogStream', createLogStream],
  ['DescribeLogGroups', describeLogGroups],
  ['DescribeLogStreams', describeLogStreams],
  ['DescribeQueries', describeQueries],
  ['GetLogGroupFields', getLogGroupFields],
  ['GetLogRecord', getLogRecord],
  ['GetQueryResults', getQueryResults],
  ['PutLogEvents', putLogEvents],
  ['StartQuery', startQuery],
  ['StopQuery', stopQuery],
]);
