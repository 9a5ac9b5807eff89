// Deletes what log groups do not keep any more, from time to time. PutRetentionPolicy sets how long that is.

import { retentionSweepMs } from '../limits.ts';
import type { Store } from './store.ts';

export interface SweepOptions {
  readonly store: Pick<Store, 'expire'>;
  /** Calls `tick` every `periodMs`; returns what ends that. */
  readonly every: (periodMs: number, tick: () => void) => () => void;
  readonly onExpired: (events: number) => void;
  readonly onFailure: (cause: unknown) => void;
}

/** Sweeps now and every `retentionSweepMs`, one sweep at a time. Call what it returns, and wait, before the store is closed. */
export function sweepRetention({ store, every, onExpired, onFailure }: SweepOptions): () => Promise<void> {
  let running: Promise<void> | null = null;
  const sweep = (): void => {
    running ??= store
      .expire()
      .then((events) => {
        if (events > 0) onExpired(events);
      }, onFailure)
      .finally(() => {
        running = null;
      });
  };
  sweep();
  const end = every(retentionSweepMs, sweep);
  return async () => {
    end();
    await running;
  };
}
