// The page's server state: one hook per resource, kept by TanStack Query. Nothing else in the page fetches.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Diagnostic } from '../../src/language/index.ts';
import {
  deleteSavedQuery,
  getDefinitions,
  getEvent,
  getFields,
  getFinding,
  getLogGroups,
  getSavedQueries,
  getStatus,
  postCheck,
  postQuery,
  putSavedQuery,
} from './client.ts';
import type { QueryBody } from './responses.ts';

const refreshMs = 30_000;

export const useStatus = () =>
  useQuery({ queryKey: ['status'], queryFn: ({ signal }) => getStatus(signal), refetchInterval: refreshMs });

export const useLogGroups = () =>
  useQuery({
    queryKey: ['log-groups'],
    queryFn: ({ signal }) => getLogGroups(signal),
    refetchInterval: refreshMs,
  });

export const useDefinitions = (enabled = true) =>
  useQuery({
    queryKey: ['investigations'],
    queryFn: ({ signal }) => getDefinitions(signal),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useFields = (logGroups: readonly string[]) =>
  useQuery({
    queryKey: ['fields', logGroups],
    queryFn: ({ signal }) => getFields(logGroups, signal),
    staleTime: refreshMs,
  });

/** Answers without a render: the editor asks while somebody types. */
export function useCheck(): (query: string) => Promise<readonly Diagnostic[]> {
  const client = useQueryClient();
  return (query) =>
    client.fetchQuery({
      queryKey: ['check', query],
      queryFn: ({ signal }) => postCheck(query, signal),
      staleTime: refreshMs,
      retry: false,
    });
}

const savedQueriesKey = ['saved-queries'];

export const useSavedQueries = () =>
  useQuery({
    queryKey: savedQueriesKey,
    queryFn: ({ signal }) => getSavedQueries(signal),
    staleTime: refreshMs,
  });

/** The list is read anew before the caller goes on. */
function useSavedQueryChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: savedQueriesKey }),
  });
}

export const useSaveQuery = () => useSavedQueryChange(putSavedQuery);
export const useDeleteSavedQuery = () => useSavedQueryChange(deleteSavedQuery);

/** An event never changes. */
export const useEvent = (pointer: string) =>
  useQuery({
    queryKey: ['event', pointer],
    queryFn: ({ signal }) => getEvent(pointer, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** `run` tells two runs of the same query apart; null asks nothing. */
export const useQueryResult = (body: QueryBody | null, run: string) =>
  useQuery({
    queryKey: ['query', body, run],
    queryFn: ({ signal }) => {
      if (body === null) throw new Error('A query that is not enabled does not run.');
      return postQuery(body, signal);
    },
    enabled: body !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });

export interface FindingQuestion {
  readonly id: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly range: { readonly startMs: number; readonly endMs: number };
}

export const useFinding = (question: FindingQuestion | null, run: string) =>
  useQuery({
    queryKey: ['finding', question, run],
    queryFn: ({ signal }) => {
      if (question === null) throw new Error('A question that is not enabled is not asked.');
      return getFinding(question.id, question.inputs, question.range, signal);
    },
    enabled: question !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
