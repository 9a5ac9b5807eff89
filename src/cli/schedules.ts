// `shiplog schedules`: queries that the server runs by itself, where their rows go, and what became of them.

import { text as readAll } from 'node:stream/consumers';
import { Command, InvalidArgumentError } from 'commander';
import type { Destination, Run, ScheduleDraft } from '../schedules/schedule.ts';
import type { CliEffects } from './effects.ts';
import { failure } from './failure.ts';
import { withBackend } from './open-backend.ts';
import {
  type FormatOptions,
  type GroupOptions,
  type PlaceOptions,
  withExamples,
  withFormat,
  withPlace,
} from './options.ts';
import { startProgress } from './progress.ts';
import { renderRuns, renderSchedule, renderSchedules } from './render-schedules.ts';
import { outStyle } from './terminal.ts';
import { parseDuration } from './time-range.ts';

export function schedulesCommand(effects: CliEffects): Command {
  const command = new Command('schedules').description(
    'keep queries that the server runs by itself, and see what became of them',
  );
  const commands = [listCommand, showCommand, createCommand, deleteCommand, historyCommand, runCommand];
  for (const each of commands) command.addCommand(each(effects));
  return withExamples(command, [
    [
      `shiplog schedules create stops 'SOURCE logGroups() | stats count(*) by ecs.stopClass' --at 'cron(0 6 * * ? *)' --to s3://reports/stops`,
      'every morning at six (UTC), into exports/reports/stops of the data directory',
    ],
    [
      `shiplog schedules create errors 'filter level = "ERROR"' --log-group /app --at 'rate(5 minutes)' --to log-group:/errors`,
      'every five minutes, the errors into a log group of their own',
    ],
    ['shiplog schedules run stops', 'run it now'],
    ['shiplog schedules history stops', 'see what became of its runs'],
  ]);
}

type CommonOptions = PlaceOptions & FormatOptions;

function listCommand(effects: CliEffects): Command {
  const command = new Command('list').description('list the scheduled queries');
  return withFormat(withPlace(command)).action((options: CommonOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const schedules = await backend.schedules();
      await effects.terminal.out(renderSchedules(schedules, options.format, outStyle(effects.terminal)));
    }),
  );
}

function showCommand(effects: CliEffects): Command {
  const command = new Command('show').description('print a scheduled query').argument('<name>', 'its name');
  return withFormat(withPlace(command)).action((name: string, options: CommonOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const schedule = await backend.schedule(name);
      await effects.terminal.out(renderSchedule(schedule, options.format, outStyle(effects.terminal)));
    }),
  );
}

interface CreateOptions extends CommonOptions, GroupOptions {
  readonly at: string;
  readonly timezone: string;
  readonly back?: number;
  readonly until?: number;
  readonly to?: readonly Destination[];
  readonly description?: string;
  readonly disabled?: boolean;
}

function createCommand(effects: CliEffects): Command {
  const command = new Command('create')
    .description('keep a query and run it when its time comes')
    .argument('<name>', 'its name')
    .argument(
      '<ql>',
      'the query, or - to read it from standard input; it begins with SOURCE, or --log-group says what it reads',
    )
    .option(
      '--log-group <name>',
      'a log group that it reads, by name or ARN; repeat it for several',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .requiredOption(
      '--at <expression>',
      `when to run: 'cron(minutes hours day-of-month month day-of-week year)' as AWS writes it, or 'rate(5 minutes)'`,
    )
    .option('--timezone <name>', 'time zone of cron(…)', 'UTC')
    .option(
      '--back <duration>',
      'how far back each run looks, as 1h (default: to the run before)',
      parseSeconds,
    )
    .option(
      '--until <duration>',
      'how long before a run the time it looks at ends (default: 0s)',
      parseSeconds,
    )
    .option(
      '--to <destination>',
      'where the rows go: s3://bucket/prefix (a file below exports/ of the data directory), log-group:NAME or lookup-table:NAME; repeat it for several (default: nowhere; the result is kept as of any query)',
      (text: string, before: readonly Destination[] = []) => [...before, parseDestination(text)],
    )
    .option('--description <text>', 'what it is for')
    .option('--disabled', 'keep it, but do not run it');
  withFormat(withPlace(command));
  return command.action((name: string, ql: string, options: CreateOptions) =>
    withBackend(options, effects, 'write', async (backend) => {
      const { terminal } = effects;
      const query = ql === '-' ? (await readAll(terminal.stdin)).trimEnd() : ql;
      const schedule = await backend.createSchedule(draftOf(name, query, options));
      await terminal.out(renderSchedule(schedule, options.format, outStyle(terminal)));
    }),
  );
}

function draftOf(name: string, query: string, options: CreateOptions): ScheduleDraft {
  const { at, timezone, back, until, to, description, disabled, logGroup } = options;
  return {
    name,
    query,
    ...(description === undefined ? {} : { description }),
    logGroups: logGroup ?? [],
    expression: at,
    timezone,
    ...(back === undefined ? {} : { startOffsetSeconds: back }),
    endOffsetSeconds: until ?? 0,
    destinations: to ?? [],
    enabled: disabled !== true,
  };
}

function parseSeconds(text: string): number {
  const ms = parseDuration(text);
  if (ms !== undefined && ms % 1_000 === 0) return ms / 1_000;
  throw new InvalidArgumentError('Not a duration in whole seconds, such as 90s, 30m, 3h or 7d.');
}

function parseDestination(text: string): Destination {
  if (text.startsWith('s3://')) return { kind: 'file', place: text };
  const [, kind, place = ''] = /^(log-group|lookup-table):(.+)$/.exec(text) ?? [];
  if (kind === 'log-group' || kind === 'lookup-table') return { kind, place };
  throw new InvalidArgumentError('Not s3://bucket/prefix, log-group:NAME or lookup-table:NAME.');
}

function deleteCommand(effects: CliEffects): Command {
  const command = new Command('delete')
    .description('delete a scheduled query with its history; what it has written stays')
    .argument('<name>', 'its name');
  return withPlace(command).action((name: string, options: PlaceOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      await backend.deleteSchedule(name);
      await effects.terminal.out(`Deleted ${name}.\n`);
    }),
  );
}

function historyCommand(effects: CliEffects): Command {
  const command = new Command('history')
    .description('list the runs of a scheduled query, newest first')
    .argument('<name>', 'its name');
  return withFormat(withPlace(command)).action((name: string, options: CommonOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const runs = await backend.scheduleRuns(name);
      await effects.terminal.out(renderRuns(runs, options.format, outStyle(effects.terminal)));
    }),
  );
}

function runCommand(effects: CliEffects): Command {
  const command = new Command('run')
    .description('run a scheduled query now, enabled or not, and wait for it')
    .argument('<name>', 'its name');
  return withFormat(withPlace(command)).action((name: string, options: CommonOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const { terminal } = effects;
      const progress = startProgress(terminal, 'Running the query');
      const run = await backend.runSchedule(name).finally(() => progress.stop());
      await terminal.out(renderRuns([run], options.format, outStyle(terminal)));
      const problem = problemOf(run);
      if (problem !== undefined) throw failure(problem);
    }),
  );
}

/** A run that did not do what it was for ends the command with exit code 1. */
function problemOf({ failure: sentence, status, deliveries }: Run): string | undefined {
  if (status !== 'complete') return sentence ?? `The run is ${status}.`;
  const bad = deliveries.filter((delivery) => delivery.status !== 'done');
  if (bad.length === 0) return undefined;
  return bad.map(({ place, failure: why }) => `${place}: ${why}`).join('\n');
}
