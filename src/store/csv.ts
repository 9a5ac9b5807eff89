// CSV after RFC 4180, read strictly and written: a table of reference data that was misread would give wrong answers that
// look right, so that everything doubtful is refused with its line. By hand, because the packages that read CSV mend ragged
// rows and stray quotes unless told otherwise, and none of them tells the line and the reason of each refusal.

export interface CsvTable {
  readonly header: readonly string[];
  /** As many cells each as the header has. */
  readonly rows: readonly (readonly string[])[];
}

/** Text that is no CSV. `message` is a sentence; `line` counts from 1. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/**
 * A header and its rows. Lines end in LF, CRLF or CR; a byte-order mark and blank lines are passed over; blanks around a
 * cell belong to it. Throws CsvError.
 */
export function readCsv(text: string): CsvTable {
  const records = readRecords(text.startsWith('\ufeff') ? text.slice(1) : text);
  const header = records.next().value?.cells;
  if (header === undefined) throw new CsvError(1, 'There is no header line.');
  const rows: (readonly string[])[] = [];
  for (const { cells, line } of records) {
    if (cells.length !== header.length) {
      throw new CsvError(line, `The line has ${cells.length} cells where the header has ${header.length}.`);
    }
    rows.push(cells);
  }
  return { header, rows };
}

interface Reader {
  readonly text: string;
  at: number;
  line: number;
}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

function* readRecords(text: string): Generator<CsvRecord, undefined, undefined> {
  const reader: Reader = { text, at: 0, line: 1 };
  while (reader.at < text.length) {
    const { line } = reader;
    if (skipLineEnd(reader)) continue;
    const cells = [readCell(reader)];
    while (text[reader.at] === ',') {
      reader.at += 1;
      cells.push(readCell(reader));
    }
    skipLineEnd(reader);
    yield { cells, line };
  }
}

const lineEnd = /\r\n|[\r\n]/y;

function skipLineEnd(reader: Reader): boolean {
  lineEnd.lastIndex = reader.at;
  const found = lineEnd.exec(reader.text)?.[0].length ?? 0;
  reader.at += found;
  reader.line += found > 0 ? 1 : 0;
  return found > 0;
}

const plain = /[^,\r\n"]*/y;

/** A cell up to the comma, the line end or the end of the text. */
function readCell(reader: Reader): string {
  const { text, line } = reader;
  if (text[reader.at] === '"') return readQuoted(reader);
  plain.lastIndex = reader.at;
  const cell = plain.exec(text)?.[0] ?? '';
  reader.at += cell.length;
  if (text[reader.at] === '"') {
    throw new CsvError(
      line,
      'A quote stands inside a cell that does not begin with one; put the cell in quotes.',
    );
  }
  return cell;
}

function readQuoted(reader: Reader): string {
  const { text, line } = reader;
  let cell = '';
  for (let start = reader.at + 1; ; ) {
    const quote = text.indexOf('"', start);
    if (quote === -1) throw new CsvError(line, 'A quote is never closed.');
    cell += text.slice(start, quote);
    reader.at = quote + 1;
    if (text[reader.at] !== '"') break;
    cell += '"';
    start = reader.at + 1;
  }
  reader.line += cell.match(/\r\n|[\r\n]/g)?.length ?? 0;
  if (reader.at < text.length && !/[,\r\n]/.test(text[reader.at] ?? '')) {
    throw new CsvError(reader.line, 'Text follows a closing quote; a quote inside a cell is written twice.');
  }
  return cell;
}

/** One record with its line break; absent cells are empty. */
export const csvRecord = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: string | null): string {
  if (cell === null) return '';
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
