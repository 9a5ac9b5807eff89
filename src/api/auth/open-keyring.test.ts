import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openKeyring } from './open-keyring.ts';

let folder = '';
let file = '';
let lines: string[] = [];
const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
beforeEach(async () => {
  lines = [];
  folder = await mkdtemp(join(tmpdir(), 'shiplog-keyring-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rm(folder, { recursive: true }));

const text = (token: string): string => JSON.stringify({ tokens: [{ token, name: 'me', role: 'read' }] });
const [first, second] = ['first-token-0123456789', 'second-token-0123456789'];

it('is none without credentials', async () => {
  expect(await openKeyring({}, log)).toBeUndefined();
});

it('knows what the environment gives, as administrators', async () => {
  const accessKey = { id: 'KEY', secret: 'secret-0123456789' };
  const opened = await openKeyring({ accessKey, token: first }, log);
  expect(opened?.keyring.accessKey('KEY')).toEqual({ ...accessKey, name: 'environment', role: 'admin' });
  expect(opened?.keyring.callerOf(first)).toMatchObject({ name: 'environment', role: 'admin' });
  expect(opened?.keyring.accessKey('key')).toBeUndefined();
  expect(opened?.keyring.callerOf(second)).toBeUndefined();
});

it('follows its file, keeps what it has when the file is wrong, and tells the log no secrets', async () => {
  await writeFile(file, text(first), { mode: 0o600 });
  const opened = await openKeyring({ file, token: 'environment-0123456789' }, log, 20);
  const issued = opened?.keyring.issueLocalToken() ?? '';
  const knows = (token: string): boolean => opened?.keyring.callerOf(token) !== undefined;
  expect([knows(first), knows(second)]).toEqual([true, false]);

  await writeFile(file, '{"tokens": [');
  await expect.poll(() => lines.join('')).toContain('those from before stay in force');
  expect(knows(first)).toBe(true);

  await writeFile(file, text(second));
  await expect.poll(() => knows(second)).toBe(true);
  expect([knows(first), knows('environment-0123456789'), knows(issued)]).toEqual([false, true, true]);
  expect(lines.join('')).not.toContain('0123456789');
  opened?.close();
});

it('warns when others can read its file, and refuses one that is empty', async () => {
  await writeFile(file, text(first), { mode: 0o644 });
  (await openKeyring({ file }, log))?.close();
  expect(lines.join('')).toContain(`chmod 600 ${file}`);
  await writeFile(file, '{}');
  await expect(openKeyring({ file }, log)).rejects.toThrow('holds no access key and no token');
});
