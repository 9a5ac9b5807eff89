// CreateLogStream.

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { logGroupName, logStreamName } from './members.ts';

const shape = z.object({ logGroupName, logStreamName });

export const createLogStream = action(shape, async (input, { store }) => {
  if (store.group(input.logGroupName) === undefined) {
    throw new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');
  }
  const streams = await store.streams(input.logGroupName);
  if (streams.some((stream) => stream.name === input.logStreamName)) {
    throw new ServiceError('ResourceAlreadyExistsException', 'The specified log stream already exists');
  }
  await store.createStream(input.logGroupName, input.logStreamName);
  return {};
});
