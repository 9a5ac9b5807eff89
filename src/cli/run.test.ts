// The command line in-process, over a directory that is not there: what it refuses, how, and with which exit code.
import { describe, expect, it } from 'vitest';
import { type Recording, recordedTerminal } from '../../test/recorded-terminal.ts';
import type { App } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { errorAt } from '../language/diagnostic.ts';
import { QueryRejected, UnknownLogGroup } from '../queries/compile-query.ts';
import type { QueryRequest, QueryResult } from '../queries/query.ts';
import { program, run } from './run.ts';

const result: QueryResult = {
  columns: [{ name: 'n', kind: 'number' }],
  rows: [['1'], ['2']],
  statistics: { recordsMatched: 2, recordsScanned: 2, bytesScanned: 10, logGroupsScanned: 1 },
  durationMs: 1,
  warnings: [],
};

/** What a command needs of an App, recorded. */
function fakeApp(answer: () => QueryResult) {
  const requests: QueryRequest[] = [];
  let closed = 0;
  const app: Partial<App> = {
    version: '9.9.9',
    dataDir: '/data',
    runQuery: async (request) => {
      requests.push(request);
      return answer();
    },
    store: {
      summaries: async () => [],
      diskBytes: async () => 0,
      rejected: { totals: () => ({ kept: 0 }) },
    } as unknown as App['store'],
    close: async () => {
      closed += 1;
    },
  };
  return { app: app as App, requests, closed: () => closed };
}

async function call(args: readonly string[], recording: Recording = {}, answer = () => result) {
  const terminal = recordedTerminal(recording);
  const { app, requests, closed } = fakeApp(answer);
  const exitCode = await run(args, {
    version: '9.9.9',
    terminal,
    config: (flags): Config => readConfig({ flags, environment: {}, homeDir: '/home/nobody' }),
    openApp: async () => app,
    serve: () => Promise.reject(new Error('not served in this test')),
  });
  return { exitCode, out: terminal.printed(), err: terminal.complained(), requests, closed: closed() };
}

describe('wrong calls end with exit code 2 and a sentence on standard error', () => {
  it.each([
    ['an unknown command', ['querry'], "unknown command 'querry'\n(Did you mean query?)"],
    ['an unknown option', ['query', 'limit 1', '--colour'], "unknown option '--colour'"],
    ['no query', ['query'], "missing required argument 'ql'"],
    ['too much', ['query', 'limit', '1'], 'too many arguments'],
    [
      'a format that is none',
      ['query', 'limit 1', '--format', 'xml'],
      'Allowed choices are table, json, csv, ndjson',
    ],
    ['a limit that is none', ['query', 'limit 1', '--limit', '0'], 'Not a whole number from 1 to 100,000'],
    ['a duration that is none', ['query', 'limit 1', '--since', 'monday'], '--since monday: not a duration'],
    ['a server that is none', ['query', 'limit 1', '--server', 'localhost'], '--server localhost: not a URL'],
    ['a port that is none', ['serve', '--port', 'http'], '--port http: must be a port number'],
    ['a required flag', ['stops'], "required option '--service <service>' not specified"],
    [
      'a stage that is none',
      ['explain', 'limit 1', '--stage', 'rust'],
      'Allowed choices are summary, tokens, ast, plan, sql, process, all',
    ],
  ])('%s', async (_, args, complaint) => {
    const { exitCode, out, err } = await call(args);
    expect(err).toContain(complaint);
    expect(exitCode).toBe(2);
    expect(out).toBe('');
  });

  it('a wrong query draws its caret', async () => {
    const text = 'filtr a = 1';
    const { exitCode, err, closed } = await call(['query', text], {}, () => {
      throw new QueryRejected(text, [
        errorAt({ start: 0, end: 5 }, 'unknown-command', 'unexpected filtr', 'Did you mean filter?'),
      ]);
    });
    expect(exitCode).toBe(2);
    expect(err).toContain('unexpected filtr');
    expect(err).toContain('| filtr a = 1\n   | ^^^^^');
    expect(err).toContain('Did you mean filter?');
    expect(closed).toBe(1);
  });

  it('a log group that is not there', async () => {
    const { exitCode, err } = await call(['query', 'limit 1', '--log-group', '/x'], {}, () => {
      throw new UnknownLogGroup('/x');
    });
    expect(exitCode).toBe(2);
    expect(err).toContain('There is no log group /x');
  });
});

describe('a query', () => {
  it('asks for what the options say', async () => {
    const { requests } = await call([
      'query',
      'limit 1',
      '--log-group',
      '/a',
      '--log-group',
      '/b',
      '--limit',
      '7',
      '--start',
      '2026-11-22',
      '--end',
      'now',
    ]);
    expect(requests).toEqual([
      {
        text: 'limit 1',
        logGroups: ['/a', '/b'],
        limit: 7,
        startMs: Date.UTC(2026, 10, 22),
        endMs: Date.UTC(2026, 10, 22, 12),
      },
    ]);
  });

  it('reads its text from standard input', async () => {
    const { requests } = await call(['query', '-', '--since', '1h'], { input: 'limit 3\n' });
    expect(requests[0]?.text).toBe('limit 3\n');
  });

  it('prints rows on standard output and counts on standard error', async () => {
    const { exitCode, out, err, closed } = await call(['query', 'limit 1']);
    expect(exitCode).toBe(0);
    expect(out).toBe('n\n1\n2\n');
    expect(err).toMatch(/^2 rows\./);
    expect(closed).toBe(1);
  });

  it('ends quietly when nobody reads on', async () => {
    const { exitCode, err, closed } = await call(['query', 'limit 1'], { closesAfterWrites: 0 });
    expect([exitCode, err, closed]).toEqual([0, '', 1]);
  });

  it('that fails says so and gives the directory back', async () => {
    const { exitCode, err, closed } = await call(['query', 'limit 1'], {}, () => {
      throw new Error('the disk is full');
    });
    expect([exitCode, err, closed]).toEqual([1, 'shiplog: the disk is full\n', 1]);
  });
});

describe('help', () => {
  const root = program({
    version: '9.9.9',
    terminal: recordedTerminal(),
    config: () => Promise.reject(new Error('unused')) as never,
    openApp: () => Promise.reject(new Error('unused')),
    serve: () => Promise.reject(new Error('unused')),
  });

  it.each(root.commands.map((command) => command.name()))('of %s has examples', async (name) => {
    const { exitCode, out } = await call([name, '--help']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/Examples:\n {2}# /);
    expect(out).toContain(`shiplog ${name}`);
  });

  it('and the version go to standard output', async () => {
    expect(await call(['--help'])).toMatchObject({ exitCode: 0, err: '' });
    expect(await call(['--version'])).toMatchObject({ exitCode: 0, out: '9.9.9\n' });
  });

  it('without a command is an error that shows the way', async () => {
    const { exitCode, err } = await call([]);
    expect(exitCode).toBe(2);
    expect(err).toContain('Usage: shiplog');
  });
});

it('an empty directory says what to do next', async () => {
  const { exitCode, out } = await call(['status']);
  expect(exitCode).toBe(0);
  expect(out).toContain('Nothing is recorded yet. "shiplog demo"');
});
