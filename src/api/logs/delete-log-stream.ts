// DeleteLogStream: with its events.

import { z } from 'zod';
import { action } from './action.ts';
import { logGroupName, logStreamName } from './members.ts';

const shape = z.object({ logGroupName, logStreamName });

export const deleteLogStream = action(shape, async (input, { store }) => {
  await store.deleteStream(input.logGroupName, input.logStreamName);
  return {};
});
