// Linting and formatting of files, in-process, with files in a temporary folder.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordedTerminal } from '../../test/recorded-terminal.ts';
import { run } from './run.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shiplog-lint-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function call(args: readonly string[], input = '') {
  const terminal = recordedTerminal({ input });
  const refuse = () => Promise.reject(new Error('nothing is opened'));
  const config = () => {
    throw new Error('nothing is configured');
  };
  const exitCode = await run(args, { version: '1', terminal, config, openApp: refuse, serve: refuse });
  return { exitCode, out: terminal.printed(), err: terminal.complained() };
}

const file = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

it('finds nothing wrong with good queries', async () => {
  const paths = [await file('a.ql', 'limit 1'), await file('b.ql', 'stats count(*) by bin(1h)\n')];
  expect(await call(['lint', ...paths])).toEqual({
    exitCode: 0,
    out: '2 files, 2 queries: 0 errors, 0 warnings\n',
    err: '',
  });
});

it('names the file, the line and the rule, also of rules over several commands', async () => {
  const path = await file('c.ql', 'fields a\n| dedup a\n| display a\n');
  const { exitCode, err } = await call(['lint', path]);
  expect(exitCode).toBe(2);
  expect(err).toContain(`--> ${path}, line 3, column 3`);
  expect(err).toContain('shiplog: 1 file, 1 query: 1 error, 0 warnings');
});

it('says when a file is not there', async () => {
  const { exitCode, err } = await call(['lint', join(folder, 'gone.ql')]);
  expect(exitCode).toBe(1);
  expect(err).toContain('gone.ql: there is no such file');
});

it('walks through folders, and says what it cannot check', async () => {
  const root = await mkdtemp(join(folder, 'walk-'));
  const put = async (path: string, text: string) => {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const definition = (query: string, language = 'CWLI') =>
    JSON.stringify({ logGroupName: 'g', queryLanguage: language, queryString: query });
  await put('b/one.json', definition('limt 5'));
  await put('a.ql', 'fields a-b');
  await put('c.json', definition('SELECT 1', 'SQL'));
  await put('d.yaml', 'queryString: {{- toYaml . }}\n}');
  await put('notes.txt', 'no query at all');
  await put('node_modules/e.json', definition('limt 5'));
  await put('.hidden/f.json', definition('limt 5'));
  const { exitCode, err } = await call(['lint', root]);
  expect(exitCode).toBe(2);
  expect(err).toContain(`--> ${join(root, 'b/one.json')}, line 1, column 59`);
  expect(err).toContain(`${join(root, 'c.json')}:1: queryString: not checked: it is written in SQL.`);
  expect(err).toContain(`${join(root, 'd.yaml')}: not checked: `);
  expect(err).toContain('4 files, 2 queries: 1 error, 1 warning');
});

it('takes warnings for mistakes when it is told to', async () => {
  const path = await file('warned.ql', 'fields a-b');
  expect(await call(['lint', path])).toMatchObject({ exitCode: 0 });
  expect(await call(['lint', '--strict', path])).toMatchObject({ exitCode: 2 });
});

it('fails on a named file that it cannot read', async () => {
  const path = await file('broken.json', '{"queryString": ');
  expect(await call(['lint', path])).toMatchObject({ exitCode: 1 });
});

it('prints findings for programs', async () => {
  const { exitCode, out } = await call(['lint', '--format', 'ndjson', '-'], 'limt 5');
  expect(exitCode).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ file: '-', line: 1, column: 1, code: 'unknown-command' });
});

it('formats what comes in', async () => {
  expect(await call(['fmt', '-'], 'fields a,b|limit   5')).toEqual({
    exitCode: 0,
    out: 'fields a, b\n| limit 5\n',
    err: '',
  });
});

it('formats files, and then finds nothing to do', async () => {
  const path = await file('d.ql', 'fields a,b|limit 5');
  expect(await call(['fmt', '--check', path])).toMatchObject({ exitCode: 1 });
  expect(await call(['fmt', '--write', path])).toEqual({ exitCode: 0, out: '', err: '' });
  expect(await readFile(path, 'utf8')).toBe('fields a, b\n| limit 5\n');
  expect(await call(['fmt', '--check', path])).toEqual({ exitCode: 0, out: '', err: '' });
});

it('keeps comments', async () => {
  const path = await file('e.ql', '# what\nfields a|# why\nlimit 5 # few');
  expect(await call(['fmt', '-w', path])).toEqual({ exitCode: 0, out: '', err: '' });
  expect(await readFile(path, 'utf8')).toBe('# what\nfields a\n# why\n| limit 5 # few\n');
});

it('does not format what is wrong', async () => {
  const { exitCode, out, err } = await call(['fmt', '-'], 'filtr a');
  expect([exitCode, out]).toEqual([2, '']);
  expect(err).toContain('^^^^^');
});
