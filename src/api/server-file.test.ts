import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readServerFile, removeServerFile, writeServerFile } from './server-file.ts';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shiplog-note-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const note = { pid: 4242, url: 'http://127.0.0.1:7410' };

it('leaves a note, replaces the one of a server that was killed, and takes its own away', async () => {
  await writeServerFile(dataDir, { pid: 1, url: 'http://127.0.0.1:1' });
  await writeServerFile(dataDir, note);
  expect(await readServerFile(dataDir)).toEqual(note);
  expect(await readdir(dataDir)).toEqual(['server.json']);
  await removeServerFile(dataDir, note);
  expect(await readdir(dataDir)).toEqual([]);
});

it('leaves the note of another server alone', async () => {
  await writeServerFile(dataDir, note);
  await removeServerFile(dataDir, { ...note, pid: 1 });
  expect(await readServerFile(dataDir)).toEqual(note);
});

it.each(['', '{"pid":', '[]', '{"pid":"1","url":"x"}', 'null'])('reads %j as no note', async (text) => {
  await writeFile(join(dataDir, 'server.json'), text);
  expect(await readServerFile(dataDir)).toBeUndefined();
});
