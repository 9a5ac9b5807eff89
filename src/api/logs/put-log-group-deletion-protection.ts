// PutLogGroupDeletionProtection: while it is enabled, neither the group nor a stream of it can be deleted. Retention goes on.

import { z } from 'zod';
import { action } from './action.ts';
import { logGroupIdentifier, nameOfIdentifier } from './members.ts';

const shape = z.object({ logGroupIdentifier, deletionProtectionEnabled: z.boolean() });

export const putLogGroupDeletionProtection = action(shape, async (input, { store }) => {
  const { deletionProtectionEnabled } = input;
  await store.changeGroup(nameOfIdentifier(input.logGroupIdentifier), (settings) => ({
    ...settings,
    protected: deletionProtectionEnabled,
  }));
  return {};
});
