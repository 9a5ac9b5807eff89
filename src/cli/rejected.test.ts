// `shiplog rejected` in-process, over a directory and over a server: imports leave there what they could not record.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskEvent } from '../../test/e2e/api-fixture.ts';
import { recordedTerminal } from '../../test/recorded-terminal.ts';
import { openApp, serve } from '../app.ts';
import { readConfig } from '../config.ts';
import { run } from './run.ts';

describe.each(['directory', 'server'])('over a %s', (place) => {
  let folder = '';
  let where: readonly string[] = [];
  let close = async (): Promise<void> => {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shiplog-rejected-cli-'));
    const dataDir = join(folder, 'data');
    where = ['--data', dataDir];
    if (place === 'directory') return;
    const settings = {
      host: '127.0.0.1',
      port: 0,
      accountId: '0',
      region: 'r',
      queryTimeoutSeconds: 60,
    } as const;
    const server = await serve({ dataDir, ...settings, logLevel: 'silent', memoryMegabytes: 'auto' });
    where = ['--server', server.url];
    close = () => server.close();
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true });
  });

  async function call(...args: readonly string[]) {
    const terminal = recordedTerminal();
    const exitCode = await run([...args, ...where], {
      version: '1',
      terminal,
      config: (flags) => readConfig({ flags, environment: {}, homeDir: folder }),
      openApp: (config) => openApp({ ...config, nowMs: terminal.nowMs }),
      serve: () => Promise.reject(new Error('not served in this test')),
    });
    return { exitCode, out: terminal.printed(), err: terminal.complained() };
  }
  const list = async () => JSON.parse((await call('rejected', 'list', '--format', 'json')).out);

  it('has nothing to begin with', async () => {
    const file = join(folder, 'good.ndjson');
    await writeFile(file, taskEvent(1));
    expect((await call('import', file)).exitCode).toBe(0);
    expect((await call('rejected', 'list')).out).toBe('Nothing is kept aside.\n');
    expect((await call('status')).out).not.toContain('kept aside');
  });

  it('has what an import refused, once, however often it is repeated', async () => {
    const file = join(folder, 'mixed.ndjson');
    await writeFile(file, `hello\n${taskEvent(2)}\n{"no":"event"}\n{"cut`);
    await call('import', file);
    expect((await call('import', file)).exitCode).toBe(1);
    const { kept, records } = await list();
    expect(kept).toBe(3);
    expect(
      records.map(({ source, times, reason }: Record<string, unknown>) => [source, times, reason]),
    ).toEqual(
      expect.arrayContaining([
        ['import', 2, 'not JSON: "hello"'],
        ['import', 2, expect.stringMatching(/^no EventBridge event/)],
        ['import', 2, expect.stringMatching(/ends in the middle/)],
      ]),
    );
    const hello = records.find(({ reason }: Record<string, string>) => reason?.includes('hello'));
    expect(hello.sender).toBe(`${file}:1`);
    expect((await call('rejected', 'show', String(hello.id), '--raw')).out).toBe('hello');
    expect((await call('rejected', 'show', String(hello.id))).out).toContain(`import  ${file}:1`);
    expect((await call('rejected', 'list')).out).toContain('3 documents, 24 B, kept aside.');
    expect((await call('status')).out).toContain('3 documents rejected and kept aside');
  });

  it('says what is still refused, and refuses what it does not know', async () => {
    const answer = await call('rejected', 'retry', '--all');
    expect([answer.exitCode, answer.out]).toEqual([1, '0 of 3 documents taken in.\n']);
    expect(answer.err).toContain('not JSON: "hello"');
    expect((await call('rejected', 'retry')).exitCode).toBe(2);
    expect((await call('rejected', 'retry', '1', '--all')).exitCode).toBe(2);
    expect(await call('rejected', 'show', '99')).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/id 99/),
    });
    expect((await call('rejected', 'retry', '99')).exitCode).toBe(2);
    expect((await call('rejected', 'delete', 'x')).exitCode).toBe(2);
  });

  it('deletes one, and all', async () => {
    const [first] = (await list()).records;
    expect((await call('rejected', 'delete', String(first.id))).out).toBe('Deleted 1 document.\n');
    expect((await call('rejected', 'delete', String(first.id))).exitCode).toBe(2);
    expect((await call('rejected', 'delete', '--all')).out).toBe('Deleted 2 documents.\n');
    expect((await list()).kept).toBe(0);
  });
});
