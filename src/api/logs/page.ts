// Pages of a list: the token is the position to go on from, bound to the request it belongs to. It names nothing that
// could expire, so it does not (AWS's live an hour or a day).

import { ServiceError } from '../errors.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken?: string;
}

/** Cuts one page. `scope` is what the list depends on (a query's id, the filters): a token of another one is refused. */
export function page<Item>(
  items: readonly Item[],
  scope: readonly unknown[],
  size: number,
  token: string | undefined,
): Page<Item> {
  const start = token === undefined ? 0 : positionIn(token, scope);
  const end = start + size;
  const cut = items.slice(start, end);
  return end < items.length ? { items: cut, nextToken: tokenAt(end, scope) } : { items: cut };
}

function tokenAt(position: number, scope: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([position, ...scope])).toString('base64url');
}

function positionIn(token: string, scope: readonly unknown[]): number {
  const text = Buffer.from(token, 'base64url').toString();
  const position = Number(/^\[(\d+)/.exec(text)?.[1]);
  if (tokenAt(position, scope) === token) return position;
  throw new ServiceError('InvalidParameterException', 'The specified nextToken is invalid.');
}
