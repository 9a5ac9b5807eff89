// The rows of a query in the four formats. Absent cells stay absent: no key in JSON, nothing in CSV and in a table.

import type { QueryResult } from '../queries/query.ts';
import type { Format } from './options.ts';
import { counted, formatBytes, formatDuration } from './quantities.ts';
import { renderCsv } from './render-csv.ts';
import { renderTable } from './render-table.ts';
import type { Style } from './terminal.ts';

/** Ready to print; a table leaves out the `@ptr` column, which is for programs. */
export function renderRows(result: QueryResult, format: Format, style: Style): string {
  const names = result.columns.map(({ name }) => name);
  switch (format) {
    case 'csv':
      return renderCsv(names, result.rows);
    case 'ndjson':
      return result.rows.map((row) => `${JSON.stringify(rowObject(names, row))}\n`).join('');
    case 'json':
      return `${JSON.stringify({ ...result, rows: result.rows.map((row) => rowObject(names, row)) }, null, 2)}\n`;
    case 'table':
      return tableText(result, style);
  }
}

function rowObject(
  names: readonly string[],
  row: readonly (string | null)[],
): Readonly<Record<string, string>> {
  const cells = names.flatMap((name, index) => {
    const cell = row[index] ?? null;
    return cell === null ? [] : [[name, cell] as const];
  });
  return Object.fromEntries(cells);
}

function tableText(result: QueryResult, style: Style): string {
  const shown = result.columns.flatMap((column, index) =>
    column.name === '@ptr' ? [] : [{ column, index }],
  );
  if (result.rows.length === 0 || shown.length === 0) return '';
  const columns = shown.map(({ column }) => ({
    title: column.name,
    align: column.kind === 'number' ? ('right' as const) : ('left' as const),
  }));
  const rows = result.rows.map((row) => shown.map(({ index }) => ({ text: row[index] ?? '' })));
  return `${renderTable({ columns, rows }, style).join('\n')}\n`;
}

/** What the console says under a result: how much was found, in how much, how fast. */
export function resultLine({ rows, statistics, durationMs }: QueryResult): string {
  const { recordsMatched, recordsScanned, bytesScanned, logGroupsScanned } = statistics;
  const scanned = `${counted(recordsScanned, 'event')} (${formatBytes(bytesScanned)}) in ${counted(logGroupsScanned, 'log group')}`;
  return `${counted(rows.length, 'row')}. ${counted(recordsMatched, 'event')} matched of ${scanned}, ${formatDuration(durationMs)}.`;
}
