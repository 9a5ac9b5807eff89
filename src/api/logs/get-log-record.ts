// GetLogRecord: the whole event behind an `@ptr`, as a map of texts with every discovered and derived field.

import { z } from 'zod';
import { decodePointer } from '../../queries/pointer.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { text } from './members.ts';

/** `unmask` changes nothing: no data is masked here. */
const shape = z.object({ logRecordPointer: text(1, 512), unmask: z.boolean().optional() });

export const getLogRecord = action(shape, async ({ logRecordPointer }, { store, accountId }) => {
  const pointer = decodePointer(logRecordPointer);
  if (pointer === null) {
    throw new ServiceError('InvalidParameterException', 'The specified logRecordPointer is not valid');
  }
  const event = await store.event(pointer.groupId, pointer.sequence);
  if (event === null) {
    throw new ServiceError(
      'ResourceNotFoundException',
      'The log record that logRecordPointer names does not exist',
    );
  }
  return {
    logRecord: {
      ...event.fields,
      '@timestamp': String(event.timestampMs),
      '@ingestionTime': String(event.ingestionMs),
      '@logStream': event.logStream,
      '@log': `${accountId}:${event.logGroup}`,
      '@message': event.message,
      '@ptr': logRecordPointer,
    },
  };
});
