import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from './credentials.ts';
import {
  CredentialsError,
  credentialsOf,
  isAbsent,
  isReadByOthers,
  parseCredentials,
  readCredentialsFile,
  writeCredentialsFile,
} from './credentials-file.ts';

const key = { id: 'KEY', secret: '0123456789abcdef', name: 'ci', role: 'ingest' };
const plain = { token: '0123456789abcdef', name: 'me', role: 'admin' };

describe('a file of credentials', () => {
  it('holds keys and tokens, which are kept as hashes', () => {
    const hash = sha256Hex('another token of somebody');
    const text = JSON.stringify({
      accessKeys: [key],
      tokens: [plain, { sha256: hash, name: 'you', role: 'read' }],
    });
    expect(credentialsOf(parseCredentials(text, 'f'))).toEqual({
      accessKeys: [key],
      tokens: [
        { sha256: sha256Hex(plain.token), name: 'me', role: 'admin' },
        { sha256: hash, name: 'you', role: 'read' },
      ],
    });
  });

  it('may have one kind only, or nothing', () => {
    expect(parseCredentials('{"tokens": []}', 'f')).toEqual({ accessKeys: [], tokens: [] });
    expect(parseCredentials('', 'f')).toEqual({ accessKeys: [], tokens: [] });
  });

  it.each([
    ['{"accessKeys": [', 'f:1:17: this is not JSON'],
    ['{\n  "tokens": {}\n}', 'f:2:13: tokens must be a list'],
    ['[]', 'f:1:1: the file must be an object, {…}'],
    ['{"keys": []}', "f:1:10: there is no member 'keys' here"],
    [
      '{\n  "accessKeys": [\n    {"id": "KEY", "secret": "short", "name": "ci", "role": "boss"}\n  ]\n}',
      'f:3:29: accessKeys[0].secret must have 16 to 256 characters, none of them a space\n' +
        'f:3:60: accessKeys[0].role must be ingest, read or admin',
    ],
    [
      '{"accessKeys": [{"id": "a/b", "secret": "0123456789abcdef", "name": "two words"}]}',
      'f:1:24: accessKeys[0].id must be 3 to 128 letters, digits or _\n' +
        'f:1:69: accessKeys[0].name must be 1 to 64 letters, digits or _+=,.@-\n' +
        'f:1:17: accessKeys[0].role must be ingest, read or admin',
    ],
    ['{"tokens": [{"name": "a", "role": "read"}]}', 'f:1:13: tokens[0] must have either token or sha256'],
    [
      '{"tokens": [{"token": 1234567890123456, "name": "a", "role": "read"}]}',
      'f:1:23: tokens[0].token must be a text',
    ],
    [
      '{"tokens": [{"sha256": "ABC", "name": "a", "role": "read"}]}',
      'f:1:24: tokens[0].sha256 must be 64 hexadecimal digits, in lower case',
    ],
    [JSON.stringify({ accessKeys: [key, key] }), 'f:1:91: accessKeys[1].id stands here twice'],
    [JSON.stringify({ tokens: [plain, { ...plain, name: 'other' }] }), 'f:1:68: tokens[1] stands here twice'],
  ])('is refused with a place: %s', (text, message) => {
    expect(() => parseCredentials(text, 'f')).toThrow(new CredentialsError(message));
  });

  it.each([
    `{"accessKeys": [{"id": "KEY", "secret": "not/shown/to/anybody" "name"}]}`,
    `{"tokens": [{"token": "not/shown/to/anybody", "role": "not/shown/to/anybody"}]}`,
    `{"tokens": [not/shown/to/anybody]}`,
    '{"tokens": ["not/shown/to/anybody"]}',
    '{"tokens": "not/shown/to/anybody',
    'not/shown/to/anybody',
  ])('does not show what may be a secret: %s', (text) => {
    let message = '';
    try {
      parseCredentials(text, 'f');
    } catch (cause) {
      message = String(cause);
    }
    expect(message).toMatch(/^CredentialsError: f:1:/);
    expect(message).not.toContain('shown');
  });
});

describe('on disk', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shiplog-credentials-'));
    file = join(folder, 'keys.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is written for its owner alone, whatever was there before', async () => {
    await writeFile(file, 'old');
    await chmod(file, 0o644);
    expect(await isReadByOthers(file)).toBe(true);
    const content = parseCredentials(JSON.stringify({ accessKeys: [key] }), file);
    await writeCredentialsFile(file, content);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await isReadByOthers(file)).toBe(false);
    expect(await readCredentialsFile(file)).toEqual(content);
    expect(await readFile(file, 'utf8')).toMatch(/\n$/);
  });

  it('says what is in the way', async () => {
    expect(await isAbsent(file)).toBe(true);
    await expect(readCredentialsFile(file)).rejects.toThrow(`${file}: there is no such file`);
    await expect(readCredentialsFile(folder)).rejects.toThrow(`${folder}: it cannot be read (EISDIR)`);
    await writeFile(file, ' '.repeat(1_048_577));
    await expect(readCredentialsFile(file)).rejects.toThrow('has more than 1048576 bytes');
  });
});
