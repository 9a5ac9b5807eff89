// `shiplog lint`: is each of these files a query that runs? Nothing is opened and nothing is run.

import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { Command } from 'commander';
import { type Diagnostic, hasErrors } from '../language/diagnostic.ts';
import { type CompileEnvironment, compileQuery, QueryRejected } from '../queries/compile-query.ts';
import { drawDiagnostics } from './diagnostics.ts';
import type { CliEffects } from './effects.ts';
import { CliFailure, failure } from './failure.ts';
import { withExamples } from './options.ts';
import { counted } from './quantities.ts';
import type { Terminal } from './terminal.ts';

export function lintCommand(effects: CliEffects): Command {
  const command = new Command('lint')
    .description('check files that hold one query each, without running them')
    .argument('<file...>', 'files, or - for standard input');
  withExamples(command, [
    ['shiplog lint queries/*.ql', 'every query of a folder; exit code 2 when one is wrong'],
    [`echo 'filter a = 1 | limt 5' | shiplog lint -`, 'a query from a pipe'],
  ]);
  return command.action((files: readonly string[]) => lint(files, effects.terminal));
}

async function lint(files: readonly string[], terminal: Terminal): Promise<void> {
  const found: Diagnostic[] = [];
  for (const file of files) {
    const text = await readQuery(file, terminal);
    const diagnostics = check(text, terminal.nowMs());
    if (diagnostics.length > 0) terminal.err(`${drawDiagnostics(text, diagnostics, terminal, file)}\n`);
    found.push(...diagnostics);
  }
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const summary = `${counted(files.length, 'file')}: ${counted(errors, 'error')}, ${counted(found.length - errors, 'warning')}`;
  if (hasErrors(found)) throw new CliFailure(2, summary);
  await terminal.out(`${summary}\n`);
}

/** Everything that would be found wrong with the query before it runs. Which fields exist is no matter: they come and go. */
function check(text: string, nowMs: number): readonly Diagnostic[] {
  const environment: CompileEnvironment = {
    store: { groups: () => [], group: () => undefined },
    nowMs: () => nowMs,
    accountId: '',
  };
  try {
    return compileQuery({ text, logGroups: 'all', startMs: 0, endMs: nowMs }, environment).warnings;
  } catch (cause) {
    if (cause instanceof QueryRejected) return cause.diagnostics;
    throw cause;
  }
}

/** The text of a file; `-` is standard input. Throws a failure that names the file. */
export async function readQuery(file: string, terminal: Terminal): Promise<string> {
  if (file === '-') return readAll(terminal.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw failure(fileProblem(file, cause), cause);
  }
}

/** What is wrong with a file, from the error of the system call. */
export function fileProblem(file: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return `${file}: there is no such file`;
  if (code === 'EISDIR') return `${file} is a directory`;
  if (code === 'EACCES' || code === 'EPERM') return `${file}: you may not read it`;
  return `${file}: ${cause instanceof Error ? cause.message : String(cause)}`;
}
