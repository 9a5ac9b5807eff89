// Scheduled queries and their runs in four formats.

import type { Delivery, Run, ScheduleState } from '../schedules/schedule.ts';
import type { Format } from './options.ts';
import { formatTime } from './quantities.ts';
import { renderCsv } from './render-csv.ts';
import { renderTable } from './render-table.ts';
import type { Style } from './terminal.ts';

export function renderSchedules(schedules: readonly ScheduleState[], format: Format, style: Style): string {
  const titles = ['name', 'at', 'time zone', 'next', 'last run', 'destinations', 'query'];
  const rows = schedules.map((schedule) => [
    schedule.name,
    schedule.expression,
    schedule.timezone,
    nextText(schedule),
    lastText(schedule),
    schedule.destinations.map(({ place }) => place).join(', '),
    schedule.query,
  ]);
  return rendered(schedules, titles, rows, format, style, () =>
    schedules.length === 0
      ? `No query is scheduled yet. "shiplog schedules create NAME 'QUERY' --at 'cron(0 6 * * ? *)'" schedules one.\n`
      : undefined,
  );
}

export function renderSchedule(schedule: ScheduleState, format: Format, style: Style): string {
  if (format === 'json') return `${JSON.stringify(schedule, null, 2)}\n`;
  if (format !== 'table') return renderSchedules([schedule], format, style);
  const { name, description, query, logGroups, startOffsetSeconds, endOffsetSeconds } = schedule;
  const window = [
    startOffsetSeconds === undefined ? 'from the run before' : `from ${startOffsetSeconds} s before the run`,
    endOffsetSeconds === 0 ? 'to the run' : `to ${endOffsetSeconds} s before it`,
  ];
  const lines: readonly (readonly [string, string])[] = [
    ['name', name],
    ...(description === undefined ? [] : [['description', description] as const]),
    ['at', `${schedule.expression} ${schedule.timezone}`],
    ['looks', window.join(' ')],
    ...(logGroups.length === 0 ? [] : [['log groups', logGroups.join(', ')] as const]),
    ...schedule.destinations.map(({ kind, place }) => ['to', `${place} (${kind})`] as const),
    ['next (UTC)', nextText(schedule)],
    ['last run', lastText(schedule)],
  ];
  const width = Math.max(...lines.map(([title]) => title.length));
  const heading = lines.map(([title, text]) => `${style.colors.dim(title.padEnd(width))}  ${text}`);
  return `${[...heading, '', query].join('\n')}\n`;
}

export function renderRuns(runs: readonly Run[], format: Format, style: Style): string {
  const titles = ['triggered', 'status', 'query', 'deliveries', 'failure'];
  const rows = runs.map((run) => [
    formatTime(run.triggeredMs),
    run.status,
    run.queryId ?? '',
    run.deliveries.map(deliveryText).join(', '),
    run.failure ?? '',
  ]);
  return rendered(runs, titles, rows, format, style, () =>
    runs.length === 0 ? 'It has not run yet.\n' : undefined,
  );
}

const deliveryText = ({ place, status, written, failure }: Delivery): string =>
  status === 'done' ? (written ?? place) : `${place}: ${failure ?? status}`;

const nextText = ({ enabled, nextMs }: ScheduleState): string => {
  if (!enabled) return 'disabled';
  return nextMs === undefined ? 'never' : formatTime(nextMs);
};

const lastText = ({ lastRun }: ScheduleState): string =>
  lastRun === undefined ? '' : `${formatTime(lastRun.triggeredMs)} ${lastRun.status}`;

/** `none` says what a table without rows says. */
function rendered(
  values: readonly object[],
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  format: Format,
  style: Style,
  none: () => string | undefined,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(values, null, 2)}\n`;
    case 'ndjson':
      return values.map((value) => `${JSON.stringify(value)}\n`).join('');
    case 'csv':
      return renderCsv(titles, rows);
    case 'table': {
      const columns = titles.map((title) => ({ title, align: 'left' as const }));
      const cells = rows.map((row) => row.map((text) => ({ text })));
      return none() ?? `${renderTable({ columns, rows: cells }, style).join('\n')}\n`;
    }
  }
}
