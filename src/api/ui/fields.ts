// GET /api/v1/fields: the fields of some log groups, or of all groups of ECS events, for completion in the editor. Counted in
// the latest events of each group, so that the answer comes while somebody types.

import { z } from 'zod';
import { UnknownLogGroup } from '../../queries/compile-query.ts';
import type { ApiContext } from '../context.ts';
import { type Route, validated } from '../route.ts';

/** Where AWS, and our store, put the events of clusters (design section 5, "Log groups"). */
const ecsGroupPrefix = '/aws/events/ecs/';

const shape = z.object({ logGroup: z.union([z.string(), z.array(z.string())]).optional() });

export const fieldsRoute: Route = {
  method: 'GET',
  path: '/api/v1/fields',
  role: 'read',
  async handle({ request, context }) {
    const { logGroup } = validated(shape, request.query);
    const counts = new Map<string, number>();
    for (const group of groupsOf(logGroup, context)) {
      const { fields } = await context.store.fieldCounts(group);
      for (const { name, events } of fields) {
        counts.set(name, (counts.get(name) ?? 0) + events);
      }
    }
    const fields = [...counts].map(([name, events]) => ({ name, events }));
    fields.sort((one, other) => other.events - one.events || (one.name < other.name ? -1 : 1));
    return { fields };
  },
};

function groupsOf(named: string | readonly string[] | undefined, { store }: ApiContext): readonly string[] {
  if (named === undefined)
    return store
      .groups()
      .map((group) => group.name)
      .filter((name) => name.startsWith(ecsGroupPrefix));
  const names = typeof named === 'string' ? [named] : named;
  const missing = names.find((name) => store.group(name) === undefined);
  if (missing !== undefined) throw new UnknownLogGroup(missing);
  return names;
}
