// kill -9 while events and poison come in over HTTP: what was acknowledged is there once, what was refused is kept aside, whatever
// was on its way may be sent again.

import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { ecsGroup, taskEvent } from '../e2e/api-fixture.ts';
import { startCli } from '../e2e/built-cli.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-crash-ingest-`);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const poison = (n: number): string => `{"poison":${n}}`;
const data = (text: string) => ({ data: Buffer.from(text).toString('base64') });

/** Path and body of the nth request: an event, poison, or both in a batch of Firehose. */
function nth(n: number): readonly [path: string, body: string] {
  if (n % 3 === 0) return ['/ingest/eventbridge', taskEvent(n)];
  if (n % 3 === 1) return ['/ingest/events', poison(n)];
  return [
    '/ingest/firehose',
    JSON.stringify({ requestId: `r${n}`, records: [data(taskEvent(n)), data(poison(n))] }),
  ];
}

/** The status, or undefined when the server was gone first. */
function post(url: string, path: string, body: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asked = request(new URL(path, url), { method: 'POST', agent: false }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
      answer.on('error', () => resolve(undefined));
    });
    asked.on('error', () => resolve(undefined));
    asked.end(body);
  });
}

/** Sends requests from `first` on by eight senders, kills the server after `answers` of them; the numbers of those answered. */
async function sendAndKill(first: number, answers: number): Promise<readonly number[]> {
  const server = startCli(['serve', '--data', dataDir, '--port', '0']);
  const [, url = ''] = await server.shows(/(http:\/\/127\.0\.0\.1:\d+)/);
  const answered: number[] = [];
  let next = first;
  let gone = false;
  const sender = async (): Promise<void> => {
    while (!gone) {
      const n = next++;
      const status = await post(url, ...nth(n));
      if (status === undefined) return;
      expect(status).toBe(n % 3 === 1 ? 400 : 200);
      answered.push(n);
      if (answered.length === answers) {
        gone = true;
        server.child.kill('SIGKILL');
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, sender));
  await server.ended;
  return answered;
}

it('loses nothing that was answered, and doubles nothing', async () => {
  const answered: number[] = [];
  for (const [round, answers] of [40, 97, 150].entries()) {
    answered.push(...(await sendAndKill(1_000 * round, answers)));
    const { store, engine } = await openStore({ dataDir, clock: () => 0 });
    const table = store.group(ecsGroup)?.table ?? '';
    const text = `SELECT "detail.version", count(*) FROM "${table}" GROUP BY ALL`;
    const { rows } = await engine.run({ text, parameters: [], constants: {}, columns: [] });
    const stored = new Map(rows.map(([version, count]) => [Number(version), Number(count)]));
    const kept = await Promise.all(store.rejected.ids().map((id) => store.rejected.get(id)));
    const aside = kept.map(({ body }) => Buffer.from(body).toString());
    await store.close();
    expect([...stored.values()].every((count) => count === 1)).toBe(true);
    expect(answered.filter((n) => n % 3 !== 1 && !stored.has(n))).toEqual([]);
    expect(answered.filter((n) => n % 3 !== 0 && !aside.includes(poison(n)))).toEqual([]);
    expect(new Set(aside).size).toBe(aside.length);
  }
}, 120_000);
