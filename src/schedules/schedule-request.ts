// The query that a trigger of a schedule starts: its log groups and its window.

import { parse } from '../language/index.ts';
import { nameInArn } from '../queries/log-group-arn.ts';
import type { QueryRequest } from '../queries/query.ts';
import type { ScheduleDraft } from './schedule.ts';
import type { Recurrence } from './schedule-expression.ts';

/** How far back a query looks whose schedule says nothing and has not triggered before. */
const lookbackMs = 3_600_000;

/**
 * Inferred: from the start to just before the end, so that the windows of an hourly query meet and share no event; and without
 * an offset of the start, from the trigger before (AWS's default is not documented).
 */
export function requestAt(
  schedule: Pick<ScheduleDraft, 'query' | 'logGroups' | 'startOffsetSeconds' | 'endOffsetSeconds'>,
  recurrence: Recurrence,
  triggeredMs: number,
): QueryRequest {
  const { startOffsetSeconds, endOffsetSeconds, query } = schedule;
  const { source } = parse(query).query;
  const backMs =
    startOffsetSeconds === undefined
      ? triggeredMs -
        (recurrence.latest(triggeredMs - 1) ?? triggeredMs - lookbackMs) +
        endOffsetSeconds * 1_000
      : startOffsetSeconds * 1_000;
  return {
    text: query,
    logGroups: (source?.names.map(({ name }) => name) ?? schedule.logGroups).map(nameInArn),
    startMs: triggeredMs - backMs,
    endMs: triggeredMs - endOffsetSeconds * 1_000 - 1,
  };
}
