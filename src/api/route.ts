// One route of our own JSON API: a method, a path and a function from a request to the body of the answer.
// server.ts registers them; the files in ui/ and ingest/ are one resource each.

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Role } from './caller.ts';
import type { ApiContext } from './context.ts';
import { HttpError, type OwnError } from './errors.ts';

export interface RouteCall {
  readonly request: FastifyRequest;
  readonly context: ApiContext;
  /** Fires when the client has gone or the server closes: what runs for nobody is stopped. */
  readonly signal: AbortSignal;
}

/** How a sender wants to be answered that has a form of its own. */
export interface WireForm {
  readonly contentType: string;
  error(body: OwnError, request: FastifyRequest, nowMs: number): unknown;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    form?: WireForm;
  }
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A fastify pattern, `/api/v1/events/:ptr`. */
  readonly path: string;
  /** What a caller's token must allow. */
  readonly role: Role;
  /** Instead of our usual JSON. */
  readonly form?: WireForm;
  /** Resolves to what is sent as JSON. Throws HttpError and what queries/ and investigations/ throw. */
  handle(call: RouteCall): Promise<unknown>;
}

/** `value` as `shape` has it. Throws an HttpError that names the member and says what it must be. */
export function validated<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const decoded = shape.safeParse(value, { reportInput: true });
  if (decoded.success) return decoded.data;
  const issues = decoded.error.issues.map((issue) => ({
    member: issue.path.join('.'),
    message: issue.input === undefined ? 'is missing' : issue.message,
  }));
  const sentence = issues
    .map(({ member, message }) => (member === '' ? message : `${member}: ${message}`))
    .join('; ');
  throw new HttpError(400, 'invalid-request', sentence, { issues });
}

/** Epoch milliseconds, or a time in ISO 8601. */
export const time = z.union(
  [
    z
      .string()
      .regex(/^\d{1,16}$/)
      .transform(Number),
    z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
    z.iso.date().transform((text) => Date.parse(text)),
  ],
  { error: 'must be epoch milliseconds or ISO 8601 (2026-11-22T14:00:00Z)' },
);
