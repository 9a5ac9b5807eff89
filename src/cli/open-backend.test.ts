// Which place a command turns to, and what "everything recorded" means.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordedTerminal } from '../../test/recorded-terminal.ts';
import type { App } from '../app.ts';
import { readConfig } from '../config.ts';
import type { GroupSummary } from '../store/schema.ts';
import type { CliEffects } from './effects.ts';
import { openBackend, recordedRange } from './open-backend.ts';

describe('everything recorded', () => {
  const group = (firstEventMs: number | null, lastEventMs: number | null) =>
    ({ firstEventMs, lastEventMs }) as GroupSummary;

  it.each([
    ['up to now', [group(100, 200), group(50, 300)], 1_000, { startMs: 50, endMs: 1_000 }],
    ['up to an event that is stamped after now', [group(100, 2_000)], 1_000, { startMs: 100, endMs: 2_000 }],
    ['of an empty group', [group(null, null), group(100, 200)], 1_000, { startMs: 100, endMs: 1_000 }],
    ['of nothing', [], 1_000, { startMs: 1_000, endMs: 1_000 }],
  ])('%s', (_, groups, nowMs, expected) => expect(recordedRange(groups, nowMs)).toEqual(expected));
});

describe('the place', () => {
  let dataDir = '';
  let server: Server;
  let url = '';
  let healthy = true;
  const opened: string[] = [];
  const effects: CliEffects = {
    version: '1',
    terminal: recordedTerminal(),
    config: (flags) => readConfig({ flags, environment: {}, homeDir: '/home/nobody' }),
    openApp: async (config) => {
      opened.push(config.dataDir);
      const store = {
        summaries: async () => [],
        diskBytes: async () => 1,
        rejected: { totals: () => ({ kept: 0 }) },
      };
      return { dataDir: config.dataDir, version: '1', store, close: async () => {} } as unknown as App;
    },
    serve: () => Promise.reject(new Error('unused')),
  };
  const note = (text: string) => writeFile(join(dataDir, 'server.json'), text);

  beforeEach(async () => {
    opened.length = 0;
    healthy = true;
    dataDir = await mkdtemp(join(tmpdir(), 'shiplog-place-'));
    server = createServer((request, response) => {
      const bodies: Record<string, unknown> = {
        '/healthz': { status: 'ok' },
        '/api/v1/status': { dataDir: 'theirs', version: '2', diskBytes: 7 },
        '/api/v1/log-groups': { logGroups: [] },
      };
      response.statusCode = healthy ? 200 : 503;
      response.end(JSON.stringify(bodies[request.url ?? '']));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(dataDir, { recursive: true });
  });

  it('is the directory when nobody serves it', async () => {
    const backend = await openBackend({ data: dataDir }, effects, 'read');
    expect((await backend.status()).place).toBe(dataDir);
    expect(opened).toEqual([dataDir]);
  });

  it('is the server that has left its note there', async () => {
    await note(JSON.stringify({ pid: 1, url }));
    const backend = await openBackend({ data: dataDir }, effects, 'read');
    expect(await backend.status()).toEqual({
      place: url,
      dataDir: 'theirs',
      version: '2',
      diskBytes: 7,
      logGroups: [],
    });
    expect(opened).toEqual([]);
  });

  it('is the directory when the server that left a note is sick or gone, or the note is torn', async () => {
    healthy = false;
    await note(JSON.stringify({ pid: 1, url }));
    await openBackend({ data: dataDir }, effects, 'read');
    await note(JSON.stringify({ pid: 1, url: 'http://127.0.0.1:9' }));
    await openBackend({ data: dataDir }, effects, 'read');
    await note('{"pid": 1, "ur');
    await openBackend({ data: dataDir }, effects, 'read');
    expect(opened).toEqual([dataDir, dataDir, dataDir]);
  });

  it('is made by writing, not by reading', async () => {
    const gone = join(dataDir, 'gone');
    await expect(openBackend({ data: gone }, effects, 'read')).rejects.toThrowError(
      'there is no such directory',
    );
    await openBackend({ data: gone }, effects, 'write');
    expect(opened).toEqual([gone]);
  });
});
