// What Node tells of an answer whose connection has closed, and what it does not.
import { type AddressInfo, connect } from 'node:net';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { unansweredRequestsMax } from '../limits.ts';
import { Connections } from './connections.ts';

it('tells every answer that its connection has closed, also those that wait behind another', async () => {
  const server = fastify();
  new Connections().watch(server);
  const seen = { begun: 0, closed: 0 };
  server.get('/', (_, reply) => {
    seen.begun += 1;
    reply.raw.once('close', () => {
      seen.closed += 1;
    });
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const client = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(3));
  await expect.poll(() => seen.begun).toBe(3);
  client.destroy();
  await expect.poll(() => seen.closed).toBe(3);
  await server.close();
});

it('closes a connection that sends more and more without taking an answer, and does no more for it', async () => {
  const server = fastify();
  new Connections().watch(server);
  let begun = 0;
  server.get('/', () => {
    begun += 1;
    return new Promise(() => undefined);
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const client = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => undefined);
  const closed = new Promise((resolve) => client.once('close', resolve));
  client.resume();
  client.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(3 * unansweredRequestsMax));
  await closed;
  expect(begun).toBe(unansweredRequestsMax);
  await server.close();
});
