// Tokens of FilterLogEvents and GetLogEvents: positions in the order of events. A position is no count, so that events that arrive between
// two pages move nothing. Tokens name nothing that could expire, so they do not (AWS's live for a day).

import { createHash } from 'node:crypto';
import type { EventPosition, ReadEvents } from '../../store/event-order.ts';
import { ServiceError } from '../errors.ts';

type Direction = ReadEvents['direction'];

export interface TokenPlace {
  readonly direction: Direction;
  readonly from: EventPosition;
}

const sequenceMax = 2 ** 32;
const invalidToken = (): ServiceError =>
  new ServiceError('InvalidParameterException', 'The specified nextToken is invalid.');

/** `f/…/s` and `b/…/s`, as AWS writes them: digits between a direction and the end. */
export function streamToken(direction: Direction, { timestampMs, sequence }: EventPosition): string {
  const digits = `1${String(timestampMs).padStart(16, '0')}${String(sequence).padStart(10, '0')}`;
  return `${direction === 'forward' ? 'f' : 'b'}/${digits}/s`;
}

/** Throws ServiceError for what streamToken did not write. */
export function readStreamToken(token: string): TokenPlace {
  const found = /^([fb])\/1(\d{16})(\d{10})\/s$/.exec(token);
  const from = positionOf(Number(found?.[2]), Number(found?.[3]));
  if (found === null || from === null) throw invalidToken();
  return { direction: found[1] === 'f' ? 'forward' : 'backward', from };
}

/** `scope` is what the pages belong to; a token of other pages is refused. */
export function filterToken({ direction, from }: TokenPlace, scope: readonly unknown[]): string {
  const place = [direction, from.timestampMs, from.sequence];
  return Buffer.from(JSON.stringify([...place, digestOf(scope)])).toString('base64url');
}

/** Throws ServiceError for what filterToken did not write for this scope. */
export function readFilterToken(token: string, scope: readonly unknown[]): TokenPlace {
  const found = /^\["(forward|backward)",(\d+),(\d+),/.exec(Buffer.from(token, 'base64url').toString());
  const direction = found?.[1] === 'backward' ? 'backward' : 'forward';
  const from = positionOf(Number(found?.[2]), Number(found?.[3]));
  if (from === null || filterToken({ direction, from }, scope) !== token) throw invalidToken();
  return { direction, from };
}

function positionOf(timestampMs: number, sequence: number): EventPosition | null {
  return Number.isSafeInteger(timestampMs) && sequence <= sequenceMax ? { timestampMs, sequence } : null;
}

function digestOf(scope: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(scope)).digest('base64url').slice(0, 22);
}
