// A chunk of DuckDB's result as rows, a few at a time: reading a cell takes about two microseconds, and whoever reads a whole
// chunk of wide rows at once holds up the server for longer than anybody should wait.

import { type DuckDBDataChunk, DuckDBDecimalValue, type DuckDBValue } from '@duckdb/node-api';
import type { Rows } from '../engine.ts';
import type { CellValue } from '../statement.ts';

/** What may be read at once, some 10 ms: cells, where so many characters are as much work as a cell. */
const cellsAtOnce = 5_000;
const charsPerCell = 500;

/** The rows of a chunk in portions that each take some milliseconds. Throws when a cell is no text, number or boolean. */
export function* readRows(chunk: DuckDBDataChunk): Generator<Rows> {
  let rows: CellValue[][] = [];
  let cells = 0;
  for (let index = 0; index < chunk.rowCount; index++) {
    const row = chunk.getRowValues(index).map(cellValue);
    rows.push(row);
    for (const cell of row) cells += 1 + (typeof cell === 'string' ? cell.length / charsPerCell : 0);
    if (cells < cellsAtOnce) continue;
    yield rows;
    rows = [];
    cells = 0;
  }
  if (rows.length > 0) yield rows;
}

function cellValue(value: DuckDBValue): CellValue {
  if (value === null) return null;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value;
    default:
      if (value instanceof DuckDBDecimalValue) return value.toDouble();
      throw new Error(`A statement must return text, numbers or booleans, not ${value.constructor.name}`);
  }
}
