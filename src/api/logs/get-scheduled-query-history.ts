// GetScheduledQueryHistory: the runs of a scheduled query that were triggered within a time, newest first.

import { z } from 'zod';
import type { Delivery, Run } from '../../schedules/schedule.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { epochMs, integer, nextToken, word } from './members.ts';
import { page } from './page.ts';
import {
  asMs,
  executionStatuses,
  identifier,
  nameOfScheduledQuery,
  scheduledQueryArn,
} from './scheduled-query-members.ts';

const pageSizeMax = 1_000;
/** Inferred: AWS's is not documented. */
const pageSizeDefault = 50;

const shape = z.object({
  identifier,
  startTime: epochMs,
  endTime: epochMs,
  executionStatuses: z.array(word('Running', 'InvalidQuery', 'Complete', 'Failed', 'Timeout')).optional(),
  maxResults: integer(1, pageSizeMax).optional(),
  nextToken: nextToken.optional(),
});

export const getScheduledQueryHistory = action(
  shape,
  (input, context) => {
    const { executionStatuses: wanted = [], maxResults = pageSizeDefault } = input;
    const name = nameOfScheduledQuery(input.identifier);
    const [startMs, endMs] = [asMs(input.startTime), asMs(input.endTime)];
    if (startMs > endMs) throw new ServiceError('ValidationException', 'startTime must not be after endTime');
    const runs = context.schedules
      .runs(name)
      .filter(({ triggeredMs }) => triggeredMs >= startMs && triggeredMs <= endMs)
      .filter(({ status }) => wanted.length === 0 || wanted.includes(executionStatuses[status]));
    const scope = ['scheduled-query-history', name, startMs, endMs, wanted];
    const { items, ...next } = page(runs, scope, maxResults, input.nextToken);
    return {
      name,
      scheduledQueryArn: scheduledQueryArn(name, context),
      triggerHistory: items.map(encodeRun),
      ...next,
    };
  },
  'ValidationException',
);

function encodeRun({ queryId, status, triggeredMs, failure, deliveries }: Run): object {
  return {
    queryId,
    executionStatus: executionStatuses[status],
    triggeredTimestamp: triggeredMs,
    errorMessage: failure,
    destinations: deliveries.map(encodeDelivery),
  };
}

/** Differs: AWS knows no log groups as destinations, and so no name for them. */
const destinationTypes = { file: 'S3', 'log-group': 'LOG_GROUP', 'lookup-table': 'LOOKUP_TABLE' } as const;
const actionStatuses = {
  waiting: 'IN_PROGRESS',
  done: 'COMPLETE',
  refused: 'CLIENT_ERROR',
  failed: 'FAILED',
} as const;

function encodeDelivery({ kind, place, status, written, failure }: Delivery): object {
  return {
    destinationType: destinationTypes[kind],
    destinationIdentifier: place,
    status: actionStatuses[status],
    processedIdentifier: written,
    errorMessage: failure,
  };
}
