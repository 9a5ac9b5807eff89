// What queries/ may ask of an engine that runs statements. Implementations: duckdb/ (clickhouse/ and cloudwatch/ follow).

import type { CellValue, Statement } from './statement.ts';

export interface StatementResult {
  /** Row-major, one cell per statement column. */
  readonly rows: readonly (readonly CellValue[])[];
}

export interface Engine {
  /** Runs one statement to its end. Rejects with an AbortError when `signal` fires, with an Error when the engine fails. */
  run(statement: Statement, signal?: AbortSignal): Promise<StatementResult>;
}
