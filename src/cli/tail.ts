// `shiplog tail`: the newest events, one line each, and with --follow those that come, until Ctrl-C.

import { Command, Option } from 'commander';
import { headlineOf } from '../investigations/headline.ts';
import { tailRecordedEventsMax } from '../limits.ts';
import type { TailedEvent, TailUpdate } from '../queries/tail-session.ts';
import type { Backend } from './backend.ts';
import { pad, printable } from './cell-text.ts';
import type { CliEffects } from './effects.ts';
import { wrongCall } from './failure.ts';
import { withBackend } from './open-backend.ts';
import {
  type FormatOptions,
  type PlaceOptions,
  parseCount,
  withExamples,
  withFormat,
  withPlace,
} from './options.ts';
import { formatTime } from './quantities.ts';
import { renderCsv } from './render-csv.ts';
import { outStyle, type Style, type Terminal } from './terminal.ts';
import { parseRange } from './time-range.ts';
import { tonePaint, toneSign } from './tone.ts';

interface TailOptions extends PlaceOptions, FormatOptions {
  readonly cluster?: readonly string[];
  readonly filter?: string;
  readonly since?: string;
  readonly lines?: number;
  readonly follow?: boolean;
}

/** Without --since and --lines, as `tail` elsewhere, but a screen's worth. */
const linesDefault = 20;

export function tailCommand(effects: CliEffects): Command {
  const command = new Command('tail')
    .description('show the newest events in words and, with --follow, those that come')
    .argument('[log-group...]', 'log groups (default: every log group of ECS events)')
    .option('--cluster <name>', 'only the events of this ECS cluster; repeat it for several', collect)
    .option('--filter <pattern>', 'only events that match this CloudWatch Logs filter pattern')
    .option('--since <duration>', 'begin with the events of the last 90s, 10m, 3h, 7d')
    .addOption(
      new Option(
        '-n, --lines <n>',
        `begin with at most so many events (default: ${linesDefault}, with --since all)`,
      ).argParser((text) => parseCount(text, tailRecordedEventsMax)),
    )
    .option('-f, --follow', 'go on with what comes, until Ctrl-C; needs a running server');
  withFormat(withPlace(command));
  withExamples(command, [
    ['shiplog tail', 'the last twenty events of all clusters'],
    ['shiplog tail --cluster prod --since 10m --follow', 'watch a cluster, from ten minutes ago on'],
    [
      `shiplog tail -f --filter '{ $.detail.stopCode = "TaskFailedToStart" }'`,
      'tasks that fail to start, as they do',
    ],
    ['shiplog tail -f --format ndjson | jq -r .message', 'the events as they are, for another program'],
  ]);
  return command.action((logGroups: readonly string[], options: TailOptions) =>
    runTail(logGroups, options, effects),
  );
}

const collect = (name: string, names: readonly string[] = []): readonly string[] => [...names, name];

async function runTail(
  logGroups: readonly string[],
  options: TailOptions,
  effects: CliEffects,
): Promise<void> {
  const { terminal } = effects;
  const { format, follow = false } = options;
  if (follow && format === 'json') {
    throw wrongCall('--follow has no end, and a JSON document needs one. Use --format ndjson.');
  }
  await withBackend(options, effects, 'read', async (backend) => {
    try {
      await print(updatesOf(backend, logGroups, options, terminal), options, terminal);
    } catch (cause) {
      // Ctrl-C is how a tail that follows ends.
      if (!follow || !terminal.interrupted.aborted) throw cause;
    }
  });
}

async function* updatesOf(
  backend: Backend,
  logGroups: readonly string[],
  { cluster: clusters = [], filter, since, lines, follow = false }: TailOptions,
  terminal: Terminal,
): AsyncGenerator<TailUpdate> {
  const now = { startMs: terminal.nowMs(), endMs: terminal.nowMs() };
  const sinceMs =
    since === undefined ? undefined : (await parseRange({ since }, now.endMs, async () => now)).startMs;
  const first = lines ?? (since === undefined ? linesDefault : undefined);
  const asked = { logGroups, clusters, filter, sinceMs, lines: first, follow };
  yield* backend.tail(asked, terminal.interrupted);
}

async function print(
  updates: AsyncIterable<TailUpdate>,
  { format, follow = false }: TailOptions,
  terminal: Terminal,
): Promise<void> {
  const style = outStyle(terminal);
  const all: TailedEvent[] = [];
  let warned = false;
  let header = format === 'csv';
  let first = true;
  for await (const { events, sampled } of updates) {
    if (sampled && !warned) terminal.err(`${leftOut}\n`);
    warned = sampled;
    if (first && events.length === 0 && format === 'table') terminal.err(`${quiet(follow)}\n`);
    first = false;
    if (format === 'json') all.push(...events);
    else {
      const text = rendered(events, format, style, header);
      if (text !== '') await terminal.out(text);
      header = false;
    }
  }
  if (format === 'json') await terminal.out(`${JSON.stringify(all, null, 2)}\n`);
}

const quiet = (follow: boolean): string =>
  follow ? 'Waiting for events (Ctrl-C ends it) …' : 'No such event is recorded.';

const leftOut =
  'shiplog: There are more events than a tail shows; some are left out. "shiplog query" reads them all.';

function rendered(
  events: readonly TailedEvent[],
  format: Exclude<FormatOptions['format'], 'json'>,
  style: Style,
  header: boolean,
): string {
  if (format === 'ndjson') return events.map((event) => `${JSON.stringify(event)}\n`).join('');
  if (format === 'table') return events.map((event) => `${renderEvent(event, style)}\n`).join('');
  const csv = renderCsv(
    ['timestamp', 'ingestionTime', 'logGroup', 'logStream', 'message'],
    events.map(({ timestampMs, ingestionMs, logGroup, logStream, message }) => [
      new Date(timestampMs).toISOString(),
      new Date(ingestionMs).toISOString(),
      logGroup,
      logStream,
      message,
    ]),
  );
  return header ? csv : csv.slice(csv.indexOf('\n') + 1);
}

/** Subjects of usual length stand in a column; a longer one moves the rest of its line. */
const subjectWidth = 24;

/** One event as a line: when (UTC), cluster and service, how bad, what. Never cut: the reason stands at its end. */
export function renderEvent({ timestampMs, logGroup, message }: TailedEvent, style: Style): string {
  const { colors, unicode } = style;
  const when = colors.dim(formatTime(timestampMs));
  const headline = headlineOf(message);
  if (headline === null) return `${when}  ${pad(printable(logGroup), subjectWidth)}    ${printable(message)}`;
  const { tone, subject, text } = headline;
  const sign = pad(toneSign(tone, unicode), unicode ? 1 : 2);
  const what =
    tone === 'neutral' || tone === 'info' ? printable(text) : tonePaint(tone, colors)(printable(text));
  const about = subject === '' ? logGroup : subject;
  return `${when}  ${pad(printable(about), subjectWidth)}  ${tonePaint(tone, colors)(sign)} ${what}`;
}
