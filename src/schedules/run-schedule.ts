// One run of a schedule: start the query, wait for it, deliver its rows, write down what became of it. Each step is written down
// before the next one, so that a run whose process ended is found as running and begun again.

import { scheduleRunAttemptsMax } from '../limits.ts';
import { QueryRejected, UnknownLogGroup } from '../queries/compile-query.ts';
import type { QueryRequest, QueryState } from '../queries/query.ts';
import type { QueryService } from '../queries/query-service.ts';
import { deliver, waiting } from './deliver.ts';
import type { DeliveryEnvironment, Rows } from './delivery.ts';
import type { RunHistory } from './run-history.ts';
import type { Run, RunStatus, Schedule } from './schedule.ts';

export interface RunEnvironment extends DeliveryEnvironment {
  readonly queries: Pick<QueryService, 'start' | 'get' | 'rows'>;
  readonly history: RunHistory;
  nowMs(): number;
  /** Resolves after `delayMs`, or when `signal` fires. */
  pause(delayMs: number, signal: AbortSignal): Promise<void>;
}

/** When a run is, or was, triggered. */
export interface Moment {
  readonly triggeredMs: number;
  /** By somebody, not by the clock. */
  readonly manual: boolean;
  /** The same trigger's run, as a process left it that ended in the middle. */
  readonly before?: Run;
}

export interface Trigger extends Moment {
  readonly schedule: Schedule;
  readonly request: QueryRequest;
}

/** The run as it ended; undefined when `signal` fired first, and the run waits to be begun again. */
export async function runSchedule(
  trigger: Trigger,
  environment: RunEnvironment,
  signal: AbortSignal,
): Promise<Run | undefined> {
  const { history } = environment;
  const run = begin(trigger);
  if (run.attempts > scheduleRunAttemptsMax) {
    const failure = `The server ended ${scheduleRunAttemptsMax} times while this ran; it was given up.`;
    return ended(run, 'failed', failure, environment);
  }
  const queryId = await startQuery(trigger, environment);
  if (typeof queryId !== 'string') {
    return ended(run, queryId.status, queryId.failure, environment);
  }
  const running: Run = { ...run, queryId };
  await history.put(running);
  const state = await waitFor(queryId, environment, signal);
  if (signal.aborted) return undefined;
  if (state?.status !== 'Complete') {
    return ended(running, state?.status === 'Timeout' ? 'timeout' : 'failed', failureOf(state), environment);
  }
  return deliverAll(trigger, running, state, environment);
}

async function deliverAll(
  { schedule }: Trigger,
  run: Run,
  { id, columns, rowCount }: QueryState,
  environment: RunEnvironment,
): Promise<Run> {
  const page: Rows['page'] = (start, count) => environment.queries.rows(id, start, count);
  const rows: Rows = { columns, rowCount, page };
  let delivered = run;
  for (const [index, destination] of schedule.destinations.entries()) {
    const delivery = await deliver(destination, delivered, rows, environment);
    delivered = { ...delivered, deliveries: delivered.deliveries.with(index, delivery) };
  }
  return ended(delivered, 'complete', undefined, environment);
}

function begin({ schedule, triggeredMs, manual, request, before }: Trigger): Run {
  const { startMs, endMs } = request;
  return {
    schedule: schedule.name,
    triggeredMs,
    manual,
    startMs,
    endMs,
    status: 'running',
    attempts: (before?.attempts ?? 0) + 1,
    deliveries: schedule.destinations.map(waiting),
  };
}

interface NotStarted {
  readonly status: RunStatus;
  readonly failure: string;
}

/** The id of the query: of the one that was complete before the process ended, if its result is still there. */
async function startQuery(
  { schedule, request, before }: Trigger,
  { queries }: RunEnvironment,
): Promise<string | NotStarted> {
  const { queryId } = before ?? {};
  if (queryId !== undefined && (await queries.get(queryId))?.status === 'Complete') return queryId;
  try {
    return queries.start(request, schedule.role);
  } catch (cause) {
    const invalid = cause instanceof QueryRejected || cause instanceof UnknownLogGroup;
    const failure = cause instanceof Error ? cause.message : String(cause);
    return { status: invalid ? 'invalid' : 'failed', failure };
  }
}

const pollsMs = { first: 10, most: 1_000 };

/** The query when it has ended; undefined when it is forgotten. */
async function waitFor(
  queryId: string,
  { queries, pause }: RunEnvironment,
  signal: AbortSignal,
): Promise<QueryState | undefined> {
  for (let delayMs = pollsMs.first; ; delayMs = Math.min(2 * delayMs, pollsMs.most)) {
    const state = await queries.get(queryId);
    if (state?.endedMs !== undefined || state === undefined || signal.aborted) return state;
    await pause(delayMs, signal);
  }
}

function failureOf(state: QueryState | undefined): string {
  if (state === undefined) return 'The result of the query was forgotten before it was delivered.';
  return state.failure ?? 'The query was stopped before it had ended.';
}

async function ended(
  run: Run,
  status: RunStatus,
  failure: string | undefined,
  { history, nowMs }: RunEnvironment,
): Promise<Run> {
  const unfinished = status === 'complete' ? run.deliveries : [];
  const whole: Run = {
    ...run,
    status,
    endedMs: nowMs(),
    deliveries: unfinished,
    ...(failure === undefined ? {} : { failure }),
  };
  await history.put(whole);
  return whole;
}
