// `shiplog fmt`: queries in their canonical form, one command a line. A query with comments is left alone and said so:
// the syntax tree does not hold them, and a formatter that drops what somebody wrote is worse than none.

import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { hasErrors } from '../language/diagnostic.ts';
import { parse } from '../language/parser.ts';
import { print } from '../language/print.ts';
import { tokenize } from '../language/tokenize.ts';
import { drawDiagnostics } from './diagnostics.ts';
import type { CliEffects } from './effects.ts';
import { CliFailure, failure, wrongCall } from './failure.ts';
import { fileProblem, readQuery } from './lint.ts';
import { withExamples } from './options.ts';
import type { Terminal } from './terminal.ts';

interface FmtOptions {
  readonly write?: boolean;
  readonly check?: boolean;
}

export function fmtCommand(effects: CliEffects): Command {
  const command = new Command('fmt')
    .description('format files that hold one query each')
    .argument('<file...>', 'files, or - for standard input')
    .option('--write', 'write the files instead of printing them')
    .option('--check', 'print nothing, and end with exit code 1 when a file is not formatted');
  withExamples(command, [
    ['shiplog fmt report.ql', 'the formatted query on standard output'],
    ['shiplog fmt --write queries/*.ql', 'format a folder'],
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
    const text = await readQuery(file, terminal);
    const formatted = format(text, file, terminal);
    if (formatted !== text) unformatted.push(file);
    if (options.check === true) continue;
    if (options.write !== true) await terminal.out(formatted);
    else if (formatted !== text) await rewrite(file, formatted);
  }
  if (options.check === true && unformatted.length > 0) {
    throw failure(`not formatted:\n${unformatted.map((file) => `  ${file}`).join('\n')}`);
  }
}

function format(text: string, file: string, terminal: Terminal): string {
  const { query, diagnostics } = parse(text);
  if (hasErrors(diagnostics)) {
    terminal.err(drawDiagnostics(text, diagnostics, terminal, file));
    throw new CliFailure(2, '');
  }
  if (tokenize(text).some((token) => token.kind === 'comment')) {
    throw failure(`${file} has comments, which formatting would lose; it is left as it is.`);
  }
  return `${print(query)}\n`;
}

async function rewrite(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw failure(fileProblem(file, cause), cause);
  }
}
