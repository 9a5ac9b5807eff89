// GET /api/v1/events/:ptr: one stored event, whole, by the `@ptr` of a result row.

import { z } from 'zod';
import { decodePointer } from '../../queries/pointer.ts';
import { HttpError } from '../errors.ts';
import { type Route, validated } from '../route.ts';

const shape = z.object({ ptr: z.string() });

export const eventRoute: Route = {
  method: 'GET',
  path: '/api/v1/events/:ptr',
  role: 'read',
  async handle({ request, context }) {
    const { ptr } = validated(shape, request.params);
    const pointer = decodePointer(ptr);
    if (pointer === null) {
      throw new HttpError(400, 'bad-pointer', `'${ptr}' is not an event pointer.`, {
        hint: 'Take it from the @ptr field of a query result.',
      });
    }
    const event = await context.store.event(pointer.groupId, pointer.sequence);
    if (event === null) throw new HttpError(404, 'unknown-event', `No event is stored under ${ptr}.`);
    return event;
  },
};
