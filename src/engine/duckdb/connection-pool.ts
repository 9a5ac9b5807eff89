// Connections that are lent to one user at a time: at most so many at once, further users wait their turn.

import type { DuckDBConnection } from '@duckdb/node-api';

export class ConnectionPool {
  readonly #connect: () => Promise<DuckDBConnection>;
  readonly #most: number;
  readonly #idle: DuckDBConnection[] = [];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];
  #open = 0;
  #onIdle: (() => void) | undefined;

  constructor(connect: () => Promise<DuckDBConnection>, most: number) {
    this.#connect = connect;
    this.#most = most;
  }

  /** Lends a connection that nobody else uses until `work` has ended. Waits while all are lent. */
  async lend<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#borrow();
    try {
      return await work(connection);
    } finally {
      this.#giveBack(connection);
    }
  }

  async #borrow(): Promise<DuckDBConnection> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#open >= this.#most) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#open++;
    try {
      return await this.#connect();
    } catch (error) {
      this.#open--;
      throw error;
    }
  }

  #giveBack(connection: DuckDBConnection): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(connection);
    else next(connection);
    if (this.#idle.length === this.#open) this.#onIdle?.();
  }

  /** Closes the connections when none is lent any more: whoever waited for work may have given up on it before its end. */
  async close(): Promise<void> {
    if (this.#idle.length < this.#open) await new Promise<void>((resolve) => (this.#onIdle = resolve));
    for (const connection of this.#idle) connection.closeSync();
    this.#idle.length = 0;
    this.#open = 0;
  }
}
