// `npm start` without npm: from nothing recorded to the answers and a served page, and again in no time.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from './built-cli.ts';

const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const startOnce = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

/** Starts, waits for the server, looks at it, stops it as Ctrl-C does. */
async function startAndStop(dataDir: string) {
  const child: ChildProcess = spawn(process.execPath, [script, '--port', '0', '--data', dataDir], {
    detached: true,
  });
  let out = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      const found = /on (http:\S+)/.exec(out);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    ended.then(() => reject(new Error(`ended before it served: ${out}`)));
  });
  const page = await fetch(url);
  const health = await fetch(`${url}/healthz`);
  // The whole process group, as a terminal does.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  return { out, page: page.status, health: health.status, code: await ended };
}

it('records, answers and serves; the second time it only answers and serves', async () => {
  const dataDir = join(folder.path, 'demo');
  const first = await startAndStop(dataDir);
  expect(first).toMatchObject({ page: 200, health: 200, code: 0 });
  expect(first.out.match(/^\d {2}\S/gm)).toHaveLength(7);
  const startedMs = performance.now();
  const second = await startAndStop(dataDir);
  expect(performance.now() - startedMs).toBeLessThan(20_000);
  expect(second.out.replace(/on http.*/, '')).toBe(first.out.replace(/on http.*/, ''));
});

it('says that the port is taken before it does anything else', async () => {
  const holder = createServer();
  const port = await new Promise<number>((resolve) => {
    holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port));
  });
  const { status, stderr } = startOnce('--port', String(port), '--data', join(folder.path, 'never'));
  holder.close();
  expect(status).toBe(1);
  expect(stderr).toContain(`Port ${port} on 127.0.0.1 is in use`);
  expect(stderr).toContain('npm start -- --port');
});

it.each([
  [['--prot', '1'], 'unknown option --prot'],
  [['--port', 'http'], '--port http: must be a port number'],
  [['--port'], '--port needs a value'],
])('%j is a wrong call', (args, complaint) => {
  const { status, stderr } = startOnce(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(complaint);
});
