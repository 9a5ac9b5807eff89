// The composition root: opens a data directory and puts the stages together. Only this file imports everything.
// Effects (clock, ids, log) are the real ones unless a test passes its own.

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { type Logger, pino } from 'pino';
import { CredentialsError, credentialsFileName } from './api/auth/credentials-file.ts';
import type { ApiContext } from './api/context.ts';
import { Metrics, type QueryOutcome } from './api/metrics.ts';
import type { ProtectionOptions } from './api/protection.ts';
import { type RunningServer, startServer } from './api/server.ts';
import { TlsError } from './api/tls.ts';
import { Recorder } from './capture/recorder.ts';
import { type Config, ConfigError } from './config.ts';
import { investigations } from './investigations/index.ts';
import { runInvestigation } from './investigations/run-investigation.ts';
import { engineReadersMax, resultRetentionHours, resultsMegabytes } from './limits.ts';
import { checkQuery } from './queries/check-query.ts';
import { compileQuery, QueryRejected, UnknownLogGroup } from './queries/compile-query.ts';
import { explainQuery } from './queries/explain-query.ts';
import { QueryService } from './queries/query-service.ts';
import { defaultLimits, type QueryLimits, QueryStopped } from './queries/query-stopped.ts';
import { ResultStore } from './queries/results/result-store.ts';
import { logGroupsOf, type QueryEnvironment, runQuery, streamQuery } from './queries/run-query.ts';
import { TailService } from './queries/tail-service.ts';
import type { Run } from './schedules/schedule.ts';
import { Schedules } from './schedules/schedules.ts';
import { openStore } from './store/open-store.ts';
import { resourceTags } from './store/resource-tags.ts';
import { sweepRetention } from './store/retention-sweep.ts';
import type { Store } from './store/store.ts';
import { version } from './version.ts';

export interface Effects {
  /** Wall clock, epoch milliseconds. */
  readonly nowMs: () => number;
  /** A new unique id. */
  readonly newId: () => string;
  /** Calls `tick` every `periodMs`; returns what ends that. */
  readonly every: (periodMs: number, tick: () => void) => () => void;
  readonly log: Logger;
}

export type AppOptions = Pick<Config, 'dataDir' | 'accountId' | 'region'> &
  Partial<
    Pick<
      Config,
      'queryTimeoutSeconds' | 'memoryMegabytes' | 'resultRetentionHours' | 'resultMegabytes' | 'strict'
    >
  > &
  Partial<Effects>;

/** An opened data directory with everything that can be asked of it. Close it before the process ends. */
export interface App extends ApiContext {
  /** Stops queries, makes everything durable, lets go of the directory. Safe to call twice. */
  close(): Promise<void>;
}

/** Throws DataDirectoryInUse when another process has the directory open. */
export async function openApp(options: AppOptions): Promise<App> {
  const nowMs = options.nowMs ?? Date.now;
  const newId = options.newId ?? randomUUID;
  const every = options.every ?? everyInterval;
  const log = options.log ?? pino({ enabled: false });
  const { dataDir, accountId, region, queryTimeoutSeconds, memoryMegabytes } = options;
  const { store, engine } = await openStore({
    dataDir,
    clock: nowMs,
    readersMax: readersHere(),
    ...(typeof memoryMegabytes === 'number' ? { memoryMegabytesMax: memoryMegabytes } : {}),
  });
  const limits = limitsHere(queryTimeoutSeconds);
  const environment: QueryEnvironment = { store, engine, accountId, nowMs, limits };
  const metrics = new Metrics();
  metrics.watchRejected(() => store.rejected.totals());
  const recorder = new Recorder({ store, onRecorded: (result) => metrics.appended(result) });
  const measure = { metrics, nowMs };
  const run: ApiContext['runQuery'] = (request, signal) =>
    measured(() => runQuery(request, environment, signal), measure, signal);
  const queries = new QueryService({
    check: (request) => logGroupsOf(compileQuery(request, environment)),
    run: (request, sink, signal) =>
      measured(() => streamQuery(request, environment, sink, signal), measure, signal),
    results: new ResultStore({
      directory: join(dataDir, 'results'),
      bytesMax: (options.resultMegabytes ?? resultsMegabytes) * 2 ** 20,
      onProblem: (message, cause) => log.warn({ err: cause }, message),
    }),
    retentionMs: (options.resultRetentionHours ?? resultRetentionHours) * 3_600_000,
    nowMs,
    newId,
    onFailure: ({ id, request }, cause) => {
      const what = { err: cause, queryId: id, query: request.text };
      if (cause instanceof QueryStopped) log.warn(what, 'query stopped by a limit');
      else if (cause instanceof UnknownLogGroup)
        log.warn(what, 'log group deleted before its query had begun');
      else log.error(what, 'query failed');
    },
  });
  const tails = new TailService({ onCommit: (listener) => store.onCommit(listener), every, nowMs });
  const schedules = openSchedules({ store, queries, environment, dataDir, every, nowMs, log });
  return {
    version,
    dataDir,
    accountId,
    region,
    engineName: 'duckdb',
    startedMs: nowMs(),
    strict: options.strict ?? false,
    store,
    recorder,
    queries,
    tails,
    schedules,
    metrics,
    log,
    nowMs,
    newId,
    runQuery: run,
    explainQuery: (request, stage) => explainQuery(request, stage, environment),
    checkQuery: (request) => checkQuery(request, environment),
    investigations,
    investigate: (investigation, request, signal) =>
      runInvestigation(investigation, request, { runQuery: run, nowMs }, signal),
    close: once(async () => {
      tails.stop();
      await schedules.close();
      await queries.close();
      await store.close();
    }),
  };
}

