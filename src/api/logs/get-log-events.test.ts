// What GetLogEvents tells of a search that ended before it had found anything; all else is tried end to end.
import { expect, it } from 'vitest';
import { nowMs, openTestServer } from '../../../test/e2e/api-fixture.ts';
import type { EventPortion } from '../../store/event-order.ts';
import type { Store } from '../../store/store.ts';

it('says that there is more when the time for a page was up and nothing found yet', async () => {
  const test = await openTestServer();
  const slow: Store = Object.create(test.app.store, {
    readEvents: {
      value: async function* (): AsyncGenerator<EventPortion> {
        yield { events: [], next: { timestampMs: 5_000, sequence: 7 }, done: false };
      },
    },
    hasStream: { value: () => true },
    group: { value: (name: string) => test.app.store.group(name) },
  });
  let clockMs = nowMs;
  const server = await openTestServer({ store: slow, nowMs: () => (clockMs += 60_000) });
  await test.app.store.createGroup('g');
  try {
    const ask = { logGroupName: 'g', logStreamName: 's', startFromHead: true };
    const { body } = await server.aws('GetLogEvents', ask);
    expect(body).toEqual({
      events: [],
      nextForwardToken: 'f/100000000000050000000000007/s',
      nextBackwardToken: 'b/100000000000050000000000007/s',
    });
  } finally {
    await server.close();
    await test.close();
  }
});
