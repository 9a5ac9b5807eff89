// How a run is going, or what it took.

import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import type { QueryResult } from '../api/responses.ts';
import { counted, formatBytes, formatCount, formatDuration } from '../format/quantities.ts';

const tickMs = 100;

/** The time since the run began, so that a long one is seen to go on. */
export function Running() {
  const [startedMs] = useState(() => Date.now());
  const [nowMs, setNowMs] = useState(startedMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const elapsedMs = nowMs - startedMs;
  return (
    <StatusIndicator type="in-progress">
      Running{elapsedMs >= 1_000 && <span className="number"> for {formatDuration(elapsedMs)}</span>}
    </StatusIndicator>
  );
}

export const Stopped = () => <StatusIndicator type="stopped">Stopped</StatusIndicator>;

export function Statistics({ result: { statistics, durationMs } }: { readonly result: QueryResult }) {
  const { recordsMatched, recordsScanned, bytesScanned, logGroupsScanned } = statistics;
  return (
    <span className="number query-statistics">
      <strong>{formatCount(recordsMatched)}</strong> of {counted(recordsScanned, 'event')} matched ·{' '}
      {formatBytes(bytesScanned)} scanned in {counted(logGroupsScanned, 'log group')} ·{' '}
      <strong>{formatDuration(durationMs)}</strong>
    </span>
  );
}
