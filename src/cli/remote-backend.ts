// The backend that asks a running server over /api/v1. Its refusals become the same errors that a local run throws, so
// that a wrong query draws its caret wherever it ran.

import type { Finding } from '../investigations/finding.ts';
import {
  type Investigation,
  InvestigationInputError,
  type InvestigationRequest,
} from '../investigations/investigation.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { QueryRejected, UnknownLogGroup } from '../queries/compile-query.ts';
import type { ExplainStage } from '../queries/explain-query.ts';
import type { QueryRequest, QueryResult } from '../queries/query.ts';
import type { AppendResult, GroupSummary, IncomingEvent, RejectedEvent } from '../store/schema.ts';
import type { Backend, StatusReport } from './backend.ts';
import { type CliFailure, failure, wrongCall } from './failure.ts';

/** Below the server's limit for one body, with room for the line breaks between events. */
const requestCharsMax = 16_000_000;

/** Throws a wrong call when `url` is none. Nothing is sent before the first question. */
export function remoteBackend(url: string): Backend {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw wrongCall(
      `--server ${url}: not a URL. Write it as serve prints it, for example http://127.0.0.1:7410`,
    );
  }
  const server = new Server(url);
  return {
    query: (request, signal) =>
      server.post<QueryResult>('/api/v1/query', queryBody(request), request.text, signal),
    explain: async (request, stage) => explain(server, request, stage),
    investigate: (investigation, request, signal) => investigate(server, investigation, request, signal),
    appendEcs: (events) => appendEcs(server, events),
    status: () => status(server, url),
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
    logGroups,
  };
}

/** The error body of our own routes; api/errors.ts writes it. */
interface WireError {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly diagnostics?: readonly Diagnostic[];
  readonly logGroup?: string;
  readonly input?: string;
  readonly suggestions?: readonly string[];
}

class Server {
  readonly #url: string;
  constructor(url: string) {
    this.#url = url;
  }

  async get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
    const response = await this.#fetch(path, { ...(signal === undefined ? {} : { signal }) });
    return this.#answer<Answer>(response, '');
  }

  /** `queryText` is what a refusal's diagnostics point into. */
  async post<Answer>(path: string, body: unknown, queryText: string, signal?: AbortSignal): Promise<Answer> {
    const response = await this.#fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
    return this.#answer<Answer>(response, queryText);
  }

  /** A body of which nothing was stored is answered with 400 and the same counts; to an importer that is no failure. */
  async append(documents: string): Promise<AppendResult> {
    const headers = { 'content-type': 'application/x-ndjson' };
    const response = await this.#fetch('/api/v1/import', { method: 'POST', headers, body: documents });
    if (response.status === 400) {
      const { error } = (await response.json()) as { readonly error: WireError & AppendResult };
      if (error.code === 'nothing-stored') return error;
      throw this.#failure(400, error);
    }
    return this.#answer<AppendResult>(response, '');
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(new URL(path, this.#url), init);
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw failure(
        `No Shiplog server answers at ${this.#url}. Start one with "shiplog serve", or leave out --server to open the data directory.`,
        cause,
      );
    }
  }

  async #answer<Answer>(response: Response, queryText: string): Promise<Answer> {
    const body: unknown = await response.json().catch(() => undefined);
    // The server is our own and its shapes are those of the types that it shares with us.
    if (response.ok && body !== undefined) return body as Answer;
    const error =
      typeof body === 'object' && body !== null && 'error' in body ? (body.error as WireError) : undefined;
    if (error === undefined)
      throw failure(`${this.#url} answered ${response.status}, and not as a Shiplog server does.`);
    if (error.diagnostics !== undefined) throw new QueryRejected(queryText, error.diagnostics);
    if (error.logGroup !== undefined) throw new UnknownLogGroup(error.logGroup);
    if (error.code === 'invalid-input') {
      throw new InvestigationInputError(error.input ?? '', error.message, error.suggestions ?? []);
    }
    throw this.#failure(response.status, error);
  }

  #failure(status: number, { message, hint }: WireError): CliFailure {
    const text = hint === undefined ? message : `${message} ${hint}`;
    return status < 500 ? wrongCall(text) : failure(text);
  }
}
