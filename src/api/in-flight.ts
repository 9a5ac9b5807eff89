// The requests that are being answered right now. A closing server waits for them and for nothing else: Node counts a
// connection that has not asked anything yet (browsers and fetch open such ahead) as busy. And what they weigh: a server
// that holds too many bodies already says so, with the status that EventBridge and Fluent Bit retry.

import { type Readable, Transform } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyBytesInFlightMax, bodyBytesMax, requestsInFlightMax } from '../limits.ts';
import { HttpError } from './errors.ts';

export class InFlight {
  readonly #bytesMax: number;
  #count = 0;
  #bytes = 0;
  readonly #held = new WeakMap<FastifyRequest, { bytes: number }>();
  #onIdle: (() => void) | undefined;

  /** Of all bodies together; tests pass fewer. */
  constructor(bytesMax: number = bodyBytesInFlightMax) {
    this.#bytesMax = bytesMax;
  }

  watch(server: FastifyInstance): void {
    server.addHook('onRequest', async (request, reply) => {
      if (this.#count >= requestsInFlightMax) throw busy(reply);
      const held = { bytes: 0 };
      this.#held.set(request, held);
      this.#hold(request, reply, weightOf(request, announcedBytes(request)));
      this.#count += 1;
      reply.raw.once('close', () => {
        this.#held.delete(request);
        this.#count -= 1;
        this.#bytes -= held.bytes;
        if (this.#count === 0) this.#onIdle?.();
      });
    });
    server.addHook('preParsing', async (request, reply, body) => {
      if (request.headers['transfer-encoding'] === undefined) return body;
      let bytes = 0;
      return watched(body, (more) => {
        bytes += more;
        this.#hold(request, reply, weightOf(request, Math.max(bytes, unknownBytes)));
      });
    });
    server.addHook('preValidation', async (request, reply) => {
      // Now nothing is guessed any more: blanks shrink a thousand times, not ten.
      if (Buffer.isBuffer(request.body)) this.#hold(request, reply, request.body.length);
    });
  }

  /** Makes room for a body of this weight in place of what the request has. Throws an HttpError when there is none. */
  #hold(request: FastifyRequest, reply: FastifyReply, weight: number): void {
    const held = this.#held.get(request);
    if (held === undefined) return; // answered already
    const more = weight - held.bytes;
    if (this.#bytes + more > this.#bytesMax) throw busy(reply);
    this.#bytes += more;
    held.bytes = weight;
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

function busy(reply: FastifyReply): HttpError {
  reply.header('retry-after', '1');
  return new HttpError(
    503,
    'busy',
    'Too many requests are being answered at this moment; try again in a second.',
  );
}

/** JSON of events shrinks about ten times; a body of unknown length is taken for a middling one until more has come. */
const gzipRatio = 10;
const unknownBytes = 1_048_576;

const announcedBytes = ({ headers }: FastifyRequest): number =>
  Number(headers['content-length'] ?? (headers['transfer-encoding'] === undefined ? 0 : unknownBytes));

/** What a body of so many bytes over the wire will weigh; a larger one than its route takes is refused there. */
function weightOf({ headers, routeOptions }: FastifyRequest, bytes: number): number {
  const unpacked = headers['content-encoding'] === undefined ? bytes : bytes * gzipRatio;
  return Math.min(unpacked, routeOptions.bodyLimit ?? bodyBytesMax);
}

/** The body, whose pieces `came` is told of; what it throws is the body's error. */
function watched(body: Readable, came: (bytes: number) => void): Readable {
  const passed = new Transform({
    transform(piece: Uint8Array, _, done) {
      try {
        came(piece.length);
        done(null, piece);
      } catch (cause) {
        done(cause instanceof Error ? cause : new Error(String(cause)));
      }
    },
  });
  // Not stream.pipeline: it would end the connection before the error is told on it.
  body.once('error', (cause) => passed.destroy(cause));
  passed.on('error', () => body.unpipe(passed));
  return body.pipe(passed);
}
