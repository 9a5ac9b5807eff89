// What queries/ may ask of an engine that runs statements. Implementations: duckdb/ (clickhouse/ and cloudwatch/ follow).

import type { CellValue, Statement } from './statement.ts';

/** Row-major, one cell per statement column. */
export type Rows = readonly (readonly CellValue[])[];

export interface StatementResult {
  readonly rows: Rows;
}

export interface Engine {
  /** Runs one statement to its end. Rejects with an AbortError when `signal` fires, with an Error when the engine fails. */
  run(statement: Statement, signal?: AbortSignal): Promise<StatementResult>;
  /** As `run`, for results that memory should not hold: `take` gets some thousand rows at a time, in order. */
  stream(statement: Statement, take: (rows: Rows) => void, signal?: AbortSignal): Promise<void>;
}
