// A command made from a definition: its arguments, what it asks, and how the answer is printed.
import { expect, it } from 'vitest';
import { recordedTerminal } from '../../test/recorded-terminal.ts';
import type { App } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Finding } from '../investigations/finding.ts';
import type { Investigation, InvestigationRequest } from '../investigations/investigation.ts';
import { investigateCommand } from './investigate.ts';

const input = { label: 'L', help: 'H.', placeholder: 'P', required: false };
const investigation: Investigation = {
  id: 'owner',
  question: 'Who?',
  summary: 'Says who.',
  inputs: [
    { ...input, name: 'address', required: true, positional: true },
    { ...input, name: 'at', placeholder: 'NOON' },
  ],
  run: () => Promise.reject(new Error('the app runs it')),
};
const time = Date.UTC(2026, 10, 20);
const finding: Finding = {
  investigation: 'owner',
  title: 'Who?',
  subject: 'x',
  summary: 'Nobody.',
  verdict: null,
  facts: [],
  contradictions: [],
  timelines: [],
  tables: [
    {
      title: 'Owners',
      columns: [
        { key: 'from', title: 'From', kind: 'time' },
        { key: 'held', title: 'Held', kind: 'duration' },
        { key: 'task', title: 'Task', kind: 'task' },
      ],
      rows: [
        { from: time, held: 90_000, task: 'arn:aws:ecs:r:1:task/c/abc' },
        { from: null, held: null, task: 'a,b' },
      ],
      empty: 'None.',
    },
  ],
  nextSteps: [],
  evidence: [{ title: 'E', query: 'limit 1', awsQuery: 'limit 1', startMs: 0, endMs: 1, rows: 2 }],
};

async function call(args: readonly string[]) {
  const terminal = recordedTerminal();
  const requests: InvestigationRequest[] = [];
  const app: Partial<App> = {
    investigate: async (_, request) => {
      requests.push(request);
      return finding;
    },
    close: async () => {},
  };
  const command = investigateCommand(investigation, {
    version: '1',
    terminal,
    config: (flags) => readConfig({ flags, environment: {}, homeDir: '/home/nobody' }),
    openApp: async () => app as App,
    serve: () => Promise.reject(new Error('unused')),
  });
  await command.parseAsync([...args, '--since', '1h'], { from: 'user' });
  return { out: terminal.printed(), requests };
}

it('asks with its argument, its flags and the range', async () => {
  const nowMs = Date.UTC(2026, 10, 22, 12);
  const range = { startMs: nowMs - 3_600_000, endMs: nowMs };
  expect((await call(['10.0.0.1', '--at', 'now'])).requests).toEqual([
    { inputs: { address: '10.0.0.1', at: 'now' }, range },
  ]);
  expect((await call(['10.0.0.1'])).requests).toEqual([{ inputs: { address: '10.0.0.1' }, range }]);
});

it('prints the finding for people, with its queries when asked', async () => {
  expect((await call(['x'])).out).toContain('Evidence: 1 query, 2 rows. --show-query prints them.');
  expect((await call(['x', '--show-query'])).out).toContain('\n  limit 1\n');
});

it('prints the finding, or its first table, for programs', async () => {
  expect(JSON.parse((await call(['x', '--format', 'json'])).out)).toEqual(finding);
  expect((await call(['x', '--format', 'csv'])).out).toBe(
    'from,held,task\r\n2026-11-20T00:00:00.000Z,90000,arn:aws:ecs:r:1:task/c/abc\r\n,,"a,b"\r\n',
  );
  expect((await call(['x', '--format', 'ndjson'])).out).toBe(
    `{"from":${time},"held":90000,"task":"arn:aws:ecs:r:1:task/c/abc"}\n{"from":null,"held":null,"task":"a,b"}\n`,
  );
});

it('has examples of its own placeholders in its help', () => {
  const command = investigateCommand(investigation, {} as never);
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  expect(help).toContain('Says who.');
  expect(help).toContain('  shiplog owner P\n');
});
