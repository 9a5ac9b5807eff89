// The composition: what it holds, what it lets go, what it measures. What it does is tested in the parts.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ListenError } from './api/listen.ts';
import { openApp, serve } from './app.ts';
import type { Config } from './config.ts';
import { DataDirectoryInUse } from './engine/duckdb/data-directory.ts';
import { QueryRejected } from './queries/compile-query.ts';

let config: Config;
beforeEach(() => {
  config = {
    dataDir: mkdtempSync(join(tmpdir(), 'shiplog-app-')),
    host: '127.0.0.1',
    port: 0,
    accountId: '000000000000',
    region: 'us-east-1',
    logLevel: 'silent',
    queryTimeoutSeconds: 60,
    memoryMegabytes: 'auto',
  };
});
afterEach(() => rmSync(config.dataDir, { recursive: true }));

it('holds its directory until it is closed, which may be said twice', async () => {
  const app = await openApp(config);
  await expect(openApp(config)).rejects.toThrow(DataDirectoryInUse);
  await Promise.all([app.close(), app.close()]);
  const again = await openApp(config);
  await again.close();
});

it('keeps what was appended', async () => {
  const app = await openApp(config);
  await app.store.append('/g', [{ message: 'kept', timestampMs: 1, logStream: 's' }]);
  await app.close();
  const again = await openApp(config);
  const { rows } = await again.runQuery({ text: 'fields @message', logGroups: ['/g'], startMs: 0, endMs: 1 });
  expect(rows).toEqual([['kept', expect.any(String)]]);
  await again.close();
});

it('lets go of the directory when the port cannot be had', async () => {
  const holder = createServer();
  const port = await new Promise<number>((resolve) => {
    holder.listen(0, '127.0.0.1', () => {
      const address = holder.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await expect(serve({ ...config, port })).rejects.toThrow(ListenError);
  holder.close();
  const server = await serve({ ...config, port });
  expect(server.url).toBe(`http://127.0.0.1:${port}`);
  await server.close();
  expect(readdirSync(config.dataDir)).not.toContain('server.json');
  expect(readdirSync(config.dataDir)).not.toContain('shiplog.duckdb.wal');
});

it('measures queries by how they end', async () => {
  const app = await openApp(config);
  const ask = (text: string, signal?: AbortSignal) =>
    app.runQuery({ text, logGroups: 'all', startMs: 0, endMs: 1 }, signal);
  await app.store.createGroup('/g');
  await ask('limit 1');
  await expect(ask('frobnicate')).rejects.toThrow(QueryRejected);
  await expect(ask('limit 1', AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  const text = await app.metrics.registry.metrics();
  for (const outcome of ['complete', 'rejected', 'cancelled']) {
    expect(text).toContain(`shiplog_query_duration_seconds_count{outcome="${outcome}"} 1`);
  }
  await app.close();
});
