// `shiplog lint`: is each query in these files one that runs? Nothing is opened and nothing is run.

import { stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { positionAt } from '../language/position.ts';
import { lintedFileBytesMax } from '../limits.ts';
import { drawDiagnostics } from './diagnostics.ts';
import type { CliEffects } from './effects.ts';
import { CliFailure, failure } from './failure.ts';
import type { LintedFile } from './lint/lint-file.ts';
import { type LintFormat, lintFormats, renderFindings } from './lint/render-findings.ts';
import { withExamples } from './options.ts';
import { counted, formatBytes } from './quantities.ts';
import { listQueryFiles, type QueryFile, readQueryFile } from './query-files.ts';
import type { Terminal } from './terminal.ts';

interface LintOptions {
  readonly format: LintFormat;
  readonly strict?: boolean;
}

export function lintCommand(effects: CliEffects): Command {
  const command = new Command('lint')
    .description('check the queries in files, templates and dashboards, without running them')
    .argument('<file...>', 'files, folders, or - for standard input')
    .option('--strict', 'warnings are mistakes, too')
    .addOption(
      new Option('--format <format>', 'how to print what is found').choices(lintFormats).default('table'),
    );
  withExamples(command, [
    ['shiplog lint queries/*.ql', 'files that hold one query each; exit code 2 when one is wrong'],
    ['shiplog lint template.yaml cdk.out terraform/', 'the queries inside of templates and dashboards'],
    [`echo 'filter a = 1 | limt 5' | shiplog lint -`, 'a query from a pipe'],
    ['shiplog lint --strict --format github .', 'mark the lines of a change on GitHub'],
  ]);
  return command.action((paths: readonly string[], options: LintOptions) =>
    lint(paths, options, effects.terminal),
  );
}

async function lint(paths: readonly string[], options: LintOptions, terminal: Terminal): Promise<void> {
  // Only this command needs the reader of YAML.
  const { isLintable, lintFile } = await import('./lint/lint-file.ts');
  const linted: LintedFile[] = [];
  for (const file of await listQueryFiles(paths, isLintable)) {
    linted.push(await lintOne(file, lintFile, terminal));
  }
  if (options.format === 'table') for (const file of linted) draw(file, terminal);
  else await terminal.out(renderFindings(linted, options.format));
  const findings = linted.flatMap((file) => file.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const queries = linted.reduce((sum, file) => sum + file.queries, 0);
  const summary = `${counted(linted.length, 'file')}, ${counted(queries, 'query', 'queries')}: ${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}`;
  if (errors > 0 || (options.strict === true && findings.length > 0)) throw new CliFailure(2, summary);
  if (linted.some(({ unreadable }) => unreadable !== undefined)) throw failure(summary);
  if (options.format === 'table') await terminal.out(`${summary}\n`);
}

type Linter = (name: string, text: string, nowMs: number) => LintedFile;

async function lintOne(
  { name, named }: QueryFile,
  lintFile: Linter,
  terminal: Terminal,
): Promise<LintedFile> {
  const bytes = name === '-' ? 0 : (await stat(name)).size;
  if (bytes > lintedFileBytesMax) {
    const reason = `it has ${formatBytes(bytes)}; ${formatBytes(lintedFileBytesMax)} are read at most`;
    return { name, text: '', queries: 0, findings: [], skipped: [{ path: '', offset: 0, reason }] };
  }
  const file = lintFile(name, await readQueryFile(name, terminal), terminal.nowMs());
  if (named || file.unreadable === undefined) return file;
  // A folder may hold templates of templates, which are no YAML; whoever names a file means it.
  const { unreadable, ...rest } = file;
  return { ...rest, skipped: [{ path: '', offset: 0, reason: unreadable }] };
}

function draw(file: LintedFile, terminal: Terminal): void {
  const { name, text, findings, skipped, unreadable } = file;
  if (findings.length > 0) terminal.err(`${drawDiagnostics(text, findings, terminal, name)}\n`);
  for (const { path, offset, reason } of skipped) {
    const place = path === '' ? name : `${name}:${positionAt(text, offset).line}: ${path}`;
    terminal.err(`${place}: not checked: ${reason}.\n`);
  }
  if (unreadable !== undefined) terminal.err(`${name}: ${unreadable}\n`);
}
