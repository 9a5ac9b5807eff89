// DescribeIndexPolicies: that of one log group, if it has one. There are no account policies here.

import { z } from 'zod';
import { LogGroupMissing } from '../../store/store.ts';
import { action } from './action.ts';
import { encodePolicy } from './index-policy.ts';
import { list, logGroupIdentifier, nameOfIdentifier, nextToken } from './members.ts';
import { page } from './page.ts';

const shape = z.object({
  logGroupIdentifiers: list(logGroupIdentifier, 1, 1),
  nextToken: nextToken.optional(),
});

export const describeIndexPolicies = action(shape, (input, context) => {
  const names = input.logGroupIdentifiers.map(nameOfIdentifier);
  const policies = names.flatMap((name) => {
    const group = context.store.group(name);
    if (group === undefined) throw new LogGroupMissing(name);
    const { indexPolicy } = group.settings;
    return indexPolicy === undefined ? [] : [encodePolicy(name, indexPolicy, context)];
  });
  const { items, ...next } = page(policies, ['policies', names], 1, input.nextToken);
  return { indexPolicies: items, ...next };
});
