// The options that commands share, with their help texts: where the events are, how to print, which time.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { resultRowsMax } from '../limits.ts';

export const formats = ['table', 'json', 'csv', 'ndjson'] as const;
export type Format = (typeof formats)[number];

/** Where a command finds the events. */
export interface PlaceOptions {
  readonly data?: string;
  readonly server?: string;
}
export interface FormatOptions {
  readonly format: Format;
}
export interface GroupOptions {
  readonly logGroup?: readonly string[];
}

export function withPlace(command: Command): Command {
  return command
    .option('--data <dir>', 'data directory (default: SHIPLOG_DATA, or .shiplog in your home directory)')
    .option('--server <url>', 'ask this server instead of opening a data directory');
}

export function withFormat(command: Command): Command {
  return command.addOption(
    new Option('--format <format>', 'how to print the answer').choices(formats).default('table'),
  );
}

export function withRange(command: Command): Command {
  return command
    .option(
      '--since <duration>',
      'only events of the last 90s, 30m, 3h, 7d, 2w (default: everything recorded)',
    )
    .option(
      '--start <time>',
      'only events since: ISO 8601 (UTC), epoch seconds or milliseconds, or 3h for three hours ago',
    )
    .option('--end <time>', 'only events up to: as --start, or now');
}

export function withLogGroups(command: Command): Command {
  const collect = (name: string, names: readonly string[] = []): readonly string[] => [...names, name];
  return command.option(
    '--log-group <name>',
    'only this log group; repeat it for several (default: all)',
    collect,
  );
}

export function withLimit(command: Command, what: string): Command {
  return command.option('--limit <n>', what, (text) => parseCount(text, resultRowsMax));
}

/** A whole number from 1 to `most`, for options that count. */
export function parseCount(text: string, most: number): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= most) return count;
  throw new InvalidArgumentError(`Not a whole number from 1 to ${most.toLocaleString('en-US')}.`);
}

/** Help text after the options: examples with a line of explanation each. */
export function withExamples(
  command: Command,
  examples: readonly (readonly [line: string, meaning: string])[],
): Command {
  const lines = examples.flatMap(([line, meaning]) => [`  # ${meaning}`, `  ${line}`]);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}\n`);
}
