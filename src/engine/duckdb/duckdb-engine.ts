// Runs statements on DuckDB: parameters bound, constants set before planning, stopped by an AbortSignal.

import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBType,
  HUGEINT,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';
import type { Engine } from '../engine.ts';
import { quoteIdentifier } from '../quote-identifier.ts';
import type { CellValue, ParameterValue, Statement } from '../statement.ts';
import type { Database } from './database.ts';
import { aborted, interruptible } from './interruptible.ts';
import { readRows } from './read-rows.ts';

/** An engine over the tables of `database`. At most `readersMax` statements run at once, others wait their turn. */
export function duckDbEngine(database: Database): Engine {
  const lend: Lend = (work, signal) => interruptible(database, signal, work);
  return {
    ...statementsOn(lend),
    snapshot: (work, signal) =>
      interruptible(
        database,
        signal,
        async (connection) => {
          await connection.run('BEGIN TRANSACTION READ ONLY');
          return work(engineOn(connection));
        },
        endTransaction,
      ),
  };
}

/** There is none when it did not come to one. */
async function endTransaction(connection: DuckDBConnection): Promise<void> {
  await connection.run('ROLLBACK').catch(() => undefined);
}

/** Gives a connection to some work until that has ended or the signal has fired. */
type Lend = <T>(work: (connection: DuckDBConnection) => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** An engine over one connection that is lent already: it takes one statement at a time. */
function engineOn(connection: DuckDBConnection): Engine {
  let last: Promise<unknown> = Promise.resolve();
  const lend: Lend = (work) => {
    const turn = last.then(() => work(connection));
    last = turn.catch(() => undefined);
    return turn;
  };
  const engine: Engine = { ...statementsOn(lend), snapshot: (work) => work(engine) };
  return engine;
}

function statementsOn(lend: Lend): Pick<Engine, 'run' | 'stream'> {
  const stream: Engine['stream'] = (statement, take, signal) =>
    lend(
      (connection) =>
        prepared(connection, statement, signal, async (ready) => {
          const result = await ready.stream();
          for (;;) {
            if (signal?.aborted) throw aborted();
            const chunk = await result.fetchChunk();
            if (chunk === null || chunk.rowCount === 0) return;
            for (const rows of readRows(chunk)) {
              await take(rows);
              await otherWork();
              if (signal?.aborted) throw aborted();
            }
          }
        }),
      signal,
    );
  return {
    stream,
    run: async (statement, signal) => {
      const rows: (readonly CellValue[])[] = [];
      await stream(statement, (more) => void rows.push(...more), signal);
      return { rows };
    },
  };
}

/** Lets everything that waits in the event loop have its turn. */
const otherWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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
  } catch (error) {
    // A result that was not read to its end would keep its memory, and the events as they were when it began.
    await connection.run('SELECT 1').catch(() => undefined);
    throw error;
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
