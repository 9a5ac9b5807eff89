// Saved and scheduled queries and lookup tables of a data directory that this process has opened itself.

import type { App } from '../app.ts';
import type { Recovery } from '../capture/recorder.ts';
import {
  InvalidSchedule,
  ScheduleBusy,
  ScheduleExists,
  ScheduleMissing,
  TooManySchedules,
} from '../schedules/schedule.ts';
import { InvalidExpression } from '../schedules/schedule-expression.ts';
import {
  InvalidLookupTable,
  LookupTableExists,
  LookupTableMissing,
  summaryOf,
  TooManyLookupTables,
} from '../store/lookup-table.ts';
import { RejectedMissing } from '../store/rejected.ts';
import {
  InvalidSavedQuery,
  idToSaveAs,
  SavedQueryMissing,
  TooManySavedQueries,
} from '../store/saved-query.ts';
import type { Library } from './backend.ts';
import { wrongCall } from './failure.ts';

export function localLibrary({
  store,
  schedules,
  recorder,
  newId,
}: Pick<App, 'store' | 'schedules' | 'recorder' | 'newId'>): Library {
  return {
    savedQueries: async () => store.savedQueries(),
    saveQuery: (draft) =>
      refusing(async () => store.putSavedQuery(idToSaveAs(draft, store.savedQueries(), newId), draft)),
    deleteSavedQuery: (id) => refusing(() => store.deleteSavedQuery(id)),
    lookupTables: async () => store.lookupTables().map(summaryOf),
    lookupTable: (name) =>
      refusing(async () => {
        const table = store.lookupTable(name);
        if (table === undefined) throw new LookupTableMissing(name);
        return { ...summaryOf(table), body: await store.lookupTableBody(name) };
      }),
    createLookupTable: (name, content) =>
      refusing(async () => summaryOf(await store.createLookupTable(name, content))),
    updateLookupTable: (name, content) =>
      refusing(async () => summaryOf(await store.updateLookupTable(name, content))),
    deleteLookupTable: (name) => refusing(() => store.deleteLookupTable(name)),
    schedules: async () => schedules.list(),
    schedule: (name) =>
      refusing(async () => {
        const schedule = schedules.get(name);
        if (schedule === undefined) throw new ScheduleMissing(name);
        return schedule;
      }),
    createSchedule: (draft) => refusing(() => schedules.create(draft)),
    deleteSchedule: (name) => refusing(() => schedules.delete(name)),
    scheduleRuns: (name) => refusing(async () => schedules.runs(name)),
    runSchedule: (name) => refusing(() => schedules.run(name)),
    keepAside: (drafts) => store.rejected.keep(drafts),
    rejected: async (limit) => {
      const { kept, keptBytes } = store.rejected.totals();
      return { kept, keptBytes, records: await store.rejected.list({ limit }) };
    },
    rejectedDocument: (id) =>
      refusing(async () => {
        const { body, ...record } = await store.rejected.get(id);
        return { ...record, bodyBase64: Buffer.from(body).toString('base64') };
      }),
    retryRejected: (id) => refusing(() => recorder.retry(id)),
    retryAllRejected: async () => {
      const results: Recovery[] = [];
      for (const id of store.rejected.ids()) results.push(await recorder.retry(id));
      return results;
    },
    deleteRejected: (id) =>
      refusing(async () => {
        if (id !== undefined) await store.rejected.get(id);
        const ids = id === undefined ? store.rejected.ids() : [id];
        await store.rejected.remove(ids);
        return ids.length;
      }),
  };
}

const refusals = [
  InvalidLookupTable,
  LookupTableExists,
  LookupTableMissing,
  TooManyLookupTables,
  RejectedMissing,
  InvalidSavedQuery,
  SavedQueryMissing,
  TooManySavedQueries,
  InvalidExpression,
  InvalidSchedule,
  ScheduleBusy,
  ScheduleExists,
  ScheduleMissing,
  TooManySchedules,
];

/** What the store refuses is the caller's mistake, here as over a server. */
async function refusing<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    if (refusals.some((refusal) => cause instanceof refusal)) throw wrongCall((cause as Error).message);
    throw cause;
  }
}
