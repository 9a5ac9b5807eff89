// Runs the command line: arguments in, exit code out. Every error that reaches a person passes here and becomes a sentence.

import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { FilterPatternRejected } from '../filter-pattern/index.ts';
import { investigations } from '../investigations/index.ts';
import { InvestigationInputError } from '../investigations/investigation.ts';
import { QueryRejected, UnknownLogGroup } from '../queries/compile-query.ts';
import { collectCommand } from './collect.ts';
import { credentialsCommand } from './credentials.ts';
import { demoCommand } from './demo.ts';
import { drawDiagnostics } from './diagnostics.ts';
import type { CliEffects } from './effects.ts';
import { explainCommand } from './explain.ts';
import { CliFailure } from './failure.ts';
import { fmtCommand } from './fmt.ts';
import { importCommand } from './import.ts';
import { investigateCommand } from './investigate.ts';
import { lintCommand } from './lint.ts';
import { lookupCommand } from './lookup.ts';
import { withExamples } from './options.ts';
import { queryCommand } from './query.ts';
import { rejectedCommand } from './rejected.ts';
import { savedCommand } from './saved.ts';
import { schedulesCommand } from './schedules.ts';
import { serveCommand } from './serve.ts';
import { setupCommand } from './setup.ts';
import { statusCommand } from './status.ts';
import { tailCommand } from './tail.ts';
import { OutputClosed, type Terminal } from './terminal.ts';

const helpColumnsMax = 110;

/** The whole command line; docs/cli.md has a section for each of its commands. */
export function program(effects: CliEffects): Command {
  const { terminal } = effects;
  const helpColumns = Math.min(terminal.columns ?? helpColumnsMax, helpColumnsMax);
  const root = new Command('shiplog')
    .description(
      'A flight recorder for Amazon ECS: keeps every lifecycle event and answers questions about the past.',
    )
    .version(effects.version, '-V, --version', 'print the version')
    .option('--no-color', 'print without colours, as NO_COLOR does')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out(text),
      writeErr: (text) => terminal.err(text),
      getOutHelpWidth: () => helpColumns,
      getErrHelpWidth: () => helpColumns,
    });
  const groups: Readonly<Record<string, readonly Command[]>> = {
    'Record:': [
      demoCommand(effects),
      importCommand(effects),
      collectCommand(effects),
      serveCommand(effects),
      setupCommand(effects),
      statusCommand(effects),
      rejectedCommand(effects),
    ],
    'Ask a question:': investigations.map((investigation) => investigateCommand(investigation, effects)),
    'Query:': [
      queryCommand(effects),
      tailCommand(effects),
      explainCommand(effects),
      lintCommand(effects),
      fmtCommand(effects),
    ],
    'Keep:': [
      savedCommand(effects),
      lookupCommand(effects),
      schedulesCommand(effects),
      credentialsCommand(effects),
    ],
  };
  for (const [group, commands] of Object.entries(groups)) {
    for (const command of commands) {
      root.addCommand(command.copyInheritedSettings(root).helpGroup(group));
      for (const part of command.commands) part.copyInheritedSettings(command);
    }
  }
  return withExamples(root, [
    ['shiplog demo', 'record a simulated fleet and see the seven answers'],
    ['shiplog import events.json.gz', 'record your own events'],
    ['shiplog stops --service checkout', 'why do the tasks of this service keep dying?'],
  ]);
}

/** Resolves to the exit code; never rejects. */
export async function run(args: readonly string[], effects: CliEffects): Promise<number> {
  const { terminal } = effects;
  try {
    await program(effects).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
    // The reader of a pipe has seen enough (`| head`): that is its right, and no failure.
    if (cause instanceof OutputClosed) return 0;
    const { exitCode, message } = explainFailure(cause, terminal);
    if (message !== '') terminal.err(`${message}\n`);
    return exitCode;
  }
}

interface Ending {
  readonly exitCode: number;
  readonly message: string;
}

function explainFailure(cause: unknown, terminal: Terminal): Ending {
  const said = (exitCode: number, message: string): Ending => ({ exitCode, message: `shiplog: ${message}` });
  if (terminal.interrupted.aborted) {
    return cause instanceof CliFailure && cause.exitCode === 130
      ? said(130, cause.message)
      : { exitCode: 130, message: '' };
  }
  if (cause instanceof QueryRejected) {
    return {
      exitCode: 2,
      message: drawDiagnostics(cause.text, cause.diagnostics, terminal).trimEnd(),
    };
  }
  if (cause instanceof ConfigError) return said(2, cause.message);
  if (cause instanceof CliFailure) {
    return cause.message === ''
      ? { exitCode: cause.exitCode, message: '' }
      : said(cause.exitCode, cause.message);
  }
  if (cause instanceof FilterPatternRejected) return said(2, cause.message);
  if (cause instanceof UnknownLogGroup) {
    return said(
      2,
      `There is no log group ${cause.logGroup}. "shiplog status" lists those that are recorded.`,
    );
  }
  if (cause instanceof InvestigationInputError) return said(2, inputMessage(cause));
  if (terminal.env.SHIPLOG_DEBUG && cause instanceof Error) return said(1, cause.stack ?? cause.message);
  return said(1, cause instanceof Error ? cause.message : String(cause));
}

function inputMessage({ message, suggestions }: InvestigationInputError): string {
  return suggestions.length === 0
    ? message
    : `${message}\n${suggestions.map((suggestion) => `  ${suggestion}`).join('\n')}`;
}
