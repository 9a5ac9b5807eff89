// `shiplog collect`: events out of an SQS queue into the record, until Ctrl-C or until the queue is empty.

import { setTimeout as sleepFor } from 'node:timers/promises';
import { Command, Option } from 'commander';
import {
  type CollectCounts,
  type CollectEffects,
  type CollectSummary,
  collectQueue,
} from '../capture/sqs/collect-queue.ts';
import { type Queue, QueueProblem } from '../capture/sqs/queue.ts';
import { type QueueAddress, queueAddress } from '../capture/sqs/queue-url.ts';
import { openSqsQueue } from '../capture/sqs/sqs-queue.ts';
import { formatDuration } from '../investigations/wording.ts';
import { queueDrainWaitSeconds, queueWaitSeconds, queueWorkersDefault, queueWorkersMax } from '../limits.ts';
import { printable } from './cell-text.ts';
import type { CliEffects } from './effects.ts';
import { CliFailure, failure, wrongCall } from './failure.ts';
import { withBackend } from './open-backend.ts';
import {
  type FormatOptions,
  type PlaceOptions,
  parseCount,
  withExamples,
  withFormat,
  withPlace,
} from './options.ts';
import { startProgress } from './progress.ts';
import { counted, formatCount } from './quantities.ts';
import { renderCsv } from './render-csv.ts';
import type { Terminal } from './terminal.ts';

interface CollectCommandOptions extends PlaceOptions, FormatOptions {
  readonly queueUrl: string;
  readonly endpointUrl?: string;
  readonly workers?: number;
  readonly untilEmpty?: boolean;
}

/** Refusals that are told as they come; the others are counted. */
const refusalsTold = 20;
/** How often the counts are told where no line of progress is drawn: in the log of a service. */
const toldMs = 60_000;

export function collectCommand(effects: CliEffects): Command {
  const command = new Command('collect')
    .description('record the events that come to an SQS queue')
    .requiredOption('--queue-url <url>', 'the queue, as "aws sqs get-queue-url" prints it')
    .addOption(
      new Option(
        '--workers <n>',
        `readers of the queue at a time, while there is work (default: ${queueWorkersDefault})`,
      ).argParser((text) => parseCount(text, queueWorkersMax)),
    )
    .option('--until-empty', 'end when the queue is empty, for cron jobs')
    .option('--endpoint-url <url>', 'another place that answers as SQS does, such as an emulator');
  withFormat(withPlace(command));
  command.addHelpText(
    'after',
    `
A message is deleted from the queue when its events are durable, and not before. A message that holds no event is reported and
left there, for the queue's redrive policy. Credentials are found as AWS's own tools find them; the Region is that of the URL.
Ctrl-C finishes what is held.`,
  );
  withExamples(command, [
    [
      'shiplog collect --queue-url https://sqs.eu-west-1.amazonaws.com/111122223333/shiplog',
      'record what comes, until Ctrl-C',
    ],
    ['shiplog collect --queue-url "$QUEUE_URL" --until-empty --format json', 'record what is there, and end'],
    [
      'shiplog collect --queue-url "$QUEUE_URL" --server http://127.0.0.1:7410',
      'beside a server, which alone opens the directory',
    ],
  ]);
  return command.action((options: CollectCommandOptions) => runCollect(options, effects));
}

async function runCollect(options: CollectCommandOptions, effects: CliEffects): Promise<void> {
  const { terminal } = effects;
  const untilEmpty = options.untilEmpty ?? false;
  const address = readAddress(options.queueUrl);
  const endpointUrl = readEndpoint(options.endpointUrl, terminal);
  await withBackend(options, effects, 'write', async (backend) => {
    const waitSeconds = untilEmpty ? queueDrainWaitSeconds : queueWaitSeconds;
    const queue = await openSqsQueue({ address, endpointUrl, waitSeconds });
    const startedMs = terminal.nowMs();
    const shown = showing(terminal, address, untilEmpty);
    try {
      await warnOfNoDeadLetters(queue, address, shown.effects);
      const asked = { workers: options.workers ?? queueWorkersDefault, untilEmpty };
      const summary = await collectQueue(queue, backend, asked, shown.effects, terminal.interrupted);
      shown.stop();
      await terminal.out(renderSummary(summary, terminal.nowMs() - startedMs, options.format));
      if (untilEmpty && summary.refused > 0 && !terminal.interrupted.aborted) throw new CliFailure(1, '');
    } catch (cause) {
      throw cause instanceof QueueProblem ? failure(cause.message, cause) : cause;
    } finally {
      shown.stop();
      queue.close();
    }
  });
}

