// Requests to the routes of a running server. Its refusals become the same errors that a local run throws, so that a wrong
// query draws its caret wherever it ran.

import { InvestigationInputError } from '../investigations/investigation.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { QueryRejected, UnknownLogGroup } from '../queries/compile-query.ts';
import type { AppendResult } from '../store/schema.ts';
import { type CliFailure, failure, wrongCall } from './failure.ts';

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

export class Server {
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
      ...json('POST', body),
      ...(signal === undefined ? {} : { signal }),
    });
    return this.#answer<Answer>(response, queryText);
  }

  async put<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.#answer<Answer>(await this.#fetch(path, json('PUT', body)), '');
  }

  async delete(path: string): Promise<void> {
    await this.#answer(await this.#fetch(path, { method: 'DELETE' }), '');
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
      if (isLate(cause)) {
        throw failure(
          `The server at ${this.#url} took more than the five minutes that an answer is waited for. Ask for less, or ask the data directory itself.`,
          cause,
        );
      }
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

/** Node's fetch waits so long and no longer. */
function isLate(cause: unknown): boolean {
  const reason = cause instanceof Error ? cause.cause : undefined;
  return reason instanceof Error && 'code' in reason && reason.code === 'UND_ERR_HEADERS_TIMEOUT';
}

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
