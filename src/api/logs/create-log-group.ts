// CreateLogGroup. What we would have to ignore (keys, tags, other classes, deletion protection) is refused.

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { logGroupName } from './members.ts';

const shape = z.object({
  logGroupName,
  kmsKeyId: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  logGroupClass: z.string().optional(),
  deletionProtectionEnabled: z.boolean().optional(),
});

export const createLogGroup = action(shape, async (input, { store }) => {
  refuse('kmsKeyId', input.kmsKeyId !== undefined);
  refuse('tags', Object.keys(input.tags ?? {}).length > 0);
  refuse('logGroupClass', (input.logGroupClass ?? 'STANDARD') !== 'STANDARD');
  refuse('deletionProtectionEnabled', input.deletionProtectionEnabled === true);
  await store.createGroup(input.logGroupName);
  return {};
});

function refuse(member: string, given: boolean): void {
  if (given)
    throw new ServiceError('InvalidParameterException', `Shiplog does not support ${member}; leave it out`);
}
