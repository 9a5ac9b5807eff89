// Where a command's answers come from: a data directory that this process opens, or a server that has it open already.
// A command does not notice the difference; this file chooses, and says clearly why neither is to be had.

import { readServerFile } from '../api/server-file.ts';
import type { Finding } from '../investigations/finding.ts';
import type { Investigation, InvestigationRequest, TimeRange } from '../investigations/investigation.ts';
import type { ExplainStage } from '../queries/explain-query.ts';
import type { QueryRequest, QueryResult } from '../queries/query.ts';
import type { AppendResult, GroupSummary, IncomingEvent } from '../store/schema.ts';
import type { CliEffects } from './effects.ts';
import { localBackend } from './local-backend.ts';
import type { PlaceOptions } from './options.ts';
import { remoteBackend } from './remote-backend.ts';

export interface StatusReport {
  /** The data directory, or the URL of the server. */
  readonly place: string;
  readonly dataDir: string;
  readonly version: string;
  /** Bytes of the database on disk. */
  readonly diskBytes: number;
  readonly logGroups: readonly GroupSummary[];
}

export interface Backend {
  query(request: QueryRequest, signal: AbortSignal): Promise<QueryResult>;
  explain(request: QueryRequest, stage: ExplainStage): Promise<string>;
  investigate(
    investigation: Investigation,
    request: InvestigationRequest,
    signal: AbortSignal,
  ): Promise<Finding>;
  /** Stores ECS events, each in the group of its cluster; resolves when they are durable. */
  appendEcs(events: readonly IncomingEvent[]): Promise<AppendResult>;
  status(): Promise<StatusReport>;
  close(): Promise<void>;
}

/** The server that is named; else the server that holds the directory; else the directory itself. */
export async function openBackend(options: PlaceOptions, effects: CliEffects): Promise<Backend> {
  if (options.server !== undefined) return remoteBackend(options.server);
  const config = effects.config({ dataDir: options.data });
  const serverUrl = await answeringServer(config.dataDir);
  if (serverUrl !== undefined) return remoteBackend(serverUrl);
  return localBackend(await effects.openApp(config));
}

/** Opens, uses, closes, whatever happens in between. */
export async function withBackend<Result>(
  options: PlaceOptions,
  effects: CliEffects,
  use: (backend: Backend) => Promise<Result>,
): Promise<Result> {
  const backend = await openBackend(options, effects);
  try {
    return await use(backend);
  } finally {
    await backend.close();
  }
}

/** From the first to the last event, or to now; everything that a question without a range is about. */
export function recordedRange(groups: readonly GroupSummary[], nowMs: number): TimeRange {
  const times = groups
    .flatMap((group) => [group.firstEventMs, group.lastEventMs])
    .filter((time) => time !== null);
  const endMs = times.reduce((latest, time) => Math.max(latest, time), nowMs);
  return { startMs: times.reduce((earliest, time) => Math.min(earliest, time), endMs), endMs };
}

/** Long enough for a busy server, short enough that a stale file does not hold anyone up. */
const answerTimeoutMs = 2_000;

/** The server that has left its note in the directory, if it answers. A server that was killed leaves its note behind. */
async function answeringServer(dataDir: string): Promise<string | undefined> {
  const note = await readServerFile(dataDir);
  if (note === undefined || !URL.canParse(note.url)) return undefined;
  try {
    const answer = await fetch(new URL('/healthz', note.url), {
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    return answer.ok ? note.url : undefined;
  } catch {
    return undefined;
  }
}
