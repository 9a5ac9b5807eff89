// kill -9 at any moment while scheduled queries run: each trigger has one run, and what a run wrote is there once and whole.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';

const child = fileURLToPath(new URL('./schedules-child.mjs', import.meta.url));
const noon = Date.UTC(2026, 10, 22, 12);
const dayMs = 86_400_000;
const rounds = 8;
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-crash-schedules-`);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function runAndKill(fromMs: number, afterMs: number): Promise<void> {
  const running = spawn(process.execPath, [child, dataDir, String(fromMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(running, 'exit');
  createInterface(running.stdout).once('line', () => setTimeout(() => running.kill('SIGKILL'), afterMs));
  await exited;
}

const open = (nowMs: () => number): Promise<App> =>
  openApp({ dataDir, accountId: '000000000000', region: 'us-east-1', nowMs });

it('a trigger has one run, which writes once', async () => {
  const first = await open(() => noon);
  const messages = ['web', 'web', 'api'].map((service) => JSON.stringify({ service }));
  await first.store.append(
    '/in',
    messages.map((message) => ({ message, timestampMs: noon })),
  );
  await first.schedules.create({
    name: 's',
    query: 'stats count(*) as n by service | sort service',
    logGroups: ['/in'],
    expression: 'rate(1 minute)',
    timezone: 'UTC',
    startOffsetSeconds: 31_536_000,
    endOffsetSeconds: 0,
    destinations: [
      { kind: 'file', place: 's3://bucket' },
      { kind: 'log-group', place: '/out' },
      { kind: 'lookup-table', place: 'counts' },
    ],
    enabled: true,
  });
  await first.close();
  let nowMs = noon;
  for (let round = 0; round < rounds; round++) {
    nowMs += dayMs;
    await runAndKill(nowMs, 100 + Math.random() * 400);
  }
  nowMs += dayMs;
  const app = await open(() => nowMs);
  app.schedules.watch();
  const settled = () => app.schedules.runs('s').every(({ status }) => status !== 'running');
  await expect.poll(settled, { timeout: 20_000 }).toBe(true);

  const runs = app.schedules.runs('s');
  const triggers = runs.map(({ triggeredMs }) => triggeredMs);
  expect(new Set(triggers).size).toBe(triggers.length);
  // Most of the children got to run something.
  expect(triggers.length).toBeGreaterThan(rounds);
  expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'complete'));
  const streams = runs.map(({ deliveries: [, logGroup] }) => logGroup?.written ?? '').toSorted();
  const { rows } = await app.runQuery({
    text: 'stats count(*) by @logStream | sort @logStream | limit 10000',
    logGroups: ['/out'],
    startMs: 0,
    endMs: nowMs + dayMs,
  });
  expect(rows).toEqual(streams.map((stream) => [stream, '2']));
  const folder = join(dataDir, 'exports/bucket/s');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  expect(files.toSorted()).toEqual(streams.map((stream) => `${stream.slice('s/'.length)}.json`));
  for (const file of files) {
    const { results } = JSON.parse(await readFile(join(folder, file), 'utf8'));
    expect(results.length).toBe(2);
  }
  expect(await app.store.lookupTableBody('counts')).toBe('service,n\r\napi,1\r\nweb,2\r\n');
  await app.close();
});
