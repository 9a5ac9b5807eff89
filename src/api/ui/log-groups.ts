// GET /api/v1/log-groups: every log group with its counts, ordered by name.

import type { Route } from '../route.ts';

export const logGroupsRoute: Route = {
  method: 'GET',
  path: '/api/v1/log-groups',
  role: 'read',
  async handle({ context }) {
    const logGroups = [...(await context.store.summaries())];
    logGroups.sort((one, other) => (one.name < other.name ? -1 : 1));
    return { logGroups };
  },
};
