// Bodies of events that say that they are compressed and cannot be unpacked: no handler sees them, and they are kept aside all the same.

import type { FastifyRequest } from 'fastify';
import { bodyBytes } from '../body.ts';
import type { ApiContext } from '../context.ts';
import { HttpError } from '../errors.ts';
import { sourceOf } from './sender.ts';

/** What the sender is told: `cause`, or why the body could not even be kept aside. */
export async function keepUnreadable(
  cause: unknown,
  request: FastifyRequest,
  { recorder }: Pick<ApiContext, 'recorder'>,
): Promise<unknown> {
  const unreadable = cause instanceof HttpError && cause.code === 'bad-gzip';
  if (!unreadable || request.routeOptions.config.access !== 'ingest') return cause;
  try {
    await recorder.refuse(bodyBytes(request), cause.message, sourceOf(request));
    return cause;
  } catch (failure) {
    return failure;
  }
}
