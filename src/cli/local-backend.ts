// The backend over a data directory that this process has opened itself.

import type { App } from '../app.ts';
import { openTail } from '../queries/tail.ts';
import type { Backend } from './backend.ts';
import { wrongCall } from './failure.ts';
import { localLibrary } from './local-library.ts';

/** One process holds a directory, so nobody adds to what this one has opened. */
const nobodyRecords =
  '--follow needs a running server, which records what comes. Start one with "shiplog serve" over this directory, then tail it from another terminal.';

export function localBackend(app: App): Backend {
  return {
    query: (request, signal) => app.runQuery(request, signal),
    explain: async (request, stage) => app.explainQuery(request, stage),
    investigate: (investigation, request, signal) => app.investigate(investigation, request, signal),
    tail: async function* (asked, signal) {
      if (asked.follow) throw wrongCall(nobodyRecords);
      yield* await openTail(asked, app, signal);
    },
    appendEcs: (events) => app.store.appendEcs(events),
    bulkEcs: () => app.store.bulkEcs(),
    status: async () => ({
      place: app.dataDir,
      dataDir: app.dataDir,
      version: app.version,
      diskBytes: await app.store.diskBytes(),
      rejectedKept: app.store.rejected.totals().kept,
      logGroups: await app.store.summaries(),
    }),
    ...localLibrary(app),
    close: () => app.close(),
  };
}
