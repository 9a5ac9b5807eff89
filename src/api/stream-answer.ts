// An answer that goes on: handlers return it where others return an object, and both doors pass it on as it comes.

import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { sendJson } from './send-json.ts';

/** `body` is destroyed when the client goes. It is sent as it is, never compressed. */
export class StreamAnswer {
  readonly contentType: string;
  readonly body: Readable;
  constructor(contentType: string, body: Readable) {
    this.contentType = contentType;
    this.body = body;
  }
}

/** Sends what a handler answered: a stream as it comes, everything else as JSON of this content type. */
export function sendAnswer(reply: FastifyReply, answer: unknown, jsonType: string): FastifyReply {
  if (!(answer instanceof StreamAnswer)) return sendJson(reply, answer, jsonType);
  // What lies between client and server (nginx, for one) would keep small pieces back.
  return reply
    .type(answer.contentType)
    .headers({ 'cache-control': 'no-cache', 'x-accel-buffering': 'no' })
    .send(answer.body);
}
