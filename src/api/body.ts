// Request bodies: read whole up to a limit, decompressed up to the same limit, parsed as JSON where the handler wants JSON.
// The content type decides nothing: AWS clients, EventBridge, curl and Fluent Bit all name it differently.

import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bodyBytesMax } from '../limits.ts';
import { HttpError } from './errors.ts';

const decompressors: Readonly<Record<string, typeof gunzip>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
};

/**
 * Makes every body arrive as one Buffer (`request.body`), whatever its content type, decompressed when gzipped. `came` sees it before
 * that, as it came over the wire, and may throw: nothing is decompressed for somebody who did not sign it.
 */
export function acceptBodies(
  server: FastifyInstance,
  came: (request: FastifyRequest, body: Uint8Array) => void,
): void {
  server.removeAllContentTypeParsers();
  // One after another: a few kilobytes can become bodyBytesMax, and how much room they need is known only afterwards.
  let last: Promise<unknown> = Promise.resolve();
  const unpack = (request: FastifyRequest, bytes: Buffer): Promise<Buffer> => {
    const turn = last.then(() => decompress(request, bytes));
    last = turn.catch(() => undefined);
    return turn;
  };
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: bodyBytesMax }, (request, body, done) => {
    const bytes = Buffer.from(body);
    const signed = async (): Promise<Buffer> => {
      came(request, bytes);
      // Until it is unpacked: events that cannot be are kept aside as they came.
      request.body = bytes;
      return isPacked(request) ? unpack(request, bytes) : bytes;
    };
    signed().then(
      (bytes) => done(null, bytes),
      (cause: Error) => {
        refused.add(request);
        done(cause);
      },
    );
  });
  // fastify closes the connection when a body is not taken, for more of it might come; of these all has come.
  const refused = new WeakSet<FastifyRequest>();
  server.addHook('onSend', async (request, reply) => {
    if (refused.has(request)) reply.removeHeader('connection');
  });
}

const encodingOf = ({ headers }: FastifyRequest): string =>
  headers['content-encoding']?.trim().toLowerCase() ?? '';

const isPacked = (request: FastifyRequest): boolean => !['', 'identity'].includes(encodingOf(request));

async function decompress(request: FastifyRequest, body: Buffer): Promise<Buffer> {
  const encoding = encodingOf(request);
  const decompressor = Object.hasOwn(decompressors, encoding) ? decompressors[encoding] : undefined;
  if (decompressor === undefined) {
    throw new HttpError(415, 'unsupported-encoding', `Content-Encoding ${encoding} is not supported.`, {
      hint: 'Send the body as it is or with Content-Encoding: gzip.',
    });
  }
  const maxOutputLength = request.routeOptions.bodyLimit ?? bodyBytesMax;
  try {
    return await promisify(decompressor)(body, { maxOutputLength });
  } catch (cause) {
    throw compressionError(cause, encoding, maxOutputLength);
  }
}

function compressionError(cause: unknown, encoding: string, bytesMax: number): HttpError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ERR_BUFFER_TOO_LARGE') {
    return new HttpError(413, 'too-large', `The body has more than ${bytesMax} bytes once decompressed.`, {
      hint: 'Send it in several requests.',
    });
  }
  const what = code === 'Z_BUF_ERROR' ? 'ends in the middle' : 'is not valid';
  const name = encoding === 'deflate' ? 'deflate' : 'gzip';
  return new HttpError(400, 'bad-gzip', `The body is declared as ${name}, but its ${name} data ${what}.`, {
    hint: 'Nothing of it was stored. Compress it again and repeat the request.',
  });
}

/** The body's bytes; empty when there is none. */
export function bodyBytes(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** The body as JSON. Throws an HttpError that quotes the parser. */
export function bodyJson(request: FastifyRequest): unknown {
  try {
    return JSON.parse(bodyBytes(request).toString('utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HttpError(400, 'bad-json', `The body is not JSON: ${reason}.`);
  }
}
