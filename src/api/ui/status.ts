// GET /api/v1/status: what is recorded here, how much of it, and how fresh it is.

import type { Route } from '../route.ts';

export const statusRoute: Route = {
  method: 'GET',
  path: '/api/v1/status',
  role: 'read',
  async handle({ context }) {
    const groups = await context.store.summaries();
    const { version, dataDir, startedMs } = context;
    return {
      version,
      dataDir,
      engine: context.engineName,
      startedMs,
      nowMs: context.nowMs(),
      logGroups: groups.length,
      events: groups.reduce((sum, group) => sum + group.events, 0),
      bytes: groups.reduce((sum, group) => sum + group.bytes, 0),
      rejectedKept: context.store.rejected.totals().kept,
      diskBytes: await context.store.diskBytes(),
      lastEventMs: latest(groups.map((group) => group.lastEventMs)),
      lastIngestionMs: latest(groups.map((group) => group.lastIngestionMs)),
    };
  },
};

function latest(times: readonly (number | null)[]): number | null {
  return times.reduce((best, time) => (best === null || (time !== null && time > best) ? time : best), null);
}
