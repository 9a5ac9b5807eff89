// The rows of a query as the CSV of a lookup table. Inferred: the pointer to the event behind a row is not data and is left out.

import { csvRecord } from '../store/csv.ts';
import type { ResultColumn, ResultRow } from './query.ts';

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