function readAddress(url: string): QueueAddress {
  const address = queueAddress(url);
  if (address !== null) return address;
  throw wrongCall(
    `--queue-url ${url}: not the URL of a queue. It looks like https://sqs.eu-west-1.amazonaws.com/111122223333/shiplog; "aws sqs list-queues" prints yours.`,
  );
}

/** As AWS's own tools choose it. */
function readEndpoint(given: string | undefined, { env }: Terminal): string | undefined {
  const url = given ?? env.AWS_ENDPOINT_URL_SQS ?? env.AWS_ENDPOINT_URL;
  if (url === undefined || url === '') return undefined;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw wrongCall(`--endpoint-url ${url}: not a URL. Write it as http://127.0.0.1:9324`);
}

/** Only a hint: whoever may not ask for attributes may still read the queue. */
async function warnOfNoDeadLetters(queue: Queue, { name }: QueueAddress, effects: CollectEffects) {
  const known = await queue.hasDeadLetterQueue().catch(() => true);
  if (known) return;
  effects.onNotice(
    `The queue ${name} has no redrive policy: messages that are no events come again and again until it forgets them.`,
  );
}

interface Showing {
  readonly effects: CollectEffects;
  stop(): void;
}

function showing(terminal: Terminal, { name }: QueueAddress, untilEmpty: boolean): Showing {
  const progress = startProgress(terminal, `Collecting from ${printable(name)}`);
  const rate = rateOf(terminal);
  let told = 0;
  let toldAtMs = terminal.nowMs();
  // The line of progress is drawn again below what is said.
  const say = (text: string): void =>
    terminal.err(`${terminal.errIsTty ? '\r\u001b[K' : ''}shiplog: ${text}\n`);
  const stopping = (): void => say('Stopping: storing and deleting what is held …');
  if (!untilEmpty && terminal.errIsTty) say(`Reading ${printable(name)} (Ctrl-C ends it) …`);
  terminal.interrupted.addEventListener('abort', stopping);
  return {
    effects: {
      nowMs: terminal.nowMs,
      sleep: (ms, signal) => sleepFor(ms, undefined, { signal }).catch(() => {}),
      every(periodMs, tick) {
        const timer = setInterval(tick, periodMs);
        return () => clearInterval(timer);
      },
      random: Math.random,
      onNotice: say,
      onRefused({ messageId, reason }) {
        told++;
        if (told <= refusalsTold)
          say(`The message ${printable(messageId)} is left in the queue: ${printable(reason)}`);
        if (told === refusalsTold) say('More of them are counted, not shown.');
      },
      onProgress(counts) {
        const text = `${countsText(counts)}, ${rate(counts.received)}/s`;
        progress.update(counts.received, text);
        if (terminal.errIsTty || terminal.nowMs() < toldAtMs + toldMs) return;
        toldAtMs = terminal.nowMs();
        say(text);
      },
    },
    stop() {
      progress.stop();
      terminal.interrupted.removeEventListener('abort', stopping);
    },
  };
}

const rateMs = 3_000;

/** Messages a second, of the last seconds. */
function rateOf(terminal: Terminal): (received: number) => string {
  let mark = { atMs: terminal.nowMs(), received: 0 };
  let shown = '0';
  return (received) => {
    const elapsedMs = terminal.nowMs() - mark.atMs;
    if (elapsedMs < rateMs) return shown;
    shown = formatCount(Math.round(((received - mark.received) * 1_000) / elapsedMs));
    mark = { atMs: terminal.nowMs(), received };
    return shown;
  };
}

function countsText({ received, stored, duplicates, refused }: CollectCounts): string {
  return [
    `${counted(received, 'message')} received`,
    `${counted(stored, 'event')} recorded`,
    ...(duplicates > 0 ? [`${formatCount(duplicates)} known already`] : []),
    ...(refused > 0 ? [`${formatCount(refused)} left in the queue`] : []),
  ].join(', ');
}

export function renderSummary(
  summary: CollectSummary,
  durationMs: number,
  format: FormatOptions['format'],
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...summary, durationMs }, null, 2)}\n`;
    case 'ndjson':
      return summary.refusals.map((refusal) => `${JSON.stringify(refusal)}\n`).join('');
    case 'csv':
      return renderCsv(
        ['messageId', 'reason'],
        summary.refusals.map(({ messageId, reason }) => [messageId, reason]),
      );
    case 'table':
      return `${countsText(summary)}, in ${formatDuration(durationMs)}.\n`;
  }
}
