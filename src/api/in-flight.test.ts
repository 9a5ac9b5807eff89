// What bodies weigh together, whether they tell their length or not, packed or not, and that the room is free again.
import { gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptBodies, bodyBytes } from './body.ts';
import { HttpError } from './errors.ts';
import { InFlight } from './in-flight.ts';

const megabyte = 1_048_576;
let server: FastifyInstance;
let url = '';
/** Requests to /slow that have come so far wait for it. */
let release: () => void = () => undefined;
let waiting = 0;

beforeAll(async () => {
  server = fastify();
  acceptBodies(server, () => undefined);
  server.post('/', { bodyLimit: 6 * megabyte }, async (request) => bodyBytes(request).length);
  server.post('/slow', { bodyLimit: 6 * megabyte }, async () => {
    waiting += 1;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return 'at last';
  });
  server.setErrorHandler((cause, _, reply) =>
    reply.code(cause instanceof HttpError ? cause.statusCode : 413).send(''),
  );
  new InFlight(8 * megabyte).watch(server);
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

/** In chunks of a megabyte, each when the one before was taken; `then` runs before the last. */
async function* chunks(count: number, then: () => Promise<unknown> = async () => undefined) {
  for (let index = 1; index < count; index += 1) yield Buffer.alloc(megabyte);
  await then();
  yield Buffer.alloc(megabyte);
}

const post = (body: Uint8Array | AsyncIterable<Uint8Array>): Promise<Response> =>
  fetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit);

const statusOf = async (bytes: number): Promise<number> => (await post(Buffer.alloc(bytes))).status;

it('takes bodies in chunks as far as there is room, and gives it back', async () => {
  for (let round = 0; round < 3; round += 1) {
    const answer = await post(chunks(6));
    expect([answer.status, await answer.text()]).toEqual([200, String(6 * megabyte)]);
  }
});

it('counts what has come of a body in chunks', async () => {
  const answer = await post(
    chunks(4, async () => {
      // When the three have come there is no room for six more.
      await expect.poll(() => statusOf(6 * megabyte), { timeout: 10_000 }).toBe(503);
      expect(await statusOf(megabyte)).toBe(200);
      const other = await post(chunks(6)).catch(() => undefined);
      // The answer, or a connection that was closed while the rest was on its way.
      expect([503, undefined]).toContain(other?.status);
    }),
  );
  expect(answer.status).toBe(200);
  expect(await statusOf(6 * megabyte)).toBe(200);
});

it('counts what a packed body has become', async () => {
  const blanks = gzipSync(Buffer.alloc(5 * megabyte)); // five kilobytes
  const packed = (path: string): Promise<Response> =>
    fetch(`${url}${path}`, { method: 'POST', body: blanks, headers: { 'content-encoding': 'gzip' } });
  const first = packed('/slow');
  await expect.poll(() => waiting, { timeout: 10_000 }).toBe(1);
  expect((await packed('/')).status).toBe(503);
  release();
  expect((await first).status).toBe(200);
  await expect.poll(async () => (await packed('/')).status, { timeout: 10_000 }).toBe(200);
});

it('leaves to the route what is too large for it at any time', async () => {
  const answer = await post(Buffer.alloc(9 * megabyte)).catch(() => undefined);
  expect([413, undefined]).toContain(answer?.status);
});
