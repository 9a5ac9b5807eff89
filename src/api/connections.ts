// What a connection may do before anything of a request is understood: how long it may take, how much it may send, and what it is
// told when that is too much. Without bounds a few clients that send a byte now and then would hold every connection.

import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify';
import {
  bodyBytesPerSecondLeast,
  bodyLookMs,
  connectionsMax,
  headerBytesMax,
  headersMax,
  headersMs,
  keepAliveMs,
  requestMs,
  slowLooksMax,
} from '../limits.ts';
import { HttpError, unreadable } from './errors.ts';

/** Tests pass shorter ones. */
export interface ConnectionLimits {
  readonly connectionsMax: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly keepAliveMs: number;
  readonly bodyLookMs: number;
}

const defaults: ConnectionLimits = { connectionsMax, headersMs, requestMs, keepAliveMs, bodyLookMs };

export class Connections {
  readonly #limits: ConnectionLimits;
  /** The answer that is due on each connection, to know whether an error can still be told. */
  readonly #due = new WeakMap<Socket, ServerResponse>();
  readonly #receiving = new Map<FastifyRequest, Progress>();

  constructor(limits: Partial<ConnectionLimits> = {}) {
    this.#limits = { ...defaults, ...limits };
  }

  /** For the constructor of Node's server. */
  get nodeOptions() {
    const { headersMs: headersTimeout, requestMs: requestTimeout } = this.#limits;
    return {
      maxHeaderSize: headerBytesMax,
      headersTimeout,
      requestTimeout,
      connectionsCheckingInterval: Math.min(5_000, headersTimeout / 2),
    };
  }

  get fastifyOptions() {
    return {
      keepAliveTimeout: this.#limits.keepAliveMs,
      requestTimeout: this.#limits.requestMs,
      clientErrorHandler: (cause, socket) => this.#refuse(cause.code, socket),
    } satisfies FastifyServerOptions;
  }

  /** To be called before other hooks are added. */
  watch(server: FastifyInstance): void {
    server.server.maxConnections = this.#limits.connectionsMax;
    // All of them are looked at; their bytes are bounded.
    server.server.maxHeadersCount = 0;
    server.addHook('onRequest', async (request, reply) => {
      const { raw } = request;
      this.#due.set(raw.socket, reply.raw);
      if (raw.rawHeaders.length / 2 > headersMax) {
        throw new HttpError(431, 'too-many-headers', `The request has more than ${headersMax} headers.`);
      }
      if (raw.complete) return;
      this.#receiving.set(request, { bytes: raw.socket.bytesRead, slowLooks: 0 });
      reply.raw.once('close', () => this.#receiving.delete(request));
    });
    const looks = setInterval(() => this.#look(), this.#limits.bodyLookMs).unref();
    server.addHook('onClose', async () => clearInterval(looks));
  }

  #look(): void {
    const least = (bodyBytesPerSecondLeast * this.#limits.bodyLookMs) / 1_000;
    for (const [request, progress] of this.#receiving) {
      const { socket, complete } = request.raw;
      if (complete) this.#receiving.delete(request);
      const slow = socket.bytesRead - progress.bytes < least;
      progress.bytes = socket.bytesRead;
      progress.slowLooks = slow ? progress.slowLooks + 1 : 0;
      // More looks than one: a process that was busy has not read what lies there.
      if (!complete && progress.slowLooks >= slowLooksMax) this.#refuse('ERR_HTTP_REQUEST_TIMEOUT', socket);
    }
  }

  /** Says on the bare connection what is wrong, and closes it: no request is there that could be answered. */
  #refuse(code: string | undefined, socket: Socket): void {
    const due = this.#due.get(socket);
    const begun = due?.headersSent === true && !due.writableFinished;
    if (code === 'ECONNRESET' || !socket.writable || begun) {
      socket.destroy();
      return;
    }
    const { status, reason, body } = unreadable(code);
    const head = [
      `HTTP/1.1 ${status} ${reason}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
    // What still comes is thrown away, so that the answer is not lost to a reset; but not for long.
    setTimeout(() => socket.destroy(), 1_000).unref();
  }
}

interface Progress {
  bytes: number;
  slowLooks: number;
}
