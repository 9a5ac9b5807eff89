// Senders of events that are not let in. Nobody sits before them, so the log says it, loudly, but not for every event.
// EventBridge drops an event that is answered with 403, and a 401 makes it throw away the connection's credentials as well
// (EventBridge user guide, "De-authorizing connections"). So it is told to come again, for as long as its retry policy lasts:
// 24 hours unless set otherwise, in which the token can be put right.

import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { refusedRetryAfterSeconds, refusedSenderLogMs } from '../../limits.ts';
import { HttpError, RetryLater } from '../errors.ts';
import { isEventBridge } from './sender.ts';

export class RefusedSenders {
  readonly #log: Logger;
  readonly #nowMs: () => number;
  #toldMs = Number.NEGATIVE_INFINITY;
  #untold = 0;

  constructor(log: Logger, nowMs: () => number) {
    this.#log = log;
    this.#nowMs = nowMs;
  }

  /** What the sender is told instead of `cause`. */
  answer(request: FastifyRequest, cause: unknown): unknown {
    if (!(cause instanceof HttpError)) return cause;
    this.#tell(request, cause);
    if (!isEventBridge(request)) return cause;
    return new RetryLater(cause.code, cause.message, refusedRetryAfterSeconds, cause.details);
  }

  #tell(request: FastifyRequest, { code, message }: HttpError): void {
    const nowMs = this.#nowMs();
    if (nowMs - this.#toldMs < refusedSenderLogMs) {
      this.#untold += 1;
      return;
    }
    const about = {
      code,
      route: request.routeOptions.url,
      remoteAddress: request.ip,
      userAgent: request.headers['user-agent'],
      othersSince: this.#untold,
    };
    this.#log.error(about, `A sender of events is refused, and its events may be lost: ${message}`);
    this.#toldMs = nowMs;
    this.#untold = 0;
  }
}
