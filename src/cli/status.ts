// `shiplog status`: what is recorded, where, how much of it and how fresh it is.

import { Command } from 'commander';
import type { StatusReport } from './backend.ts';
import type { CliEffects } from './effects.ts';
import { withBackend } from './open-backend.ts';
import { type FormatOptions, type PlaceOptions, withExamples, withFormat, withPlace } from './options.ts';
import { counted, formatBytes, formatCount, formatTime } from './quantities.ts';
import { renderCsv } from './render-csv.ts';
import { renderTable } from './render-table.ts';
import { outStyle, type Style } from './terminal.ts';

export function statusCommand(effects: CliEffects): Command {
  const command = withFormat(
    withPlace(new Command('status').description('show what is recorded and how fresh it is')),
  );
  withExamples(command, [
    ['shiplog status', 'the data directory in your home'],
    ['shiplog status --server http://127.0.0.1:7410 --format json', 'a running server, for a script'],
  ]);
  return command.action((options: PlaceOptions & FormatOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const report = await backend.status();
      await effects.terminal.out(renderStatus(report, options.format, outStyle(effects.terminal)));
    }),
  );
}

export function renderStatus(report: StatusReport, format: FormatOptions['format'], style: Style): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'ndjson':
      return report.logGroups.map((group) => `${JSON.stringify(group)}\n`).join('');
    case 'csv':
      return renderCsv(
        ['name', 'events', 'bytes', 'firstEvent', 'lastEvent', 'lastIngestion'],
        report.logGroups.map((group) => [
          group.name,
          String(group.events),
          String(group.bytes),
          ...[group.firstEventMs, group.lastEventMs, group.lastIngestionMs].map((time) =>
            time === null ? null : new Date(time).toISOString(),
          ),
        ]),
      );
    case 'table':
      return statusText(report, style);
  }
}

function statusText(report: StatusReport, style: Style): string {
  const events = report.logGroups.reduce((sum, group) => sum + group.events, 0);
  const perEvent =
    events === 0 ? '' : ` (${formatCount(Math.round(report.diskBytes / events))} bytes per event)`;
  const head = `Shiplog ${report.version}, ${report.place}\n${counted(events, 'event')} in ${counted(report.logGroups.length, 'log group')}, ${formatBytes(report.diskBytes)} on disk${perEvent}.\n`;
  const aside =
    report.rejectedKept === 0
      ? ''
      : `${counted(report.rejectedKept, 'document')} rejected and kept aside; "shiplog rejected list" tells why.\n`;
  if (report.logGroups.length === 0) {
    return `${head}${aside}\nNothing is recorded yet. "shiplog demo" records a simulated fleet, "shiplog import FILE" your own events.\n`;
  }
  const left = { align: 'left' as const };
  const right = { align: 'right' as const };
  const columns = [
    { title: 'log group', ...left },
    { title: 'events', ...right },
    { title: 'size', ...right },
    { title: 'first event (UTC)', ...left },
    { title: 'last event (UTC)', ...left },
  ];
  const rows = report.logGroups.map((group) =>
    [
      group.name,
      formatCount(group.events),
      formatBytes(group.bytes),
      ...[group.firstEventMs, group.lastEventMs].map((time) =>
        time === null ? '' : formatTime(Math.floor(time / 1_000) * 1_000),
      ),
    ].map((text) => ({ text })),
  );
  return `${head}${aside}\n${renderTable({ columns, rows }, style).join('\n')}\n`;
}
