// Connections that are lent to one user at a time. Few may be new to their connection at once, so that a crowd of short users is
// served one after the other and leaves the machine to others; whoever keeps one for long does not keep the next one waiting.

import type { DuckDBConnection } from '@duckdb/node-api';

export interface PoolSize {
  /** Users that have had their connection for less than `patienceMs`. */
  readonly fresh: number;
  /** Users altogether. */
  readonly most: number;
  readonly patienceMs: number;
}

interface User {
  readonly freshUntilMs: number;
}

export class ConnectionPool {
  readonly #connect: () => Promise<DuckDBConnection>;
  readonly #size: PoolSize;
  readonly #idle: DuckDBConnection[] = [];
  readonly #waiting: ((user: User) => void)[] = [];
  readonly #users = new Set<User>();
  #timer: NodeJS.Timeout | undefined;
  #onIdle: (() => void) | undefined;

  constructor(connect: () => Promise<DuckDBConnection>, size: PoolSize) {
    this.#connect = connect;
    this.#size = size;
  }

  /** Lends a connection that nobody else uses until `work` has ended. Waits for its turn. */
  async lend<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const user = await new Promise<User>((resolve) => {
      this.#waiting.push(resolve);
      this.#letIn();
    });
    try {
      const connection = this.#idle.pop() ?? (await this.#connect());
      try {
        return await work(connection);
      } finally {
        this.#idle.push(connection);
      }
    } finally {
      this.#users.delete(user);
      this.#letIn();
      if (this.#users.size === 0) this.#onIdle?.();
    }
  }

  /** Those who may, and looks again when the next user stops being fresh, as long as somebody waits for that. */
  #letIn(): void {
    clearTimeout(this.#timer);
    const { fresh, most, patienceMs } = this.#size;
    const nowMs = performance.now();
    const freshUsers = [...this.#users].filter(({ freshUntilMs }) => freshUntilMs > nowMs);
    while (this.#waiting.length > 0 && this.#users.size < most && freshUsers.length < fresh) {
      const user = { freshUntilMs: nowMs + patienceMs };
      this.#users.add(user);
      freshUsers.push(user);
      this.#waiting.shift()?.(user);
    }
    const [oldest] = freshUsers;
    if (this.#waiting.length === 0 || this.#users.size >= most || oldest === undefined) return;
    this.#timer = setTimeout(() => this.#letIn(), oldest.freshUntilMs - nowMs + 1);
  }

  /** Closes the connections when none is lent any more: whoever waited for work may have given up on it before its end. */
  async close(): Promise<void> {
    if (this.#users.size > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
    for (const connection of this.#idle) connection.closeSync();
    this.#idle.length = 0;
  }
}