interface ScheduleParts extends Pick<Effects, 'every' | 'nowMs' | 'log'> {
  readonly store: Store;
  readonly queries: QueryService;
  readonly environment: QueryEnvironment;
  readonly dataDir: string;
}

function openSchedules({ dataDir, environment, log, ...parts }: ScheduleParts): Schedules {
  return new Schedules({
    ...parts,
    check: (request) => compileQuery(request, environment),
    exportsDir: join(dataDir, 'exports'),
    tagLookupTable: (name, tags) => resourceTags(parts.store).put(`lookup-table:${name}`, tags),
    onEnd: (run) => logRun(run, log),
    onFailure: (schedule, cause) => log.error({ err: cause, schedule }, 'scheduled query failed'),
  });
}

function logRun({ schedule, triggeredMs, status, failure, queryId, deliveries }: Run, log: Logger): void {
  const undelivered = deliveries.filter((delivery) => delivery.status !== 'done');
  const about = { schedule, triggeredMs, status, failure, queryId, undelivered };
  if (status === 'complete' && undelivered.length === 0) log.debug(about, 'scheduled query ran');
  else log.warn(about, 'scheduled query did not do what it is for');
}

function everyInterval(periodMs: number, tick: () => void): () => void {
  const timer = setInterval(tick, periodMs);
  return () => clearInterval(timer);
}

/**
 * What bin/shiplog sets before anything needs a thread (libuv has four otherwise). A quarter of them is for all that is not a query:
 * writing, files, names. More readers would share the engine's memory among too many.
 */
function readersHere(): number {
  const threads = Number(process.env.UV_THREADPOOL_SIZE) || 4;
  return Math.max(1, Math.min(engineReadersMax, Math.floor((threads * 3) / 4)));
}

/** Results lie in the heap, a few at a time and as two bytes a character at worst. */
const heapShareOfResult = 8;

function limitsHere(timeoutSeconds: number | undefined): QueryLimits {
  const heapChars = Math.floor(getHeapStatistics().heap_size_limit / heapShareOfResult);
  return {
    timeoutMs: timeoutSeconds === undefined ? defaultLimits.timeoutMs : timeoutSeconds * 1_000,
    resultCharsMax: Math.min(defaultLimits.resultCharsMax, heapChars),
  };
}

/** Where the built page lies, seen from dist/app.js. */
const builtPage = new URL('./web/', import.meta.url);

/**
 * Opens the directory and serves it until close(), which also closes the directory.
 * Throws DataDirectoryInUse, ListenError when the port cannot be had, and ConfigError for credentials or certificates that do not do.
 */
export async function serve(config: Config, effects: Partial<Effects> = {}): Promise<RunningServer> {
  // Standard error, so that standard output stays the command's own.
  const log = effects.log ?? pino({ level: config.logLevel }, pino.destination(2));
  const app = await openApp({ ...config, ...effects, log });
  try {
    const server = await startServer(app, {
      ...protectionOf(config),
      host: config.host,
      port: config.port,
      webDir: fileURLToPath(builtPage),
    });
    app.schedules.watch();
    // What former servers left is listed, and what is past its time goes, without anybody waiting for it.
    void app.queries.load();
    const stopSweeping = sweepRetention({
      store: app.store,
      every: effects.every ?? everyInterval,
      onExpired: (events) => log.info({ events }, 'events deleted that are past their retention'),
      onFailure: (cause) => log.error({ err: cause }, 'events past their retention were not deleted'),
    });
    return {
      ...server,
      close: once(async () => {
        await server.close();
        await stopSweeping();
        await app.close();
      }),
    };
  } catch (cause) {
    await app.close();
    const misconfigured = cause instanceof CredentialsError || cause instanceof TlsError;
    throw misconfigured ? new ConfigError(cause.message) : cause;
  }
}

function protectionOf(config: Config): ProtectionOptions {
  const { dataDir, accessKeyId: id, secretAccessKey: secret, token, tlsCert, tlsKey } = config;
  const usual = join(dataDir, credentialsFileName);
  const file = config.credentialsFile ?? (existsSync(usual) ? usual : undefined);
  return {
    credentials: {
      file,
      token,
      accessKey: id === undefined || secret === undefined ? undefined : { id, secret },
    },
    ...(tlsCert === undefined || tlsKey === undefined ? {} : { tls: { certFile: tlsCert, keyFile: tlsKey } }),
  };
}

async function measured<Result>(
  run: () => Promise<Result>,
  { metrics, nowMs }: { readonly metrics: Metrics; readonly nowMs: () => number },
  signal: AbortSignal | undefined,
): Promise<Result> {
  const startedMs = nowMs();
  try {
    const result = await run();
    metrics.queried('complete', nowMs() - startedMs);
    return result;
  } catch (cause) {
    metrics.queried(outcomeOf(cause, signal), nowMs() - startedMs);
    throw cause;
  }
}

function outcomeOf(cause: unknown, signal: AbortSignal | undefined): QueryOutcome {
  if (cause instanceof QueryRejected || cause instanceof UnknownLogGroup) return 'rejected';
  if (cause instanceof QueryStopped) return 'stopped';
  return signal?.aborted === true ? 'cancelled' : 'failed';
}

/** Calls `close` the first time and hands out the same promise after that. */
function once(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= close();
    return closed;
  };
}
