// The backend over a data directory that this process has opened itself.

import type { App } from '../app.ts';
import type { Backend } from './backend.ts';
import { localLibrary } from './local-library.ts';

export function localBackend(app: App): Backend {
  return {
    query: (request, signal) => app.runQuery(request, signal),
    explain: async (request, stage) => app.explainQuery(request, stage),
    investigate: (investigation, request, signal) => app.investigate(investigation, request, signal),
    appendEcs: (events) => app.store.appendEcs(events),
    bulkEcs: () => app.store.bulkEcs(),
    status: async () => ({
      place: app.dataDir,
      dataDir: app.dataDir,
      version: app.version,
      diskBytes: await app.store.diskBytes(),
      logGroups: await app.store.summaries(),
    }),
    ...localLibrary(app),
    close: () => app.close(),
  };
}
