// Rows as CSV after RFC 4180: CRLF between records, quotes where a cell needs them, absent cells empty.

import { csvRecord } from '../store/csv.ts';

/** A header and the records, ready to print, with a line break at the end. */
export function renderCsv(header: readonly string[], rows: Iterable<readonly (string | null)[]>): string {
  const lines = [csvRecord(header)];
  for (const row of rows) lines.push(csvRecord(row));
  return lines.join('');
}
