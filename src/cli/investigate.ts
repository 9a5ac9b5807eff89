// The commands of the investigations, made from their definitions: a new investigation is a new command by itself.

import { Command } from 'commander';
import type { Finding, FindingTable } from '../investigations/finding.ts';
import type { Investigation, InvestigationInput } from '../investigations/investigation.ts';
import type { CliEffects } from './effects.ts';
import { recordedRange, withBackend } from './open-backend.ts';
import {
  type FormatOptions,
  type PlaceOptions,
  withExamples,
  withFormat,
  withPlace,
  withRange,
} from './options.ts';
import { startProgress } from './progress.ts';
import { renderCsv } from './render-csv.ts';
import { renderFinding } from './render-finding.ts';
import { outStyle, type Style } from './terminal.ts';
import { parseRange, type RangeOptions } from './time-range.ts';

interface InvestigateOptions extends PlaceOptions, FormatOptions, RangeOptions {
  readonly showQuery?: boolean;
  readonly [input: string]: unknown;
}

export function investigateCommand(investigation: Investigation, effects: CliEffects): Command {
  const command = new Command(investigation.id).description(investigation.question);
  const positional = investigation.inputs.find((input) => input.positional === true);
  if (positional !== undefined) {
    command.argument(positional.required ? `<${positional.name}>` : `[${positional.name}]`, positional.help);
  }
  for (const input of investigation.inputs) {
    if (input === positional) continue;
    const flags = `--${input.name} <${input.name}>`;
    if (input.required) command.requiredOption(flags, input.help);
    else command.option(flags, input.help);
  }
  withRange(withFormat(withPlace(command)));
  command.option(
    '--show-query',
    'print the queries that found the evidence, and their form for the AWS console',
  );
  command.addHelpText('after', `\n${investigation.summary}`);
  withExamples(command, examples(investigation));
  return command.action(async (...given: readonly unknown[]) => {
    const argument = positional === undefined ? undefined : (given[0] as string | undefined);
    const options = command.opts<InvestigateOptions>();
    const inputs = inputsOf(investigation.inputs, positional, argument, options);
    await investigate(investigation, inputs, options, effects);
  });
}

type Inputs = Readonly<Record<string, string | undefined>>;

function inputsOf(
  inputs: readonly InvestigationInput[],
  positional: InvestigationInput | undefined,
  argument: string | undefined,
  options: InvestigateOptions,
): Inputs {
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const value = input === positional ? argument : options[input.name];
      return typeof value === 'string' ? [[input.name, value]] : [];
    }),
  );
}

async function investigate(
  investigation: Investigation,
  inputs: Inputs,
  options: InvestigateOptions,
  effects: CliEffects,
): Promise<void> {
  const { terminal } = effects;
  await withBackend(options, effects, 'read', async (backend) => {
    const nowMs = terminal.nowMs();
    const range = await parseRange(options, nowMs, async () =>
      recordedRange((await backend.status()).logGroups, nowMs),
    );
    const progress = startProgress(terminal, 'Looking through the events');
    const finding = await backend
      .investigate(investigation, { inputs, range }, terminal.interrupted)
      .finally(() => progress.stop());
    await terminal.out(renderAs(finding, options, outStyle(terminal)));
  });
}

function renderAs(finding: Finding, options: InvestigateOptions, style: Style): string {
  const [main] = finding.tables;
  switch (options.format) {
    case 'json':
      return `${JSON.stringify(finding, null, 2)}\n`;
    case 'csv':
      return main === undefined ? '' : tableCsv(main);
    case 'ndjson':
      return main === undefined ? '' : main.rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    case 'table':
      return renderFinding(finding, style, { queries: options.showQuery === true });
  }
}

/** Times as ISO 8601, durations in milliseconds, everything else as it is. */
function tableCsv(table: FindingTable): string {
  const rows = table.rows.map((row) =>
    table.columns.map(({ key, kind }) => {
      const value = row[key] ?? null;
      if (value === null) return null;
      return kind === 'time' && typeof value === 'number' ? new Date(value).toISOString() : String(value);
    }),
  );
  return renderCsv(
    table.columns.map(({ key }) => key),
    rows,
  );
}

/** Examples from the inputs' own placeholders, so that they are never out of date. */
function examples(investigation: Investigation): readonly (readonly [string, string])[] {
  const words = (wanted: (input: InvestigationInput) => boolean): string =>
    [
      `shiplog ${investigation.id}`,
      ...investigation.inputs
        .filter(wanted)
        .map((input) =>
          input.positional === true ? input.placeholder : `--${input.name} ${input.placeholder}`,
        ),
    ].join(' ');
  const needed = words((input) => input.required || input.positional === true);
  return [
    [needed, 'over everything recorded'],
    [`${needed} --since 3d --show-query`, 'of the last three days, with the queries behind the answer'],
    [`${needed} --format json`, 'the whole finding for a program'],
  ];
}
