// Work whose answer nobody waits for any more is stopped.

import type { FastifyReply } from 'fastify';

/** Fires when the connection ends before the answer is sent. */
export function clientGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
