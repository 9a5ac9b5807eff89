// PutIndexPolicy: fields of a log group that filterIndex finds from now on. A field that an earlier policy had keeps its index.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutIndexPolicy.html

import { z } from 'zod';
import type { GroupSettings } from '../../store/group-settings.ts';
import { action } from './action.ts';
import { encodePolicy, fieldsOfPolicy } from './index-policy.ts';
import { refuseClass } from './log-class.ts';
import { logGroupIdentifier, nameOfIdentifier, text } from './members.ts';

const shape = z.object({ logGroupIdentifier, policyDocument: text(1, 51_200) });

export const putIndexPolicy = action(shape, async (input, context) => {
  const name = nameOfIdentifier(input.logGroupIdentifier);
  const fields = fieldsOfPolicy(input.policyDocument);
  const updatedMs = context.nowMs();
  const policyOf = ({ indexPolicy }: GroupSettings) => {
    const since = new Map(indexPolicy?.indexes.map(({ field, sinceMs }) => [field, sinceMs]));
    const indexes = fields.map((field) => ({ ...field, sinceMs: since.get(field.field) ?? updatedMs }));
    return { document: input.policyDocument, updatedMs, indexes };
  };
  await context.store.changeGroup(name, (settings) => {
    refuseClass(name, settings.logClass, 'PutIndexPolicy');
    return { ...settings, indexPolicy: policyOf(settings) };
  });
  const policy = { document: input.policyDocument, updatedMs, indexes: [] };
  return { indexPolicy: encodePolicy(name, policy, context) };
});
