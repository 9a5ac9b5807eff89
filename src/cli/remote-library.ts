// Saved and scheduled queries and lookup tables of a running server.

import type { Recovery } from '../capture/recorder.ts';
import { rejectedBodyBytesMax } from '../limits.ts';
import type { Run, ScheduleState } from '../schedules/schedule.ts';
import type { LookupTableSummary } from '../store/lookup-table.ts';
import type { SavedQuery } from '../store/saved-query.ts';
import type { Library } from './backend.ts';
import type { Server } from './remote-server.ts';

const saved = '/api/v1/saved-queries';
const lookups = '/api/v1/lookup-tables';
const schedules = '/api/v1/schedules';
const rejected = '/api/v1/rejected';
const of = (path: string, name: string): string => `${path}/${encodeURIComponent(name)}`;

export function remoteLibrary(server: Server): Library {
  return {
    savedQueries: async () =>
      (await server.get<{ readonly savedQueries: readonly SavedQuery[] }>(saved)).savedQueries,
    saveQuery: (draft) => server.put(saved, draft),
    deleteSavedQuery: (id) => server.delete(of(saved, id)),
    lookupTables: async () =>
      (await server.get<{ readonly lookupTables: readonly LookupTableSummary[] }>(lookups)).lookupTables,
    lookupTable: (name) => server.get(of(lookups, name)),
    createLookupTable: (name, content) => server.post(lookups, { name, ...content }, ''),
    updateLookupTable: (name, content) => server.put(of(lookups, name), content),
    deleteLookupTable: (name) => server.delete(of(lookups, name)),
    schedules: async () =>
      (await server.get<{ readonly schedules: readonly ScheduleState[] }>(schedules)).schedules,
    schedule: (name) => server.get(of(schedules, name)),
    createSchedule: (draft) => server.post(schedules, draft, draft.query),
    deleteSchedule: (name) => server.delete(of(schedules, name)),
    scheduleRuns: async (name) =>
      (await server.get<{ readonly runs: readonly Run[] }>(`${of(schedules, name)}/runs`)).runs,
    runSchedule: (name) => server.post(`${of(schedules, name)}/runs`, {}, ''),
    keepAside: async (drafts) => {
      const documents = drafts.map(({ body, sender, reason }) => ({
        sender,
        reason,
        bodyBase64: Buffer.from(body.subarray(0, rejectedBodyBytesMax)).toString('base64'),
      }));
      await server.post(rejected, { documents }, '');
    },
    rejected: (limit) => server.get(`${rejected}?limit=${limit}`),
    rejectedDocument: (id) => server.get(`${rejected}/${id}`),
    retryRejected: (id) => server.post(`${rejected}/${id}/retry`, {}, ''),
    retryAllRejected: async () =>
      (await server.post<{ readonly results: readonly Recovery[] }>(`${rejected}/retry`, {}, '')).results,
    deleteRejected: async (id) => {
      const path = id === undefined ? rejected : `${rejected}/${id}`;
      return (await server.delete<{ readonly deleted: number }>(path)).deleted;
    },
  };
}
