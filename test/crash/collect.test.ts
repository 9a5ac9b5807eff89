// kill -9 at any moment of collecting from a queue that misbehaves: nothing is lost and nothing is doubled, because a message
// leaves the queue only when its events are durable. Runs the built command.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { random } from '../../src/demo/prng.ts';
import { openStore } from '../../src/store/open-store.ts';
import { cli, startCli } from '../e2e/built-cli.ts';
import { taskMessage } from '../ecs-events.ts';
import { type SqsServer, startSqsServer } from '../sqs-server.ts';

const seed = 20261123;
const kills = 8;
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
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true });
});

const call = ['collect', '--queue-url', '', '--data', '', '--workers', '4'];
const withPlaces = (...more: string[]) =>
  [...call, ...more].map((word, i) => (i === 2 ? server.queueUrl : i === 4 ? dataDir : word));

/** Waits for the first message to leave the queue, and kills some time after. */
async function collectAndKill(afterMs: number): Promise<void> {
  const { child } = startCli(withPlaces(), { env });
  const ended = once(child, 'close');
  const before = server.left().length;
  while (server.left().length === before && child.exitCode === null)
    await new Promise((r) => setTimeout(r, 5));
  await new Promise((r) => setTimeout(r, afterMs));
  child.kill('SIGKILL');
  await ended;
}

it(`keeps every event once (seed ${seed})`, async () => {
  let sent = 0;
  for (let round = 0; round < kills; round++) {
    for (const end = sent + eventsPerRound; sent < end; sent++) {
      server.send(taskMessage({ version: sent, second: sent, id: `e${sent}` }));
    }
    await collectAndKill(chance.int(0, 250));
  }
  const { code, err } = await cli(withPlaces('--until-empty'), { env });
  expect([code, err]).toEqual([0, expect.any(String)]);
  // A queue may say that it is empty when it is not.
  for (let again = 0; again < 20 && server.left().length > 0; again++)
    await cli(withPlaces('--until-empty'), { env });
  expect(server.left()).toEqual([]);

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
});
