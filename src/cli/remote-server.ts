// Requests to the routes of a running server. Its refusals become the same errors that a local run throws, so that a wrong
// query draws its caret wherever it ran.

import { InvestigationInputError } from '../investigations/investigation.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { QueryRejected, UnknownLogGroup } from '../queries/compile-query.ts';
import type { AppendResult } from '../store/schema.ts';
import { type CliFailure, failure, wrongCall } from './failure.ts';
import {
  openAnswer,
  type Question,
  type ServerAnswer,
  type ServerPlace,
  sendRequest,
  wholeAnswer,
} from './send-request.ts';

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
  readonly #place: ServerPlace;
  constructor(place: ServerPlace) {
    this.#place = place;
  }

  async get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
    return this.#answer<Answer>(await this.#ask({ method: 'GET', path, signal }), '');
  }

  /** `queryText` is what a refusal's diagnostics point into. */
  async post<Answer>(path: string, body: unknown, queryText: string, signal?: AbortSignal): Promise<Answer> {
    return this.#answer<Answer>(await this.#ask({ method: 'POST', path, ...json(body), signal }), queryText);
  }

  /** The lines of an answer that goes on, each read as JSON, as they come. */
  async *lines<Line>(path: string, signal: AbortSignal): AsyncGenerator<Line> {
    const question: Question = { method: 'GET', path, signal };
    const response = await this.#reach(openAnswer(this.#place, question), signal);
    if (response.statusCode !== 200) return this.#answer<never>(await wholeAnswer(response), '');
    try {
      for await (const line of linesOf(response.setEncoding('utf8'))) yield JSON.parse(line) as Line;
    } catch (cause) {
      if (signal.aborted) throw cause;
      throw failure(`The server at ${this.#place.url} has gone.`, cause);
    }
  }

  async put<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.#answer<Answer>(await this.#ask({ method: 'PUT', path, ...json(body) }), '');
  }

  async delete<Answer>(path: string): Promise<Answer> {
    return this.#answer<Answer>(await this.#ask({ method: 'DELETE', path }), '');
  }

  /** A body of which nothing was stored is answered with 400 and the same counts; to an importer that is no failure. */
  async append(documents: string): Promise<AppendResult> {
    const body = { contentType: 'application/x-ndjson', body: documents };
    const answer = await this.#ask({ method: 'POST', path: '/api/v1/import', ...body });
    const error = errorOf(answer);
    if (error?.code === 'nothing-stored') return error as WireError & AppendResult;
    return this.#answer<AppendResult>(answer, '');
  }

  #ask(question: Question): Promise<ServerAnswer> {
    return this.#reach(sendRequest(this.#place, question), question.signal);
  }

  async #reach<Answer>(answer: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
    try {
      return await answer;
    } catch (cause) {
      if (signal?.aborted) throw cause;
      const { url } = this.#place;
      if (isDistrust(cause)) {
        throw failure(
          `The certificate of ${url} is not trusted here: ${cause.message}. If it was issued by your own authority, name that in NODE_EXTRA_CA_CERTS.`,
          cause,
        );
      }
      throw failure(
        `No Shiplog server answers at ${url}. Start one with "shiplog serve", or leave out --server to open the data directory.`,
        cause,
      );
    }
  }

  #answer<Answer>(answer: ServerAnswer, queryText: string): Answer {
    const body = jsonOf(answer.text);
    // The server is our own and its shapes are those of the types that it shares with us.
    if (answer.status >= 200 && answer.status < 300 && body !== undefined) return body as Answer;
    const error = errorOf(answer);
    if (error === undefined) {
      throw failure(`${this.#place.url} answered ${answer.status}, and not as a Shiplog server does.`);
    }
    if (error.diagnostics !== undefined) throw new QueryRejected(queryText, error.diagnostics);
    if (error.logGroup !== undefined) throw new UnknownLogGroup(error.logGroup);
    if (error.code === 'invalid-input') {
      throw new InvestigationInputError(error.input ?? '', error.message, error.suggestions ?? []);
    }
    throw this.#failure(answer.status, error);
  }

  #failure(status: number, { message, hint }: WireError): CliFailure {
    const text = hint === undefined ? message : `${message} ${hint}`;
    return status < 500 ? wrongCall(text) : failure(text);
  }
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    const [first = '', ...more] = text.split('\n');
    rest += first;
    for (const line of more) {
      yield rest;
      rest = line;
    }
  }
}

/** OpenSSL's verdicts on certificates, as Node names them. */
function isDistrust(cause: unknown): cause is Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf({ text }: ServerAnswer): WireError | undefined {
  const body = jsonOf(text);
  return typeof body === 'object' && body !== null && 'error' in body ? (body.error as WireError) : undefined;
}

const json = (body: unknown): Pick<Question, 'contentType' | 'body'> => ({
  contentType: 'application/json',
  body: JSON.stringify(body),
});
