// DeleteRetentionPolicy: events are kept for ever again.

import { z } from 'zod';
import { action } from './action.ts';
import { refuseClass } from './log-class.ts';
import { logGroupName } from './members.ts';

const shape = z.object({ logGroupName });

export const deleteRetentionPolicy = action(shape, async ({ logGroupName: name }, { store }) => {
  await store.changeGroup(name, (settings) => {
    if (settings.logClass === 'DELIVERY') refuseClass(name, settings.logClass, 'DeleteRetentionPolicy');
    const { retentionDays: _, ...kept } = settings;
    return kept;
  });
  return {};
});
