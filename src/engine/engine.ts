// What queries/ may ask of an engine that runs statements. Implementations: duckdb/ (clickhouse/ and cloudwatch/ follow).

import type { CellValue, Statement } from './statement.ts';

/** Row-major, one cell per statement column. */
export type Rows = readonly (readonly CellValue[])[];

export interface StatementResult {
  readonly rows: Rows;
}

/** The engine had not the memory, or the disk beside it, that a statement needs. It goes on with other statements. */
export class OutOfMemory extends Error {
  constructor(cause: unknown) {
    super('the engine has not the memory for this statement', { cause });
    this.name = 'OutOfMemory';
  }
}

/** A statement made a text beyond the limit that stands in the statement itself (sql/duckdb-template.ts). */
export class TextTooLong extends Error {
  constructor(cause: unknown) {
    super('the statement makes a text that is too long', { cause });
    this.name = 'TextTooLong';
  }
}

export interface Engine {
  /** Runs one statement to its end. Rejects with an AbortError as soon as `signal` fires, with OutOfMemory, TextTooLong, or an Error. */
  run(statement: Statement, signal?: AbortSignal): Promise<StatementResult>;
  /**
   * As `run`, for results that memory should not hold: `take` gets the rows in order, as many at a time as may be converted
   * without holding up other work, and is waited for. What it throws ends the statement.
   */
  stream(
    statement: Statement,
    take: (rows: Rows) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Lends an engine whose statements all see the events of one moment; they run one after another. */
  snapshot<T>(work: (engine: Engine) => Promise<T>, signal?: AbortSignal): Promise<T>;
}
