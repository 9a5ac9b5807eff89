// Page tokens of GetQueryResults: where to go on, in which query, and since when. Whoever may read a query may read all of its
// rows, so there is nothing to sign.

import { resultTokenMs } from '../../limits.ts';
import { ServiceError } from '../errors.ts';

/** The token for the rows of `queryId` from `position` on. */
export function resultToken(queryId: string, position: number, nowMs: number): string {
  return Buffer.from(JSON.stringify([position, nowMs, queryId])).toString('base64url');
}

/** Throws InvalidParameterException for the token of another query, an expired one (AWS: 1 hour), and what is none. */
export function positionIn(token: string, queryId: string, nowMs: number): number {
  const found = /^\[(\d{1,9}),(\d{1,15}),/.exec(Buffer.from(token, 'base64url').toString());
  const [position, issuedMs] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || resultToken(queryId, position, issuedMs) !== token) {
    throw new ServiceError('InvalidParameterException', 'The specified nextToken is invalid.');
  }
  if (issuedMs + resultTokenMs >= nowMs) return position;
  throw new ServiceError('InvalidParameterException', 'The specified nextToken has expired.');
}
