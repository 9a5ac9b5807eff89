import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

/** A clock by which every search has taken too long. */
let clockMs = nowMs;
let server: TestServer;
const count = 12_000;

beforeAll(async () => {
  server = await openTestServer({ nowMs: () => (clockMs += 60_000) });
  const events = Array.from({ length: count }, (_, n) => ({
    message: `{"n":${n},"rare":${n % 4_000 === 3_999}}`,
    timestampMs: 1_000_000 + n,
    logStream: 's',
  }));
  await server.app.store.append('/app', events);
});
afterAll(() => server.close());

describe('a search that takes long', () => {
  it.each([true, false])(
    'answers with what it has and goes on from there (startFromHead: %s)',
    async (startFromHead) => {
      const pages: number[][] = [];
      let nextToken: string | undefined;
      do {
        const input = { logGroupName: '/app', filterPattern: '{ $.rare IS TRUE }', startFromHead };
        const { body } = await server.aws('FilterLogEvents', { ...input, ...(nextToken && { nextToken }) });
        pages.push(body.events.map(({ message }: { message: string }) => JSON.parse(message).n));
        nextToken = body.nextToken;
        expect(pages.length).toBeLessThan(20);
      } while (nextToken !== undefined);
      expect(pages.flat()).toEqual(startFromHead ? [3_999, 7_999, 11_999] : [11_999, 7_999, 3_999]);
      // Some of the pages were empty, and not the last.
      expect(pages.slice(0, -1)).toContainEqual([]);
    },
  );
});

describe('members', () => {
  it.each(['FilterLogEvents', 'GetLogEvents'])('%s reads to the end of all time', async (operation) => {
    const place = { logGroupName: '/app', ...(operation === 'GetLogEvents' && { logStreamName: 's' }) };
    // The largest long, by which clients say "no end".
    const forEver = { startTime: 1_000_000 + count - 1, endTime: 2 ** 63 };
    const { status, body } = await server.aws(operation, { ...place, ...forEver });
    expect([status, body.events?.length]).toEqual([200, 1]);
  });

  it('ignores what AWS ignores', async () => {
    const ignored = { interleaved: false, unmask: true, startFromHead: null };
    const { status, body } = await server.aws('FilterLogEvents', {
      logGroupName: '/app',
      limit: 2,
      ...ignored,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      events: [{ timestamp: 1_000_000 }, { timestamp: 1_000_001 }],
      searchedLogStreams: [],
    });
  });

  it.each([
    [{}, 'Exactly one of logGroupName and logGroupIdentifier'],
    [{ logGroupName: '/app', logStreamNames: [] }, 'length greater than or equal to 1'],
    [
      { logGroupName: '/app', logStreamNames: Array.from({ length: 101 }, (_, n) => `s${n}`) },
      'less than or equal to 100',
    ],
    [{ logGroupName: '/app', logStreamNamePrefix: 'a:b' }, 'regular expression pattern'],
    [{ logGroupName: '/app', startTime: -1 }, 'greater than or equal to 0'],
    [{ logGroupName: '/app', filterPattern: 'x'.repeat(1_025) }, 'less than or equal to 1024'],
  ])('refuses %j', async (input, message) => {
    const { status, body } = await server.aws('FilterLogEvents', input);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      __type: 'InvalidParameterException',
      message: expect.stringContaining(message),
    });
  });
});
