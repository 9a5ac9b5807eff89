// What the handlers see of the program. app.ts composes it, tests pass their own; nothing in api/ reads the environment,
// the clock or a singleton.

import type { Logger } from 'pino';
import type { Recorder } from '../capture/recorder.ts';
import type { Finding } from '../investigations/finding.ts';
import type { Investigation, InvestigationRequest } from '../investigations/investigation.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import type { ExplainStage } from '../queries/explain-query.ts';
import type { QueryRequest, QueryResult } from '../queries/query.ts';
import type { QueryService } from '../queries/query-service.ts';
import type { TailService } from '../queries/tail-service.ts';
import type { Schedules } from '../schedules/schedules.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

export interface ApiContext {
  readonly version: string;
  readonly dataDir: string;
  /** Name of the engine that runs queries: `duckdb`. */
  readonly engineName: string;
  /** The twelve digits and the Region in the ARNs that we hand out. */
  readonly accountId: string;
  readonly region: string;
  readonly startedMs: number;
  /** Whether AWS's limits hold where we have wider ones: the ages of events that PutLogEvents takes. */
  readonly strict: boolean;
  readonly store: Store;
  /** The way in for everything that others send. */
  readonly recorder: Recorder;
  readonly queries: QueryService;
  readonly tails: TailService;
  readonly schedules: Schedules;
  /** Throws QueryRejected, UnknownLogGroup, an AbortError when `signal` fires. */
  runQuery(request: QueryRequest, signal?: AbortSignal): Promise<QueryResult>;
  /** One stage of a query as text. Throws QueryRejected, UnknownLogGroup. */
  explainQuery(request: QueryRequest, stage: ExplainStage): string;
  /** What is wrong with a query, without running it. */
  checkQuery(request: QueryRequest): readonly Diagnostic[];
  readonly investigations: readonly Investigation[];
  /** Throws InvestigationInputError. */
  investigate(
    investigation: Investigation,
    request: InvestigationRequest,
    signal?: AbortSignal,
  ): Promise<Finding>;
  readonly metrics: Metrics;
  readonly log: Logger;
  nowMs(): number;
  newId(): string;
}
