// EventBridge is answered within a second, whatever the store does meanwhile.
import { expect, it } from 'vitest';
import { openTestServer, taskEvent } from '../../../test/e2e/api-fixture.ts';
import { Recorder } from '../../capture/recorder.ts';
import { intakeWaitingBytesMax } from '../../limits.ts';

const agent = { 'user-agent': 'Amazon/EventBridge/ApiDestinations' };
const nothing = { stored: 0, duplicates: 0, rejected: [] };

it('says 503 when a commit takes long, and what was begun is stored', async () => {
  const test = await openTestServer();
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { store } = test.app;
  const appended: Promise<unknown>[] = [];
  const recorder = new Recorder({
    store: {
      rejected: store.rejected,
      appendEcs: (events) => {
        const result = held.then(() => store.appendEcs(events));
        appended.push(result);
        return result;
      },
    },
    onRecorded: () => {},
  });
  const slow = await openTestServer({ recorder });
  const startedMs = performance.now();
  const answer = await slow.post('/ingest/events', taskEvent(1), agent);
  expect([answer.status, answer.body.error.code, answer.headers['retry-after']]).toEqual([503, 'busy', '5']);
  expect(performance.now() - startedMs).toBeLessThan(3_000);
  expect(recorder.waitingBytes).toBe(taskEvent(1).length);
  letGo();
  await Promise.all(appended);
  expect((await slow.post('/ingest/events', taskEvent(1), agent)).body).toEqual({
    ...nothing,
    duplicates: 1,
  });
  expect(recorder.waitingBytes).toBe(0);
  await slow.close();
  await test.close();
});

it('says 503 at once when too much waits already, to EventBridge and nobody else', async () => {
  const test = await openTestServer();
  const full = new Proxy(test.app.recorder, {
    get: (target, name) =>
      name === 'waitingBytes' ? intakeWaitingBytesMax + 1 : target[name as 'record'].bind(target),
  });
  const server = await openTestServer({ recorder: full });
  expect((await server.post('/ingest/eventbridge', taskEvent(1))).status).toBe(503);
  expect((await server.post('/ingest/events', taskEvent(1))).body).toEqual({ ...nothing, stored: 1 });
  await server.close();
  await test.close();
});
