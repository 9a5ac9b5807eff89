// The backend that asks a running server over /api/v1.

import type { Finding } from '../investigations/finding.ts';
import type { Investigation, InvestigationRequest } from '../investigations/investigation.ts';
import type { ExplainStage } from '../queries/explain-query.ts';
import type { QueryRequest, QueryResult } from '../queries/query.ts';
import type { TailAsked } from '../queries/tail.ts';
import type { TailUpdate } from '../queries/tail-session.ts';
import type { AppendResult, GroupSummary, IncomingEvent, RejectedEvent } from '../store/schema.ts';
import type { Backend, StatusReport } from './backend.ts';
import { failure, wrongCall } from './failure.ts';
import { remoteLibrary } from './remote-library.ts';
import { Server } from './remote-server.ts';
import type { ServerPlace } from './send-request.ts';

/** Below the server's limit for one body, with room for the line breaks between events. */
const requestCharsMax = 16_000_000;

/** Throws a wrong call when the URL is none. Nothing is sent before the first question. */
export function remoteBackend(place: ServerPlace): Backend {
  const { url } = place;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw wrongCall(
      `--server ${url}: not a URL. Write it as serve prints it, for example http://127.0.0.1:7410`,
    );
  }
  const server = new Server(place);
  return {
    query: (request, signal) =>
      server.post<QueryResult>('/api/v1/query', queryBody(request), request.text, signal),
    explain: async (request, stage) => explain(server, request, stage),
    investigate: (investigation, request, signal) => investigate(server, investigation, request, signal),
    tail: (asked, signal) => tail(server, asked, signal),
    appendEcs: (events) => appendEcs(server, events),
    status: () => status(server, url),
    ...remoteLibrary(server),
    close: async () => {},
  };
}

function queryBody(request: QueryRequest): Readonly<Record<string, unknown>> {
  const { text, logGroups, ...rest } = request;
  return { query: text, ...(logGroups === 'all' ? {} : { logGroups }), ...rest };
}

async function explain(server: Server, request: QueryRequest, stage: ExplainStage): Promise<string> {
  const body = { ...queryBody(request), stage };
  const answer = await server.post<{ readonly text: string }>('/api/v1/explain', body, request.text);
  return answer.text;
}

function investigate(
  server: Server,
  investigation: Investigation,
  request: InvestigationRequest,
  signal: AbortSignal,
): Promise<Finding> {
  const parameters = new URLSearchParams({
    start: String(request.range.startMs),
    end: String(request.range.endMs),
  });
  for (const [name, value] of Object.entries(request.inputs))
    if (value !== undefined) parameters.set(name, value);
  return server.get<Finding>(`/api/v1/investigations/${investigation.id}?${parameters}`, signal);
}

type TailLine = TailUpdate | { readonly end: { readonly message: string } };

async function* tail(server: Server, asked: TailAsked, signal: AbortSignal): AsyncGenerator<TailUpdate> {
  const { logGroups, clusters, filter, sinceMs, lines, follow } = asked;
  const parameters = new URLSearchParams({ follow: String(follow) });
  for (const name of logGroups) parameters.append('logGroup', name);
  for (const name of clusters) parameters.append('cluster', name);
  for (const [name, value] of Object.entries({ filter, since: sinceMs, lines }))
    if (value !== undefined) parameters.set(name, String(value));
  for await (const line of server.lines<TailLine>(`/api/v1/tail?${parameters}`, signal)) {
    if ('end' in line) throw failure(line.end.message);
    yield line;
  }
  if (follow) throw failure('The server has ended the tail.');
}

async function appendEcs(server: Server, events: readonly IncomingEvent[]): Promise<AppendResult> {
  let stored = 0;
  let duplicates = 0;
  const rejected: RejectedEvent[] = [];
  let first = 0;
  for (const part of requestParts(events)) {
    const result = await server.append(part.map(({ message }) => message).join('\n'));
    stored += result.stored;
    duplicates += result.duplicates;
    for (const { index, reason } of result.rejected) rejected.push({ index: first + index, reason });
    first += part.length;
  }
  return { stored, duplicates, rejected };
}

function* requestParts(events: readonly IncomingEvent[]): Generator<readonly IncomingEvent[]> {
  let part: IncomingEvent[] = [];
  let chars = 0;
  for (const event of events) {
    if (part.length > 0 && chars + event.message.length > requestCharsMax) {
      yield part;
      part = [];
      chars = 0;
    }
    part.push(event);
    chars += event.message.length + 1;
  }
  if (part.length > 0) yield part;
}

async function status(server: Server, url: string): Promise<StatusReport> {
  const about = await server.get<Omit<StatusReport, 'place' | 'logGroups'>>('/api/v1/status');
  const { logGroups } = await server.get<{ readonly logGroups: readonly GroupSummary[] }>(
    '/api/v1/log-groups',
  );
  return {
    place: url,
    dataDir: about.dataDir,
    version: about.version,
    diskBytes: about.diskBytes,
    rejectedKept: about.rejectedKept,
    logGroups,
  };
}
