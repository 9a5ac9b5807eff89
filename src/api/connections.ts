// What a connection may do before anything of a request is understood: how long it may take, how much it may send, and what it is
// told when that is too much. Without bounds a few clients that send a byte now and then would hold every connection.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
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
  stalledLooksMax,
  unansweredRequestsMax,
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
  readonly #unanswered = new WeakMap<Socket, Set<ServerResponse>>();
  readonly #exchanges = new Map<Exchange, Progress>();

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
      /** Of TLS. */
      handshakeTimeout: headersTimeout,
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
    server.addHook('onRequest', async ({ raw }, reply) => {
      this.#due.set(raw.socket, reply.raw);
      const unanswered = this.#follow(raw.socket, reply.raw);
      const exchange = { request: raw, response: reply.raw };
      this.#exchanges.set(exchange, { bytes: movedBytes(exchange), slowLooks: 0 });
      reply.raw.once('close', () => this.#exchanges.delete(exchange));
      if (raw.rawHeaders.length / 2 > headersMax) {
        throw new HttpError(431, 'too-many-headers', `The request has more than ${headersMax} headers.`);
      }
      if (unanswered > unansweredRequestsMax) {
        raw.socket.destroy();
        throw new HttpError(
          503,
          'busy',
          'The connection sends too many requests without taking their answers.',
        );
      }
    });
    const looks = setInterval(() => this.#look(), this.#limits.bodyLookMs).unref();
    server.addHook('onClose', async () => clearInterval(looks));
  }

  /**
   * Node tells an answer that its connection has closed only when it is its turn. Those of requests that were sent one behind the
   * other wait for it without ever hearing of it, and whoever waits for their end would wait for ever. Answers how many are due.
   */
  #follow(socket: Socket, response: ServerResponse): number {
    const unanswered = this.#unanswered.get(socket) ?? new Set();
    if (!this.#unanswered.has(socket)) {
      this.#unanswered.set(socket, unanswered);
      socket.once('close', () => {
        for (const waiting of unanswered) if (waiting.socket === null) waiting.emit('close');
      });
    }
    unanswered.add(response);
    response.once('close', () => unanswered.delete(response));
    return unanswered.size;
  }

  /** More looks than one: a process that was busy has not read what lies there. */
  #look(): void {
    const least = (bodyBytesPerSecondLeast * this.#limits.bodyLookMs) / 1_000;
    for (const [exchange, progress] of this.#exchanges) {
      const { request, response } = exchange;
      const moved = movedBytes(exchange) - progress.bytes;
      progress.bytes += moved;
      const receiving = !request.complete;
      const slow = receiving ? moved < least : moved === 0 && request.socket.writableLength > 0;
      progress.slowLooks = slow ? progress.slowLooks + 1 : 0;
      if (receiving && progress.slowLooks >= slowLooksMax) {
        this.#refuse('ERR_HTTP_REQUEST_TIMEOUT', request.socket);
      } else if (!receiving && progress.slowLooks >= stalledLooksMax) {
        response.destroy();
      }
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

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Progress {
  bytes: number;
  slowLooks: number;
}

/** Bytes of the body that came; after its end, bytes of answers that the client has taken. */
function movedBytes({ request: { complete, socket } }: Exchange): number {
  return complete ? socket.bytesWritten - socket.writableLength : socket.bytesRead;
}
