// CreateLogGroup. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { deliveryRetentionDays, logGroupClass } from './log-class.ts';
import { logGroupName, tags } from './members.ts';
import { checkTags } from './tag-changes.ts';

const shape = z.object({
  logGroupName,
  kmsKeyId: z.string().optional(),
  tags: tags.optional(),
  logGroupClass: logGroupClass.optional(),
  deletionProtectionEnabled: z.boolean().optional(),
});

export const createLogGroup = action(shape, async (input, { store }) => {
  const { logGroupName: name, logGroupClass: logClass = 'STANDARD', tags: given = {} } = input;
  if (input.kmsKeyId !== undefined) {
    const message = 'Shiplog does not support kmsKeyId: keep its data directory on an encrypted disk';
    throw new ServiceError('InvalidParameterException', message);
  }
  if (/^aws\//i.test(name)) {
    throw new ServiceError(
      'InvalidParameterException',
      'Log groups starting with AWS/ are reserved for AWS.',
    );
  }
  checkTags(given);
  await store.createGroup(name, {
    logClass,
    protected: input.deletionProtectionEnabled ?? false,
    tags: given,
    ...(logClass === 'DELIVERY' ? { retentionDays: deliveryRetentionDays } : {}),
  });
  return {};
});
