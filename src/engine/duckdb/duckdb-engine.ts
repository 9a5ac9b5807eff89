// Runs statements on DuckDB: parameters bound, constants set before planning, stopped by an AbortSignal.

import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDecimalValue,
  type DuckDBMaterializedResult,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
  HUGEINT,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';
import type { Engine } from '../engine.ts';
import { quoteIdentifier } from '../quote-identifier.ts';
import type { CellValue, ParameterValue, Statement } from '../statement.ts';
import type { Database } from './database.ts';

/** An engine over the tables of `database`. At most `readersMax` statements run at once, others wait their turn. */
export function duckDbEngine(database: Database): Engine {
  const onReader = <T>(
    signal: AbortSignal | undefined,
    work: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> =>
    database.withReader(async (connection) => {
      if (signal?.aborted) throw aborted();
      const stop = (): void => connection.interrupt();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        return await work(connection);
      } catch (error) {
        throw signal?.aborted ? aborted() : error;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    });
  return {
    run: (statement, signal) =>
      onReader(signal, (connection) =>
        prepared(connection, statement, signal, async (ready) => {
          const result = await ready.run();
          if (signal?.aborted) throw aborted();
          return { rows: await readRows(result) };
        }),
      ),
    stream: (statement, take, signal) =>
      onReader(signal, (connection) =>
        prepared(connection, statement, signal, async (ready) => {
          const result = await ready.stream();
          for await (const rows of result.yieldRows()) {
            if (signal?.aborted) throw aborted();
            take(rows.map((row) => row.map(cellValue)));
          }
        }),
      ),
  };
}

const aborted = (): DOMException => new DOMException('The statement was stopped', 'AbortError');

async function prepared<T>(
  connection: DuckDBConnection,
  statement: Statement,
  signal: AbortSignal | undefined,
  work: (ready: DuckDBPreparedStatement) => Promise<T>,
): Promise<T> {
  for (const [name, value] of Object.entries(statement.constants)) {
    await connection.run(`SET VARIABLE ${quoteIdentifier(name)} = $1`, [value]);
  }
  const ready = await connection.prepare(statement.text);
  try {
    bind(ready, statement.parameters);
    // An interrupt that came between two steps is forgotten by DuckDB, so it is looked for before each.
    if (signal?.aborted) throw aborted();
    return await work(ready);
  } finally {
    ready.destroySync();
  }
}

/** Binds by name: a text need not mention every parameter, since a compiler may have dropped the fragment that used one. */
function bind(prepared: DuckDBPreparedStatement, parameters: readonly ParameterValue[]): void {
  for (let index = 1; index <= prepared.parameterCount; index++) {
    const value = parameters[Number(prepared.parameterName(index).slice(1)) - 1];
    if (value === undefined)
      throw new Error(`the statement has no value for ${prepared.parameterName(index)}`);
    prepared.bindValue(index, value, parameterType(value));
  }
}

const int64Max = 2n ** 63n - 1n;

function parameterType(value: ParameterValue): DuckDBType {
  switch (typeof value) {
    case 'string':
      return VARCHAR;
    case 'boolean':
      return BOOLEAN;
    case 'bigint':
      return value <= int64Max && value >= -int64Max ? BIGINT : HUGEINT;
    case 'number':
      return DOUBLE;
    default:
      return SQLNULL;
  }
}

async function readRows(result: DuckDBMaterializedResult): Promise<CellValue[][]> {
  const rows = await result.getRows();
  return rows.map((row) => row.map(cellValue));
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
