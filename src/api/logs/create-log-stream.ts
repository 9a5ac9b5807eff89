// CreateLogStream.

import { z } from 'zod';
import { action } from './action.ts';
import { logGroupName, logStreamName } from './members.ts';

const shape = z.object({ logGroupName, logStreamName });

export const createLogStream = action(shape, async (input, { store }) => {
  await store.createStream(input.logGroupName, input.logStreamName);
  return {};
});
