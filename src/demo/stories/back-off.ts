// How long the service scheduler waits before it tries again to start tasks that do not start.

import { minuteMs } from '../iso-time.ts';

const minutes = [1, 2, 4, 8, 16];

/** Growing delays, at most 27 minutes (DG service-throttle-logic); the steps between are Inferred. */
export function backOffMs(attempt: number): number {
  return (minutes[attempt] ?? 27) * minuteMs;
}
