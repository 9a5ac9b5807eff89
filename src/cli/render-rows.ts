// The rows of a query in the four formats. Absent cells stay absent: no key in JSON, nothing in CSV and in a table.

import { formatDuration } from '../investigations/wording.ts';
import type { QueryResult } from '../queries/query.ts';
import { csvRecord } from '../store/csv.ts';
import type { Format } from './options.ts';
import { counted, formatBytes } from './quantities.ts';
import { renderCsv } from './render-csv.ts';
import { renderTable } from './render-table.ts';
import type { Style } from './terminal.ts';

/**
 * Pieces to print one after another: a large result is longer than one string may be. A table leaves out the `@ptr`
 * column, which is for programs.
 */
export function* renderRows(
  result: QueryResult,
  format: Format,
  style: Style,
): Generator<string, void, undefined> {
  const names = result.columns.map(({ name }) => name);
  switch (format) {
    case 'csv':
      yield renderCsv(names, []);
      for (const row of result.rows) yield csvRecord(row);
      return;
    case 'ndjson':
      for (const row of result.rows) yield `${JSON.stringify(rowObject(names, row))}\n`;
      return;
    case 'json':
      yield* jsonPieces(result, names);
      return;
    case 'table':
      yield* tablePieces(result, style);
  }
}

/** One document; every row on a line of its own. */
function* jsonPieces(
  { rows, ...rest }: QueryResult,
  names: readonly string[],
): Generator<string, void, undefined> {
  const around = JSON.stringify(rest, null, 2);
  yield `${around.slice(0, around.lastIndexOf('\n'))},\n  "rows": [`;
  for (const [index, row] of rows.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(rowObject(names, row))}`;
  }
  yield rows.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}

const pieceCharsMin = 65_536;

/** The same text in fewer, larger pieces, each worth a write. */
export function* gathered(pieces: Iterable<string>): Generator<string, void, undefined> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < pieceCharsMin) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
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

function* tablePieces(result: QueryResult, style: Style): Generator<string, void, undefined> {
  const shown = result.columns.flatMap((column, index) =>
    column.name === '@ptr' ? [] : [{ column, index }],
  );
  if (result.rows.length === 0 || shown.length === 0) return;
  const columns = shown.map(({ column }) => ({
    title: column.name,
    align: column.kind === 'number' ? ('right' as const) : ('left' as const),
  }));
  const rows = result.rows.map((row) => shown.map(({ index }) => ({ text: row[index] ?? '' })));
  for (const line of renderTable({ columns, rows }, style)) yield `${line}\n`;
}

/** What the console says under a result: how much was found, in how much, how fast. */
export function resultLine({ rows, statistics, durationMs }: QueryResult): string {
  const { recordsMatched, recordsScanned, bytesScanned, logGroupsScanned } = statistics;
  const scanned = `${counted(recordsScanned, 'event')} (${formatBytes(bytesScanned)}) in ${counted(logGroupsScanned, 'log group')}`;
  return `${counted(rows.length, 'row')}. ${counted(recordsMatched, 'event')} matched of ${scanned}, ${formatDuration(durationMs)}.`;
}
