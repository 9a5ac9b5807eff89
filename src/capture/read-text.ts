// A source of bytes as text: gunzipped when it is gzip (by its first bytes, whatever its name), decoded as UTF-8.

import { isAscii } from 'node:buffer';
import { createGunzip } from 'node:zlib';

const chunkBytes = 1_048_576;

/** The source ends too early or is damaged. What came before has been read. */
export class UnreadableSource extends Error {
  override readonly name = 'UnreadableSource';
}

/** Throws UnreadableSource after the text that could be read. Errors of `source` itself pass through. */
export async function* readText(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const bytes of await unzipped(source)) {
    // Events are ASCII nearly always, and copying costs a tenth of decoding. A character that was cut off before is flushed.
    if (isAscii(bytes))
      yield decoder.decode() + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    else yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

async function unzipped(source: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = source[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let headBytes = 0;
  while (headBytes < 2) {
    const next = await iterator.next();
    if (next.done === true) break;
    head.push(next.value);
    headBytes += next.value.length;
  }
  const whole = rejoined(head, iterator);
  const first = Buffer.concat(head);
  return first[0] === 0x1f && first[1] === 0x8b ? gunzipped(whole) : whole;
}

async function* rejoined(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** What was decoded before an error comes out before the error is thrown; a pipeline would drop it. */
async function* gunzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  const ready: Buffer[] = [];
  gunzip.on('data', (bytes: Buffer) => ready.push(bytes));
  const failed = new Promise<Error>((resolve) => gunzip.on('error', resolve));
  const step = (start: (done: () => void) => void): Promise<Error | undefined> =>
    Promise.race([failed, new Promise<undefined>((resolve) => start(() => resolve(undefined)))]);
  for await (const bytes of source) {
    const failure = await step((done) => gunzip.write(bytes, (error) => error || done()));
    yield* ready.splice(0);
    if (failure !== undefined) throw gzipFailure(failure);
  }
  const failure = await step((done) => gunzip.once('end', done).end());
  yield* ready.splice(0);
  if (failure !== undefined) throw gzipFailure(failure);
}

function gzipFailure(cause: Error & { code?: string }): Error {
  if (cause.code === 'Z_BUF_ERROR') {
    return new UnreadableSource(
      'the gzip data ends too early: the file was cut off; fetch it again and import the rest',
    );
  }
  if (cause.code?.startsWith('Z_') === true) {
    return new UnreadableSource(`the gzip data is damaged (${cause.message}); fetch the file again`);
  }
  return cause;
}
