// `shiplog fmt`: queries in their canonical form, one command a line, with their comments.

import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { hasErrors } from '../language/diagnostic.ts';
import { format } from '../language/format.ts';
import { parse } from '../language/parser.ts';
import { drawDiagnostics } from './diagnostics.ts';
import type { CliEffects } from './effects.ts';
import { CliFailure, failure, wrongCall } from './failure.ts';
import { withExamples } from './options.ts';
import { fileProblem, readQueryFile } from './query-files.ts';
import type { Terminal } from './terminal.ts';

interface FmtOptions {
  readonly write?: boolean;
  readonly check?: boolean;
}

export function fmtCommand(effects: CliEffects): Command {
  const command = new Command('fmt')
    .description('format files that hold one query each')
    .argument('<file...>', 'files, or - for standard input')
    .option('-w, --write', 'write the files instead of printing them')
    .option('--check', 'print nothing, and end with exit code 1 when a file is not formatted');
  withExamples(command, [
    ['shiplog fmt report.ql', 'the formatted query on standard output'],
    ['shiplog fmt --write queries/*.ql', 'format a folder'],
    ['shiplog fmt --check queries/*.ql', 'fail when one is not formatted: for CI'],
  ]);
  return command.action((files: readonly string[], options: FmtOptions) =>
    fmt(files, options, effects.terminal),
  );
}

async function fmt(files: readonly string[], options: FmtOptions, terminal: Terminal): Promise<void> {
  if (options.write === true && files.includes('-'))
    throw wrongCall('--write needs files; standard input has no name.');
  const unformatted: string[] = [];
  for (const file of files) {
    const text = await readQueryFile(file, terminal);
    const formatted = formatFile(text, file, terminal);
    if (formatted !== text) unformatted.push(file);
    if (options.check === true) continue;
    if (options.write !== true) await terminal.out(formatted);
    else if (formatted !== text) await rewrite(file, formatted);
  }
  if (options.check === true && unformatted.length > 0) {
    throw failure(`not formatted:\n${unformatted.map((file) => `  ${file}`).join('\n')}`);
  }
}

/** The formatted text of a file. Throws when the query is wrong: there is nothing to rely on. */
function formatFile(text: string, file: string, terminal: Terminal): string {
  const { diagnostics } = parse(text);
  if (hasErrors(diagnostics)) {
    terminal.err(drawDiagnostics(text, diagnostics, terminal, file));
    throw new CliFailure(2, '');
  }
  return `${format(text)}\n`;
}

async function rewrite(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw failure(fileProblem(file, cause), cause);
  }
}
