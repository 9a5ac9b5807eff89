// DeleteQueryDefinition.

import { z } from 'zod';
import { action } from './action.ts';
import { text } from './members.ts';

const shape = z.object({ queryDefinitionId: text(1, 256) });

export const deleteQueryDefinition = action(shape, async (input, { store }) => {
  await store.deleteSavedQuery(input.queryDefinitionId);
  return { success: true };
});
