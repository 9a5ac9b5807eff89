// The rows of a query's result as a table shows them: which columns, which cells, which event is behind a row.

import type { ResultColumn } from '../../src/queries/query.ts';
import type { QueryResult } from '../api/responses.ts';
import { formatTimestamp, parseTimestamp, type Zone } from '../format/time.ts';

export const pointerColumn = '@ptr';

export interface GridColumn extends ResultColumn {
  /** Position in the rows of the result. */
  readonly at: number;
  readonly alignRight: boolean;
}

/** The columns that are shown: all but the pointer. */
export const gridColumns = ({ columns }: QueryResult): readonly GridColumn[] =>
  columns
    .map(({ name, kind }, at) => ({
      name,
      kind,
      at,
      alignRight: kind === 'number' || kind === 'numericText',
    }))
    .filter(({ name }) => name !== pointerColumn);

/** Finds the pointer to the event behind a row; null for rows of aggregates, which have no single event. */
export function pointerOf({ columns }: QueryResult, row: readonly (string | null)[]): string | null {
  const at = columns.findIndex(({ name }) => name === pointerColumn);
  return at === -1 ? null : (row[at] ?? null);
}

/** A cell as text; times in the chosen zone. Null when the row has no such value. */
export function gridCell(value: string | null, kind: ResultColumn['kind'], zone: Zone): string | null {
  if (value === null || kind !== 'timestamp') return value;
  const timeMs = parseTimestamp(value);
  return timeMs === undefined ? value : formatTimestamp(timeMs, zone);
}
