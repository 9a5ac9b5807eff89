// The tags behind an ARN: of a log group, a lookup table or a scheduled query. What else AWS tags (destinations, deliveries,
// anomaly detectors) cannot be made here.

import { resourceTags, type Tags } from '../../store/resource-tags.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

export interface TaggedResource {
  readonly tags: Tags;
  change(change: (tags: Tags) => Tags): Promise<void>;
}

/** Differs: as everywhere, account and Region of an ARN are not compared with ours. Throws ResourceNotFoundException. */
export function taggedResource(arn: string, context: ApiContext): TaggedResource {
  const [, kind, id = ''] = /^arn:[^:]+:logs:[^:]*:[^:]*:([a-z-]+):([^:]+)$/.exec(arn) ?? [];
  if (kind === undefined) {
    throw new ServiceError('InvalidParameterException', `'${arn}' is not the ARN of a resource`);
  }
  const { store } = context;
  if (kind === 'log-group') {
    const group = store.group(id);
    if (group !== undefined) {
      return {
        tags: group.settings.tags,
        change: (change) =>
          store.changeGroup(id, (settings) => ({ ...settings, tags: change(settings.tags) })),
      };
    }
  } else if (exists(kind, id, context)) {
    const all = resourceTags(store);
    const key = `${kind}:${id}`;
    return {
      tags: all.get(key) ?? {},
      change: (change) => all.change(key, (tags) => change(tags ?? {})),
    };
  }
  throw new ServiceError('ResourceNotFoundException', `The specified resource does not exist: ${arn}`);
}

function exists(kind: string, id: string, { store, schedules }: ApiContext): boolean {
  if (kind === 'lookup-table') return store.lookupTable(id) !== undefined;
  return kind === 'scheduled-query' && schedules.get(id) !== undefined;
}
