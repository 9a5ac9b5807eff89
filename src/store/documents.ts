// Small documents that must outlive the process: settings of log groups, tags, scheduled queries. One table of JSON texts in
// the database of the events; all of them in memory too, because there are thousands at most and they are read at every turn.

import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import type { Writer } from './writer.ts';

const ddl = 'CREATE TABLE IF NOT EXISTS documents (kind VARCHAR, id VARCHAR, body VARCHAR)';

/** The documents of one kind. `Value` is plain JSON. Reads see what is durable, nothing else. */
export interface Documents<Value> {
  /** Ordered by id. */
  list(): readonly (readonly [id: string, value: Value])[];
  get(id: string): Value | undefined;
  /** Creates or replaces; durable when it resolves. */
  put(id: string, value: Value): Promise<void>;
  /** As put, with what `change` makes of the value that is there; nothing else writes meanwhile. Throws what `change` throws. */
  change(id: string, change: (value: Value | undefined) => Value): Promise<void>;
  /** Durable when it resolves; without effect when there is none. */
  delete(id: string): Promise<void>;
}

export class DocumentStore {
  readonly #writer: Writer;
  readonly #kinds = new Map<string, Map<string, unknown>>();

  private constructor(writer: Writer) {
    this.#writer = writer;
  }

  static async load(connection: DuckDBConnection, writer: Writer): Promise<DocumentStore> {
    await connection.run(ddl);
    const loaded = new DocumentStore(writer);
    const known = await connection.runAndReadAll('SELECT kind, id, body FROM documents');
    for (const [kind, id, body] of known.getRows())
      loaded.#of(String(kind)).set(String(id), JSON.parse(String(body)));
    return loaded;
  }

  /** Every caller names another kind, and alone knows the shape of its values. */
  documents<Value>(kind: string): Documents<Value> {
    const kept = this.#of(kind);
    return {
      list: () => [...kept].sort(byId).map(([id, value]) => [id, value as Value]),
      get: (id) => kept.get(id) as Value | undefined,
      put: (id, value) => this.#change(kind, id, () => value),
      change: (id, change) => this.#change(kind, id, (value) => change(value as Value | undefined)),
      delete: async (id) => {
        if (!kept.has(id)) return;
        await this.#writer.transaction(async (connection) => {
          await connection.run('DELETE FROM documents WHERE kind = $1 AND id = $2', [kind, id]);
        });
        kept.delete(id);
      },
    };
  }

  async #change(kind: string, id: string, change: (value: unknown) => unknown): Promise<void> {
    const kept = this.#of(kind);
    const body = await this.#writer.transaction(async (connection) => {
      const next = JSON.stringify(change(kept.get(id)));
      await connection.run('DELETE FROM documents WHERE kind = $1 AND id = $2', [kind, id]);
      const values = [kind, id, next];
      await connection.run(
        'INSERT INTO documents VALUES ($1, $2, $3)',
        values,
        values.map(() => VARCHAR),
      );
      return next;
    });
    // What the caller changes later in its own object is not what was stored.
    kept.set(id, JSON.parse(body));
  }

  #of(kind: string): Map<string, unknown> {
    const known = this.#kinds.get(kind) ?? new Map<string, unknown>();
    this.#kinds.set(kind, known);
    return known;
  }
}

const byId = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);
