// The requests of the page, one function each. They resolve with the decoded answer and reject with a Problem;
// `signal` stops them, and the server stops the query behind them.

import type { Diagnostic } from '../../src/language/index.ts';
import { keptToken, withToken } from '../session/token.ts';
import { offline, problemOf } from './problem.ts';
import type {
  Definition,
  FieldCount,
  Finding,
  GroupSummary,
  QueryBody,
  QueryResult,
  SavedQuery,
  SavedQueryDraft,
  Status,
  StoredEvent,
} from './responses.ts';

const base = '/api/v1';

async function request<T>(
  path: string,
  init: RequestInit,
  token: string | undefined = keptToken(window.sessionStorage),
): Promise<T> {
  const response = await fetch(base + path, withToken(init, token)).catch((cause: unknown) => {
    // A stopped request is not a server that is gone.
    throw init.signal?.aborted ? cause : offline();
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok || body === undefined) throw problemOf(response.status, body);
  return body as T;
}

/** Rejects unless the server takes this token, and lets it read. */
export const tryToken = (token: string): Promise<unknown> => request('/status', {}, token);

export const getStatus = (signal: AbortSignal): Promise<Status> => request('/status', { signal });

export async function getLogGroups(signal: AbortSignal): Promise<readonly GroupSummary[]> {
  const { logGroups } = await request<{ logGroups: readonly GroupSummary[] }>('/log-groups', { signal });
  return logGroups;
}

/** Fields of the named groups; of all groups of ECS events when none is named. */
export async function getFields(
  logGroups: readonly string[],
  signal: AbortSignal,
): Promise<readonly FieldCount[]> {
  const search = new URLSearchParams(logGroups.map((name) => ['logGroup', name]));
  const { fields } = await request<{ fields: readonly FieldCount[] }>(`/fields?${search}`, { signal });
  return fields;
}

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const postQuery = (body: QueryBody, signal: AbortSignal): Promise<QueryResult> =>
  request('/query', { ...json('POST', body), signal });

/** What is wrong with a query, without running it. */
export async function postCheck(query: string, signal: AbortSignal): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await request<{ diagnostics: readonly Diagnostic[] }>('/check', {
    ...json('POST', { query }),
    signal,
  });
  return diagnostics;
}

export async function getSavedQueries(signal: AbortSignal): Promise<readonly SavedQuery[]> {
  const { savedQueries } = await request<{ savedQueries: readonly SavedQuery[] }>('/saved-queries', {
    signal,
  });
  return savedQueries;
}

/** Replaces the query of that name, if there is one. */
export const putSavedQuery = (draft: SavedQueryDraft): Promise<SavedQuery> =>
  request('/saved-queries', json('PUT', draft));

export const deleteSavedQuery = (id: string): Promise<unknown> =>
  request(`/saved-queries/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const getEvent = (pointer: string, signal: AbortSignal): Promise<StoredEvent> =>
  request(`/events/${encodeURIComponent(pointer)}`, { signal });

export const getDefinitions = (signal: AbortSignal): Promise<readonly Definition[]> =>
  request('/investigations', { signal });

export function getFinding(
  id: string,
  inputs: Readonly<Record<string, string>>,
  range: { readonly startMs: number; readonly endMs: number },
  signal: AbortSignal,
): Promise<Finding> {
  const search = new URLSearchParams({
    ...inputs,
    start: String(range.startMs),
    end: String(range.endMs),
  });
  return request(`/investigations/${encodeURIComponent(id)}?${search}`, { signal });
}
