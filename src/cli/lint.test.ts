// Linting and formatting of files, in-process, with files in a temporary folder.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
    out: '2 files: 0 errors, 0 warnings\n',
    err: '',
  });
});

it('names the file, the line and the rule, also of rules over several commands', async () => {
  const path = await file('c.ql', 'fields a\n| dedup a\n| display a\n');
  const { exitCode, err } = await call(['lint', path]);
  expect(exitCode).toBe(2);
  expect(err).toContain(`--> ${path}, line 3, column 3`);
  expect(err).toContain('shiplog: 1 file: 1 error, 0 warnings');
});

it('says when a file is not there', async () => {
  const { exitCode, err } = await call(['lint', join(folder, 'gone.ql')]);
  expect(exitCode).toBe(1);
  expect(err).toContain('gone.ql: there is no such file');
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
