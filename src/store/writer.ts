// The one connection that changes the database. Its transactions run one after another.

import type { DuckDBConnection } from '@duckdb/node-api';

export class Writer {
  readonly #connection: DuckDBConnection;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  /** Runs `work` when everything before it has ended; nothing else writes meanwhile. */
  exclusively<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => work(this.#connection));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** As `exclusively`, in a transaction: durable when the promise resolves, without effect when it rejects. */
  transaction<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.exclusively(async (connection) => {
      await connection.run('BEGIN');
      try {
        const result = await work(connection);
        await connection.run('COMMIT');
        return result;
      } catch (error) {
        // When the commit itself failed there is nothing left to roll back.
        await connection.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /**
   * Makes the room of what was deleted free for what comes. While others read old rows the engine refuses; then it happens at a
   * later checkpoint, as it does by itself.
   */
  async freeSpace(): Promise<void> {
    await this.exclusively((connection) => connection.run('CHECKPOINT').catch(() => undefined));
  }

  close(): void {
    this.#connection.closeSync();
  }
}
