// What /metrics shows: a private Prometheus registry, so that two servers in one process do not share numbers.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RejectedTotals } from '../store/rejected.ts';
import type { AppendResult } from '../store/schema.ts';

export type QueryOutcome = 'complete' | 'rejected' | 'failed' | 'cancelled' | 'stopped';

export class Metrics {
  readonly registry = new Registry();
  readonly #events = new Counter({
    name: 'shiplog_events_total',
    help: 'Events received, by what became of them (stored, duplicate, rejected).',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });
  readonly #queries = new Histogram({
    name: 'shiplog_query_duration_seconds',
    help: 'Time queries took, by how they ended (complete, rejected, failed, cancelled, or stopped by a limit).',
    labelNames: ['outcome'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    registers: [this.registry],
  });
  readonly #requests = new Histogram({
    name: 'shiplog_http_request_duration_seconds',
    help: 'Time HTTP requests took, by route and status.',
    labelNames: ['route', 'status'] as const,
    buckets: [0.005, 0.025, 0.1, 0.5, 2.5, 10, 60],
    registers: [this.registry],
  });

  /** Adds memory, CPU, event loop and garbage collection of this process. Once per server, not per command. */
  watchProcess(): void {
    // Ten times a second is enough to see a busy event loop, and leaves an idle server idle.
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: 100 });
  }

  /** Shows what is kept aside, and how much of each source ever was, also by former servers. `totals` is asked at every look. */
  watchRejected(totals: () => RejectedTotals): void {
    const registers = [this.registry];
    new Counter({
      name: 'shiplog_rejected_total',
      help: 'Documents that were rejected and kept aside, by the way they came.',
      labelNames: ['source'] as const,
      registers,
      collect() {
        this.reset();
        for (const [source, total] of totals().bySource) this.inc({ source }, total);
      },
    });
    new Gauge({
      name: 'shiplog_rejected_kept',
      help: 'Rejected documents that are kept aside now.',
      registers,
      collect() {
        this.set(totals().kept);
      },
    });
    new Gauge({
      name: 'shiplog_rejected_kept_bytes',
      help: 'Bytes of the rejected documents that are kept aside now.',
      registers,
      collect() {
        this.set(totals().keptBytes);
      },
    });
  }

  appended(result: AppendResult): void {
    this.#events.inc({ outcome: 'stored' }, result.stored);
    this.#events.inc({ outcome: 'duplicate' }, result.duplicates);
    this.#events.inc({ outcome: 'rejected' }, result.rejected.length);
  }

  queried(outcome: QueryOutcome, durationMs: number): void {
    this.#queries.observe({ outcome }, durationMs / 1_000);
  }

  /** `route` is the pattern (`/api/v1/investigations/:id`) or an action's name, never a path somebody typed. */
  answered(route: string, status: number, durationMs: number): void {
    this.#requests.observe({ route, status }, durationMs / 1_000);
  }
}
