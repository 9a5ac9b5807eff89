// The rows of a query as the CSV of a lookup table. Inferred: the pointer to the event behind a row is not data and is left out.

import { lookupTableBytesMax } from '../limits.ts';
import { csvRecord } from '../store/csv.ts';
import { InvalidLookupTable } from '../store/lookup-table.ts';
import type { QueryState, ResultColumn, ResultRow } from './query.ts';

/** The rows of a query that has ended, read in parts: there may be many. */
export interface RowPages extends Pick<QueryState, 'columns' | 'rowCount'> {
  page(start: number, count: number): Promise<readonly ResultRow[]>;
}

const rowsAtOnce = 1_000;

/** Throws InvalidLookupTable as soon as it is too much for a table. */
export async function csvOfPages({ columns, rowCount, page }: RowPages): Promise<string> {
  let csv = csvOfRows({ columns, rows: [] });
  const { length } = csv;
  for (let first = 0; first < rowCount; first += rowsAtOnce) {
    const rows = await page(first, rowsAtOnce);
    csv += csvOfRows({ columns, rows }).slice(length);
    if (csv.length > lookupTableBytesMax) {
      throw new InvalidLookupTable(
        `The rows make a CSV of more than ${lookupTableBytesMax} bytes (10 MB); show fewer or smaller fields, or fewer rows.`,
      );
    }
  }
  return csv;
}

export function csvOfRows({
  columns,
  rows,
}: {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly ResultRow[];
}): string {
  const kept = [...columns.keys()].filter((index) => columns[index]?.name !== '@ptr');
  const header = kept.map((index) => columns[index]?.name ?? '');
  return [header, ...rows.map((row) => kept.map((index) => row[index] ?? null))].map(csvRecord).join('');
}
