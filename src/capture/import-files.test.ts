// Imports as a user makes them: files and folders of every kind, and an account of what was refused.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../store/open-store.ts';
import type { IncomingEvent } from '../store/schema.ts';
import { type ImportProgress, importFiles } from './import-files.ts';

let folder: string;
let open: OpenStore;

beforeEach(async () => {
  folder = mkdtempSync(`${tmpdir()}/shiplog-import-`);
  open = await openStore({ dataDir: join(folder, '.data'), clock: () => 1_000 });
});
afterEach(async () => {
  await open.store.close();
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const event = (id: string): string =>
  JSON.stringify({
    id,
    'detail-type': 't',
    source: 'aws.ecs',
    detail: { clusterArn: 'arn:aws:ecs:r:1:cluster/c', id },
  });
const messages = async (): Promise<string[]> => {
  const group = open.store.groups()[0];
  if (group === undefined) return [];
  const text = `SELECT "@message" FROM "${group.table}" ORDER BY "@message"`;
  const { rows } = await open.engine.run({ text, parameters: [], constants: {}, columns: [] });
  return rows.map((row) => String(row[0]));
};

describe('importFiles', () => {
  it('takes files of every form, folders in order, each event once', async () => {
    const pretty = JSON.stringify(JSON.parse(event('5')), null, 2);
    file('a/1.ndjson', `${event('1')}\n${event('2')}\n`);
    file('a/2.json', `[${event('2')},${event('3')}]`);
    file('b/3.json.gz', gzipSync(`${event('4')}${event('1')}`));
    file('b/4.json', pretty);
    file('b/.hidden', 'not looked at');
    const summary = await importFiles({ paths: [join(folder, 'a'), join(folder, 'b')] }, open.store);
    expect(summary).toEqual({
      read: 7,
      stored: 5,
      duplicates: 2,
      rejected: 0,
      files: 4,
      rejections: [],
      interrupted: false,
    });
    expect(await messages()).toEqual([event('1'), event('2'), event('3'), event('4'), pretty].sort());
  });

  it('names file, line and reason of what it refuses, and imports the rest', async () => {
    const mixed = file('mixed.json', `${event('1')}\n{"detail":{}}\n{"a":\n"x\n${event('2')}\n`);
    const words = file('words.txt', 'one\ntwo\nthree\nfour\nfive\n');
    const cut = file(
      'cut.json.gz',
      gzipSync(Array.from({ length: 500 }, (_, i) => event(`c${i}`)).join('\n')).subarray(0, 2_000),
    );
    const missing = join(folder, 'missing.json');
    const summary = await importFiles({ paths: [mixed, words, cut, missing] }, open.store);
    const reasons = summary.rejections.map(({ file: name, line, reason }) => [name, line, reason]);
    expect(reasons).toContainEqual([mixed, 2, expect.stringContaining('a text "detail-type"')]);
    expect(reasons).toContainEqual([mixed, 3, expect.stringContaining('a string is not closed')]);
    // A text of another kind is not gone through line by line.
    expect(reasons.filter(([name]) => name === words)).toEqual([
      [words, 1, 'not JSON: "one"'],
      [words, 2, 'not JSON: "two"'],
      [words, 3, 'not JSON: "three"'],
    ]);
    expect(reasons).toContainEqual([cut, null, expect.stringContaining('cut off')]);
    expect(reasons).toContainEqual([missing, null, 'there is no such file; check the path']);
    expect(summary).toMatchObject({ files: 3, rejected: summary.rejections.length, duplicates: 0 });
    expect(summary.stored).toBeGreaterThan(2);
    expect((await messages()).length).toBe(summary.stored);
    expect(await messages()).toContain(event('2'));
  });

  it('reads standard input, and tells how far it is', async () => {
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(event('1').slice(0, 20));
      yield Buffer.from(event('1').slice(20));
    }
    const path = file('1.json', event('2'));
    const progress: ImportProgress[] = [];
    const summary = await importFiles({ paths: ['-', path], stdin: stdin() }, open.store, (now) =>
      progress.push(now),
    );
    expect(summary).toMatchObject({ read: 2, stored: 2, files: 2 });
    expect(progress.at(-1)).toMatchObject({
      read: 2,
      stored: 2,
      files: 2,
      file: path,
      bytesRead: event('1').length * 2,
      bytesTotal: null,
    });
  });

  it('works without bulk loading, as over a connection to a server', async () => {
    const path = file(
      'many.ndjson',
      Array.from({ length: 10_000 }, (_, i) => event(`${i % 9_000}`)).join('\n'),
    );
    const calls: number[] = [];
    const target = {
      appendEcs: (events: readonly IncomingEvent[]) => {
        calls.push(events.length);
        return open.store.appendEcs(events);
      },
    };
    expect(await importFiles({ paths: [path] }, target)).toMatchObject({
      read: 10_000,
      stored: 9_000,
      duplicates: 1_000,
    });
    expect(calls).toEqual([4_096, 4_096, 1_808]);
  });

  it('reads no more after an interruption, and stores what it has read', async () => {
    const [one, two] = [file('1.json', event('1')), file('2.json', event('2'))];
    const interruption = new AbortController();
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${event('3')}\n${event('4')}\n`);
      interruption.abort();
      throw new Error('premature close');
    }
    const source = { paths: [one, '-', two], stdin: stdin() };
    const summary = await importFiles(source, open.store, undefined, interruption.signal);
    expect(summary).toMatchObject({ rejected: 0, files: 2, interrupted: true });
    expect(await messages()).toHaveLength(summary.stored);
    expect(await messages()).toContain(event('1'));
    expect(await messages()).not.toContain(event('2'));
  });

  it('fails when the store fails', async () => {
    const path = file('1.json', event('1'));
    const target = { appendEcs: () => Promise.reject(new Error('disk full')) };
    await expect(importFiles({ paths: [path] }, target)).rejects.toThrow('disk full');
  });
});
