// Keeps saved queries in one table of the database of the events, and all of them in memory: there are at most a thousand.

import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import { savedQueriesMax } from '../limits.ts';
import {
  checkSavedQuery,
  type SavedQuery,
  type SavedQueryDraft,
  SavedQueryMissing,
  type SavedQueryParameter,
  type SavedQueryStore,
  TooManySavedQueries,
} from './saved-query.ts';
import type { Writer } from './writer.ts';

const ddl =
  'CREATE TABLE IF NOT EXISTS saved_queries (id VARCHAR, name VARCHAR, query VARCHAR, log_groups VARCHAR, parameters VARCHAR, modified_ms BIGINT)';

interface Parts {
  readonly writer: Writer;
  readonly clock: () => number;
}

export class SavedQueries implements SavedQueryStore {
  readonly #parts: Parts;
  readonly #queries = new Map<string, SavedQuery>();

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  static async load(connection: DuckDBConnection, parts: Parts): Promise<SavedQueries> {
    await connection.run(ddl);
    const loaded = new SavedQueries(parts);
    const known = await connection.runAndReadAll(
      'SELECT id, name, query, log_groups, parameters, modified_ms FROM saved_queries',
    );
    for (const [id, name, query, logGroups, parameters, modified] of known.getRows()) {
      loaded.#queries.set(String(id), {
        id: String(id),
        name: String(name),
        query: String(query),
        logGroups: JSON.parse(String(logGroups)) as string[],
        parameters: JSON.parse(String(parameters)) as SavedQueryParameter[],
        modifiedMs: Number(modified),
      });
    }
    return loaded;
  }

  savedQueries(): readonly SavedQuery[] {
    return [...this.#queries.values()].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  }

  async putSavedQuery(id: string, draft: SavedQueryDraft): Promise<SavedQuery> {
    checkSavedQuery(draft);
    const { name, query, logGroups, parameters } = draft;
    const modifiedMs = this.#parts.clock();
    await this.#parts.writer.transaction(async (connection) => {
      if (!this.#queries.has(id) && this.#queries.size >= savedQueriesMax) throw new TooManySavedQueries();
      await connection.run('DELETE FROM saved_queries WHERE id = $1', [id]);
      const values = [id, name, query, JSON.stringify(logGroups), JSON.stringify(parameters)];
      await connection.run(
        `INSERT INTO saved_queries VALUES ($1, $2, $3, $4, $5, ${modifiedMs})`,
        values,
        values.map(() => VARCHAR),
      );
    });
    const saved: SavedQuery = { id, name, query, logGroups, parameters, modifiedMs };
    this.#queries.set(id, saved);
    return saved;
  }

  async deleteSavedQuery(id: string): Promise<void> {
    await this.#parts.writer.transaction(async (connection) => {
      if (!this.#queries.has(id)) throw new SavedQueryMissing(id);
      await connection.run('DELETE FROM saved_queries WHERE id = $1', [id]);
    });
    this.#queries.delete(id);
  }
}

const sortKey = ({ name, id }: SavedQuery): string => `${name}\0${id}`;
