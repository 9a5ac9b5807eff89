// PutRetentionPolicy: events older than so many days are deleted, by a sweep (app.ts) and not at once.

import { z } from 'zod';
import { action } from './action.ts';
import { refuseClass } from './log-class.ts';
import { logGroupName } from './members.ts';

/** The only ones that AWS takes. */
const days: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
const among = { error: `Member must satisfy enum value set: [${days.join(', ')}]` };

const shape = z.object({
  logGroupName,
  retentionInDays: z.int().refine((value) => days.includes(value), among),
});

export const putRetentionPolicy = action(
  shape,
  async ({ logGroupName: name, retentionInDays }, { store }) => {
    await store.changeGroup(name, (settings) => {
      if (settings.logClass === 'DELIVERY') refuseClass(name, settings.logClass, 'PutRetentionPolicy');
      return { ...settings, retentionDays: retentionInDays };
    });
    return {};
  },
);
