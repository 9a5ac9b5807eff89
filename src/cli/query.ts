// `shiplog query`: one query in Logs Insights QL, its rows in four formats.

import { text as readAll } from 'node:stream/consumers';
import { Command } from 'commander';
import { drawDiagnostics } from './diagnostics.ts';
import type { CliEffects } from './effects.ts';
import { recordedRange, withBackend } from './open-backend.ts';
import {
  type FormatOptions,
  type GroupOptions,
  type PlaceOptions,
  withExamples,
  withFormat,
  withLimit,
  withLogGroups,
  withPlace,
  withRange,
} from './options.ts';
import { startProgress } from './progress.ts';
import { gathered, renderRows, resultLine } from './render-rows.ts';
import { outStyle } from './terminal.ts';
import { parseRange, type RangeOptions } from './time-range.ts';

interface QueryOptions extends PlaceOptions, FormatOptions, GroupOptions, RangeOptions {
  readonly limit?: number;
}

export function queryCommand(effects: CliEffects): Command {
  const command = new Command('query')
    .description('run a query in CloudWatch Logs Insights QL')
    .argument('<ql>', 'the query, or - to read it from standard input');
  withLimit(
    withRange(withLogGroups(withFormat(withPlace(command)))),
    'at most so many rows (default: 10,000)',
  );
  withExamples(command, [
    [`shiplog query 'stats count(*) by detail.lastStatus'`, 'how many events of each status'],
    [
      `shiplog query 'filter detail.stopCode = "TaskFailedToStart" | fields @timestamp, detail.stoppedReason' --since 7d`,
      'why tasks failed to start in the last week',
    ],
    [`shiplog query - --format csv < report.ql > report.csv`, 'a query from a file, its rows as CSV'],
  ]);
  return command.action((ql: string, options: QueryOptions) => runQueryCommand(ql, options, effects));
}

async function runQueryCommand(ql: string, options: QueryOptions, effects: CliEffects): Promise<void> {
  const { terminal } = effects;
  const text = ql === '-' ? await readAll(terminal.stdin) : ql;
  await withBackend(options, effects, 'read', async (backend) => {
    const nowMs = terminal.nowMs();
    const range = await parseRange(options, nowMs, async () =>
      recordedRange((await backend.status()).logGroups, nowMs),
    );
    const progress = startProgress(terminal, 'Running the query');
    const result = await backend
      .query(
        {
          text,
          logGroups: options.logGroup ?? 'all',
          ...range,
          ...(options.limit === undefined ? {} : { limit: options.limit }),
        },
        terminal.interrupted,
      )
      .finally(() => progress.stop());
    if (result.warnings.length > 0) terminal.err(drawDiagnostics(text, result.warnings, terminal));
    for (const piece of gathered(renderRows(result, options.format, outStyle(terminal))))
      await terminal.out(piece);
    if (options.format === 'table') terminal.err(`${resultLine(result)}\n`);
  });
}
