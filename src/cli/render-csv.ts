// Rows as CSV after RFC 4180: CRLF between records, quotes where a cell needs them, absent cells empty.

/** A header and the records, ready to print, with a line break at the end. */
export function renderCsv(header: readonly string[], rows: Iterable<readonly (string | null)[]>): string {
  const lines = [csvRecord(header)];
  for (const row of rows) lines.push(csvRecord(row));
  return lines.join('');
}

/** One record with its line break. */
export const csvRecord = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: string | null): string {
  if (cell === null) return '';
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
