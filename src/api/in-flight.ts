// The requests that are being answered right now. A closing server waits for them and for nothing else: Node counts a
// connection that has not asked anything yet (browsers and fetch open such ahead) as busy. And what they weigh: a server
// that holds too many bodies already says so, with the status that EventBridge and Fluent Bit retry.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bodyBytesInFlightMax, bodyBytesMax } from '../limits.ts';
import { HttpError } from './errors.ts';

export class InFlight {
  #count = 0;
  #bytes = 0;
  #onIdle: (() => void) | undefined;

  watch(server: FastifyInstance): void {
    server.addHook('onRequest', async (request, reply) => {
      const bytes = expectedBytes(request);
      if (this.#bytes + bytes > bodyBytesInFlightMax) {
        reply.header('retry-after', '1');
        throw new HttpError(
          503,
          'busy',
          'Too many requests are being stored at this moment; try again in a second.',
        );
      }
      this.#count += 1;
      this.#bytes += bytes;
      reply.raw.once('close', () => {
        this.#count -= 1;
        this.#bytes -= bytes;
        if (this.#count === 0) this.#onIdle?.();
      });
    });
  }

  /** Resolves when no request is being answered, at the latest after `timeoutMs`. */
  async idle(timeoutMs: number): Promise<void> {
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** JSON of events shrinks about ten times; a body of unknown length is taken for a middling one. */
const gzipRatio = 10;
const unknownBytes = 1_048_576;

/** What the body will weigh, as far as its headers tell. */
function expectedBytes({ headers }: FastifyRequest): number {
  const length = Number(
    headers['content-length'] ?? (headers['transfer-encoding'] === undefined ? 0 : unknownBytes),
  );
  return headers['content-encoding'] === undefined ? length : Math.min(length * gzipRatio, bodyBytesMax);
}
