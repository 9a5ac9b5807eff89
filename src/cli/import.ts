// `shiplog import`: events from files, folders and standard input into the record, with an account of what was refused.

import { Command } from 'commander';
import { type ImportProgress, type ImportSummary, importFiles } from '../capture/import-files.ts';
import { formatDuration } from '../investigations/wording.ts';
import { printable } from './cell-text.ts';
import type { CliEffects } from './effects.ts';
import { CliFailure, interruption } from './failure.ts';
import { withBackend } from './open-backend.ts';
import { type FormatOptions, type PlaceOptions, withExamples, withFormat, withPlace } from './options.ts';
import { type Progress, startProgress } from './progress.ts';
import { counted, formatCount } from './quantities.ts';
import { renderCsv } from './render-csv.ts';
import { outStyle, type Style, type Terminal } from './terminal.ts';
import { toneSign } from './tone.ts';

const refusalsShown = 10;

export function importCommand(effects: CliEffects): Command {
  const command = new Command('import')
    .description('record events from files, folders or standard input')
    .argument('<path...>', 'files and folders, or - for standard input');
  withFormat(withPlace(command));
  command.addHelpText(
    'after',
    `
Reads EventBridge events as one document, an array, NDJSON or concatenated JSON, gzipped or not, and what CloudWatch
Logs exports, subscriptions and query results make of them. What is recorded already is recognised and not counted
twice. The exit code is 1 when anything was refused; everything else is recorded all the same.`,
  );
  withExamples(command, [
    ['shiplog import events.json.gz', 'one file'],
    ['shiplog import ./export', 'a folder with everything in it'],
    ['aws logs filter-log-events --log-group-name G | shiplog import -', 'from another program'],
  ]);
  return command.action((paths: readonly string[], options: PlaceOptions & FormatOptions) =>
    runImport(paths, options, effects),
  );
}

async function runImport(
  paths: readonly string[],
  options: PlaceOptions & FormatOptions,
  effects: CliEffects,
): Promise<void> {
  const { terminal } = effects;
  await withBackend(options, effects, 'write', async (backend) => {
    const startedMs = terminal.nowMs();
    const progress = shownProgress(terminal);
    const summary = await importFiles(
      { paths, stdin: terminal.stdin },
      backend,
      progress.show,
      terminal.interrupted,
    ).finally(progress.stop);
    if (summary.interrupted) throw interruption(whatIsKept(summary));
    const durationMs = terminal.nowMs() - startedMs;
    await terminal.out(renderSummary(summary, durationMs, options.format, outStyle(terminal)));
    if (summary.rejected > 0) throw new CliFailure(1, '');
  });
}

function whatIsKept({ stored, duplicates }: ImportSummary): string {
  const known = duplicates > 0 ? `, ${formatCount(duplicates)} known already` : '';
  return `${counted(stored, 'event')} recorded${known}. Import the same again for the rest.`;
}

/** A bar towards the bytes of all files; a clock while standard input is among them. */
function shownProgress(terminal: Terminal): { show(progress: ImportProgress): void; stop(): void } {
  let bar: Progress | undefined;
  return {
    show({ bytesRead, bytesTotal, read }) {
      bar ??= startProgress(terminal, 'Importing', bytesTotal ?? undefined);
      bar.update(bytesRead, `${formatCount(read)} events`);
    },
    stop: () => bar?.stop(),
  };
}

export function renderSummary(
  summary: ImportSummary,
  durationMs: number,
  format: FormatOptions['format'],
  style: Style,
): string {
  const { interrupted: _, ...account } = summary;
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...account, durationMs }, null, 2)}\n`;
    case 'ndjson':
      return summary.rejections.map((rejection) => `${JSON.stringify(rejection)}\n`).join('');
    case 'csv':
      return renderCsv(
        ['file', 'line', 'byteOffset', 'reason'],
        summary.rejections.map(({ file, line, byteOffset, reason }) => [
          file,
          textOf(line),
          textOf(byteOffset),
          reason,
        ]),
      );
    case 'table':
      return summaryText(summary, durationMs, style);
  }
}

const textOf = (number: number | null): string | null => (number === null ? null : String(number));

function summaryText(summary: ImportSummary, durationMs: number, style: Style): string {
  const { stored, duplicates, rejected, files, rejections } = summary;
  const counts = [
    `${counted(stored, 'event')} recorded`,
    ...(duplicates > 0 ? [`${formatCount(duplicates)} known already`] : []),
    ...(rejected > 0 ? [`${formatCount(rejected)} refused`] : []),
  ].join(', ');
  const sign = style.colors.red(toneSign('error', style.unicode));
  const refusals = rejections.slice(0, refusalsShown).map(({ file, line, reason }) => {
    const place = line === null ? file : `${file}:${line}`;
    return `${sign} ${printable(place)}: ${printable(reason)}\n`;
  });
  const hidden = rejected - refusals.length;
  const more =
    hidden > 0 ? `  and ${formatCount(hidden)} more; --format ndjson lists the first thousand\n` : '';
  return `${refusals.join('')}${more}${counts}, from ${counted(files, 'file')} in ${formatDuration(durationMs)}.\n`;
}
