// `shiplog saved` and `shiplog lookup` in-process, over a directory and over a server: a reader does not notice the difference.
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
    folder = await mkdtemp(join(tmpdir(), 'shiplog-library-'));
    const dataDir = join(folder, 'data');
    where = ['--data', dataDir];
    if (place === 'server') {
      const settings = {
        host: '127.0.0.1',
        port: 0,
        accountId: '0',
        region: 'r',
        logLevel: 'silent',
        queryTimeoutSeconds: 60,
        memoryMegabytes: 'auto',
      } as const;
      const server = await serve({ dataDir, ...settings });
      where = ['--server', server.url];
      close = () => server.close();
    }
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true });
  });

  async function call(args: readonly string[], input = '') {
    const terminal = recordedTerminal({ input });
    const exitCode = await run([...args, ...where], {
      version: '1',
      terminal,
      config: (flags) => readConfig({ flags, environment: {}, homeDir: folder }),
      openApp: (config) => openApp({ ...config, nowMs: terminal.nowMs }),
      serve: () => Promise.reject(new Error('not served in this test')),
    });
    return { exitCode, out: terminal.printed(), err: terminal.complained() };
  }

  it('saves, shows, lists and deletes queries', async () => {
    const query = 'filter level = {{level}} | limit {{n}}';
    const param = ['--param', 'level="ERROR"', '--param', 'n=20'];
    expect(await call(['saved', 'put', 'ops/errors', query, ...param])).toEqual({
      exitCode: 0,
      out: 'Saved ops/errors.\n',
      err: '',
    });
    expect((await call(['saved', 'show', 'ops/errors'])).out).toBe(`${query}\n`);
    const [kept] = JSON.parse((await call(['saved', 'list', '--format', 'json'])).out);
    expect(kept).toMatchObject({
      name: 'ops/errors',
      parameters: [
        { name: 'level', defaultValue: '"ERROR"' },
        { name: 'n', defaultValue: '20' },
      ],
    });
    expect((await call(['saved', 'list'])).out).toMatch(
      /^name .*\nops\/errors +level="ERROR", n=20 +filter level/,
    );
    // The same name is the same query.
    expect((await call(['saved', 'put', 'ops/errors', '-'], 'limit 1\n')).exitCode).toBe(0);
    expect((await call(['saved', 'show', kept.id])).out).toBe('limit 1\n');
    expect((await call(['saved', 'delete', 'ops/errors'])).out).toBe('Deleted ops/errors.\n');
    expect((await call(['saved', 'list'])).out).toMatch(/^No query is saved yet/);
  });

  it('refuses queries with exit code 2', async () => {
    const unused = await call(['saved', 'put', 'a', 'limit 1', '--param', 'n']);
    expect(unused).toEqual({
      exitCode: 2,
      out: '',
      err: 'shiplog: Required parameters not found in queryString: n\n',
    });
    for (const verb of ['show', 'delete']) {
      const { exitCode, err } = await call(['saved', verb, 'nope']);
      expect([exitCode, err]).toEqual([
        2,
        'shiplog: There is no saved query nope. "shiplog saved list" shows those that exist.\n',
      ]);
    }
  });

  it('creates, shows, lists, updates and deletes lookup tables', async () => {
    const file = join(folder, 'owners.csv');
    await writeFile(file, '\ufeffservice,team\r\ncart,"a, b"\r\nweb,\r\n');
    expect(await call(['lookup', 'create', 'owners', file, '--description', 'who to ask'])).toEqual({
      exitCode: 0,
      out: 'Created owners: 2 rows, 2 columns.\n',
      err: '',
    });
    expect((await call(['lookup', 'show', 'owners'])).out).toBe('service  team\ncart     a, b\nweb\n');
    expect((await call(['lookup', 'show', 'owners', '--format', 'csv'])).out).toBe(
      'service,team\r\ncart,"a, b"\r\nweb,\r\n',
    );
    expect((await call(['lookup', 'show', 'owners', '--format', 'ndjson'])).out).toBe(
      '{"service":"cart","team":"a, b"}\n{"service":"web"}\n',
    );
    expect((await call(['lookup', 'list'])).out).toMatch(/\nowners +service, team +2 +33 B .* who to ask\n$/);
    expect((await call(['lookup', 'update', 'owners', '-'], 'a\n')).out).toBe(
      'Updated owners: 0 rows, 1 column.\n',
    );
    const [table] = JSON.parse((await call(['lookup', 'list', '--format', 'json'])).out);
    expect(table).toMatchObject({ columns: ['a'], records: 0, description: 'who to ask' });
    expect((await call(['lookup', 'delete', 'owners'])).out).toBe('Deleted owners.\n');
    expect((await call(['lookup', 'list'])).out).toMatch(/^There is no lookup table yet/);
  });

  it.each([
    [['lookup', 'create', 't', '-'], 'a,a\n', 2, "Line 1 of the CSV: The column 'a' is there twice."],
    [['lookup', 'create', 'my-table', '-'], 'a', 2, 'letters, digits and underscores'],
    [['lookup', 'update', 'nope', '-'], 'a', 2, 'There is no lookup table nope.'],
    [['lookup', 'show', 'nope'], '', 2, 'There is no lookup table nope.'],
    [['lookup', 'create', 't', '/no/such.csv'], '', 1, '/no/such.csv: there is no such file'],
  ])('refuses %j', async (args, input, exitCode, complaint) => {
    const answer = await call(args, input);
    expect([answer.exitCode, answer.out]).toEqual([exitCode, '']);
    expect(answer.err).toContain(complaint);
  });

  it('makes lookup tables from the rows of a query', async () => {
    const query = ['--query', 'stats count(*) as b by a'];
    const { exitCode, out } = await call(['lookup', 'create', 'rows', ...query]);
    expect([exitCode, out]).toEqual([0, 'Created rows: 0 rows, 2 columns.\n']);
    expect((await call(['lookup', 'show', 'rows', '--format', 'csv'])).out).toBe('a,b\r\n');
    expect((await call(['lookup', 'update', 'rows', ...query])).out).toBe(
      'Updated rows: 0 rows, 2 columns.\n',
    );
    await call(['lookup', 'delete', 'rows']);
    for (const args of [['t'], ['t', '-', ...query]]) {
      expect(await call(['lookup', 'create', ...args])).toMatchObject({
        exitCode: 2,
        err: expect.stringContaining('a file, or --query'),
      });
    }
  });

  it('creates, shows, lists, runs and deletes scheduled queries', async () => {
    const query = 'SOURCE logGroups() | stats count(*) as n';
    const to = ['--to', 'log-group:/counts', '--to', 'lookup-table:counts', '--to', 's3://bucket/counts'];
    const at = ['--at', 'cron(0 6 ? * MON *)', '--timezone', 'Europe/Berlin', '--back', '7d', '--disabled'];
    // SOURCE has to choose something.
    const file = join(folder, 'event.json');
    await writeFile(file, taskEvent(1));
    expect(await call(['import', file])).toMatchObject({ exitCode: 0 });
    const created = await call([
      'schedules',
      'create',
      'ops/counts',
      query,
      ...at,
      ...to,
      '--description',
      'd',
    ]);
    expect(created).toMatchObject({ exitCode: 0, err: '' });
    expect(created.out).toBe(
      [
        'name         ops/counts',
        'description  d',
        'at           cron(0 6 ? * MON *) Europe/Berlin',
        'looks        from 604800 s before the run to the run',
        'to           /counts (log-group)',
        'to           counts (lookup-table)',
        'to           s3://bucket/counts (file)',
        'next (UTC)   disabled',
        'last run     ',
        '',
        query,
        '',
      ].join('\n'),
    );
    const again = await call(['schedules', 'create', 'ops/counts', query, ...at]);
    expect(again).toMatchObject({ exitCode: 2, err: expect.stringContaining('exists already') });
    expect((await call(['schedules', 'history', 'ops/counts'])).out).toBe('It has not run yet.\n');
    const run = JSON.parse((await call(['schedules', 'run', 'ops/counts', '--format', 'json'])).out)[0];
    expect(run).toMatchObject({
      status: 'complete',
      manual: true,
      deliveries: [{ status: 'done' }, { status: 'done', written: 'counts' }, { status: 'done' }],
    });
    expect((await call(['schedules', 'history', 'ops/counts', '--format', 'ndjson'])).out).toBe(
      `${JSON.stringify(run)}\n`,
    );
    expect((await call(['lookup', 'show', 'counts', '--format', 'csv'])).out).toMatch(/^n\r\n\d+\r\n$/);
    expect((await call(['schedules', 'list'])).out).toMatch(/\nops\/counts +cron.* complete /);
    expect((await call(['schedules', 'list', '--format', 'csv'])).out).toMatch(/^name,at,time zone,next/);
    expect((await call(['schedules', 'delete', 'ops/counts'])).out).toBe('Deleted ops/counts.\n');
    expect((await call(['schedules', 'list'])).out).toMatch(/^No query is scheduled yet/);
    await call(['lookup', 'delete', 'counts']);
  });

  it.each([
    [['show', 'nope'], 'There is no scheduled query nope.'],
    [['run', 'nope'], 'There is no scheduled query nope.'],
    [['history', 'nope'], 'There is no scheduled query nope.'],
    [['delete', 'nope'], 'There is no scheduled query nope.'],
    [['create', 'a', 'limit 1', '--at', 'rate(1 day)'], 'begin it with SOURCE'],
    [['create', 'a', 'limit 1', '--at', 'daily', '--log-group', '/g'], "'daily' is no schedule"],
    [['create', 'a', 'limt 1', '--at', 'rate(1 day)', '--log-group', '/g'], 'limt'],
    [['create', 'a', 'limit 1', '--at', 'rate(1 day)', '--log-group', '/none'], '/none'],
    [['create', 'a', 'limit 1', '--at', 'rate(1 day)', '--to', 'ftp://x'], 'Not s3://bucket/prefix'],
    [['create', 'a', 'limit 1', '--at', 'rate(1 day)', '--back', 'long'], 'Not a duration'],
    [['create', 'a', 'limit 1'], "required option '--at"],
  ])('refuses schedules %j', async (args, complaint) => {
    const answer = await call(['schedules', ...args]);
    expect([answer.exitCode, answer.out]).toEqual([2, '']);
    expect(answer.err).toContain(complaint);
  });

  it('refuses what is not in UTF-8', async () => {
    const file = join(folder, 'latin.csv');
    await writeFile(file, Buffer.from([0x61, 0x0a, 0xe9]));
    const { exitCode, err } = await call(['lookup', 'create', 't', file]);
    expect(exitCode).toBe(1);
    expect(err).toContain('latin.csv: not in UTF-8');
  });

  it.each([
    ['saved'],
    ['saved', 'put'],
    ['lookup'],
    ['lookup', 'create'],
    ['schedules'],
    ['schedules', 'create'],
  ])('has help for %s %s', async (...words) => {
    const terminal = recordedTerminal();
    const unused = () => {
      throw new Error('not used for help');
    };
    const args = [...words.filter((word) => word !== undefined), '--help'];
    expect(await run(args, { version: '1', terminal, config: unused, openApp: unused, serve: unused })).toBe(
      0,
    );
    expect(terminal.printed()).toContain(`Usage: shiplog ${args.slice(0, -1).join(' ')}`);
  });
});
