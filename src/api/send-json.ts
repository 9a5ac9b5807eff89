// An answer as JSON. Large ones are written piece by piece: a hundred thousand rows at once would hold up every other request for
// seconds, and no string holds more than half a billion characters.

import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Characters of a piece: some milliseconds of work. */
const pieceCharsLeast = 256 * 1_024;

/** `body` is plain data; of an object or a list at its top, the items of lists are written one by one. */
export function sendJson(reply: FastifyReply, body: unknown, contentType: string): FastifyReply {
  const pieces = jsonPieces(body);
  const first = pieces.next();
  const second = pieces.next();
  reply.type(contentType).serializer(asIs);
  if (second.done === true) return reply.send(first.value ?? 'null');
  return reply.send(Readable.from(inTurns([first.value ?? '', second.value], pieces)));
}

const asIs = (text: string): string => text;

/** The pieces, each when everything else that waits has had its turn. */
async function* inTurns(begun: readonly string[], rest: Iterable<string>): AsyncGenerator<string> {
  yield* begun;
  for (const piece of rest) {
    await new Promise((resolve) => setImmediate(resolve));
    yield piece;
  }
}

/** JSON.stringify in pieces of at least `pieceCharsLeast` characters, the last one apart. */
export function* jsonPieces(body: unknown): Generator<string, undefined> {
  let piece = '';
  for (const part of parts(body)) {
    piece += part;
    if (piece.length < pieceCharsLeast) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function* parts(body: unknown): Generator<string> {
  if (Array.isArray(body)) yield* listParts(body);
  else if (typeof body === 'object' && body !== null) yield* objectParts(body);
  else yield JSON.stringify(body) ?? 'null';
}

function* objectParts(body: object): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(value)) yield* listParts(value);
    else yield JSON.stringify(value);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* listParts(list: readonly unknown[]): Generator<string> {
  let before = '[';
  for (const item of list) {
    yield `${before}${JSON.stringify(item) ?? 'null'}`;
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}
