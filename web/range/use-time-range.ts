// The one hook behind every page's time range: chosen in the address, else the page's default, resolved at each navigation.

import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { Problem } from '../api/problem.ts';
import { asProblem } from '../api/problem.ts';
import { useLogGroups } from '../api/use-api.ts';
import {
  defaultChoice,
  type RangeChoice,
  type RangePurpose,
  readChoice,
  recordedRange,
  resolveRange,
  type TimeRange,
  writeChoice,
} from './time-range.ts';

export interface SharedRange {
  readonly choice: RangeChoice;
  /** Null until it is known what is recorded. */
  readonly range: TimeRange | null;
  /** From the first recorded event to the last; null when nothing is recorded, or not known yet. */
  readonly recorded: TimeRange | null;
  readonly problem: Problem | null;
  readonly choose: (choice: RangeChoice) => void;
}

export function useTimeRange(purpose: RangePurpose): SharedRange {
  const groups = useLogGroups();
  const { key } = useLocation();
  const [params, setParams] = useSearchParams();
  const search = params.toString();
  const known = groups.data !== undefined && !groups.isFetching;
  const { startMs, endMs } = recordedRange(groups.data ?? []) ?? {};
  const resolved = useMemo(() => {
    // A new navigation is a new now.
    void key;
    const nowMs = Date.now();
    const recorded = startMs === undefined || endMs === undefined ? null : { startMs, endMs };
    const choice = readChoice(new URLSearchParams(search)) ?? defaultChoice(purpose, recorded, nowMs);
    return { choice, recorded, range: known ? resolveRange(choice, recorded, nowMs) : null };
  }, [key, search, purpose, known, startMs, endMs]);
  return {
    ...resolved,
    problem: groups.error === null ? null : asProblem(groups.error),
    choose: (choice) => setParams((before) => writeChoice(before, choice)),
  };
}
