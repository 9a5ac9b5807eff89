// kill -9 at any moment of collecting from a queue that misbehaves: nothing is lost and nothing is doubled, because a message
// leaves the queue only when its events are durable. Runs the built command.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { random } from '../../src/demo/prng.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startCli } from '../e2e/built-cli.ts';
import { taskMessage } from '../ecs-events.ts';
import { type SqsServer, startSqsServer } from '../sqs-server.ts';

const seed = 20261123;
const kills = 6;
const eventsPerRound = 300;
const chance = random(seed, 'collect');
const env = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'eu-west-1' };
let dataDir: string;
let server: SqsServer;

beforeAll(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-crash-collect-`);
  server = await startSqsServer({
    secondMs: 5,
    mischief: {
      random: chance.unit,
      throttle: 0.05,
      failure: 0.05,
      cut: 0.05,
      slow: 0.3,
      empty: 0.1,
      redeliver: 0.05,
      expire: 0.05,
      entryFailure: 0.05,
    },
  });
});
/** What is sent from here on, and how much of it there is. */
let sent = 0;
const send = (count: number): void => {
  for (const end = sent + count; sent < end; sent++) {
    server.send(taskMessage({ version: sent, second: sent, id: `e${sent}` }));
  }
};

afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true });
});

const call = ['collect', '--queue-url', '', '--data', '', '--workers', '4'];
const withPlaces = (...more: string[]) =>
  [...call, ...more].map((word, i) => (i === 2 ? server.queueUrl : i === 4 ? dataDir : word));

/** Resolves when messages have left the queue. */
async function someLeave(): Promise<void> {
  const before = server.left().length;
  await expect.poll(() => server.left().length, { timeout: 30_000, interval: 5 }).toBeLessThan(before);
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

/** Kills some time after the first messages were deleted. */
async function collectAndKill(afterMs: number): Promise<void> {
  const { child } = startCli(withPlaces(), { env });
  await someLeave();
  await sleep(afterMs);
  await killed(child);
}

async function serve(port: string) {
  const running = startCli(['serve', '--data', dataDir, '--port', port]);
  const [, url = ''] = await running.shows(/on (http:\S+)/);
  return { ...running, url };
}

async function drain(): Promise<void> {
  const { child, ended } = startCli(withPlaces(), { env });
  await expect.poll(() => server.left().length, { timeout: 60_000 }).toBe(0);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 0 });
}

async function expectEachOnce(): Promise<void> {
  const { store, engine } = await openStore({ dataDir, clock: () => 0 });
  const counts = new Map<string, number>();
  for (const { table } of store.groups()) {
    const text = `SELECT "id", count(*) FROM "${table}" GROUP BY ALL`;
    const { rows } = await engine.run({ text, parameters: [], constants: {}, columns: [] });
    for (const [id, count] of rows) counts.set(String(id), Number(count));
  }
  await store.close();
  expect([...counts].filter(([, count]) => count > 1)).toEqual([]);
  expect(counts.size).toBe(sent);
}

it(`keeps every event once when it is killed (seed ${seed})`, async () => {
  for (let round = 0; round < kills; round++) {
    send(eventsPerRound);
    await collectAndKill(chance.int(0, 250));
  }
  await drain();
  await expectEachOnce();
});

it(`keeps every event once when its server is killed (seed ${seed})`, async () => {
  send(eventsPerRound);
  const first = await serve('0');
  const collecting = startCli(withPlaces('--server', first.url), { env });
  await someLeave();
  await killed(first.child);
  send(eventsPerRound);
  const second = await serve(new URL(first.url).port);
  await expect.poll(() => server.left().length, { timeout: 60_000 }).toBe(0);
  collecting.child.kill('SIGINT');
  expect(await collecting.ended).toMatchObject({ code: 0 });
  await killed(second.child);
  await expectEachOnce();
});
