// Opens a data directory: the store that writes it and the engine that queries it, over one DuckDB file.

import { Database } from '../engine/duckdb/database.ts';
import { duckDbEngine } from '../engine/duckdb/duckdb-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { Catalogue } from './catalogue.ts';
import { CommitFeed } from './commit-feed.ts';
import { CommitQueue } from './commit-queue.ts';
import { DocumentStore } from './documents.ts';
import { DuckDbStore } from './duckdb-store.ts';
import { LogGroups } from './log-groups.ts';
import { LookupTables } from './lookup-tables.ts';
import { RejectedArea } from './rejected.ts';
import { SavedQueries } from './saved-queries.ts';
import type { Store } from './store.ts';
import { Writer } from './writer.ts';

export interface StoreOptions {
  /** Created when absent. */
  readonly dataDir: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly threads?: number;
  readonly memoryMegabytesMax?: number;
  /** Statements of queries that run at once, see DatabaseOptions. */
  readonly readersMax?: number;
}

export interface OpenStore {
  readonly store: Store;
  readonly engine: Engine;
}

/**
 * Throws DataDirectoryInUse when another process holds the directory. `store.close()` gives it back; after a kill the next
 * open recovers everything that was acknowledged.
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const database = await Database.open(options);
  try {
    const connection = await database.connect();
    const catalogue = await Catalogue.load(connection);
    const writer = new Writer(connection);
    const { clock } = options;
    const feed = new CommitFeed();
    const queue = new CommitQueue(writer, catalogue, clock, feed);
    const lookups = await LookupTables.load(connection, { database, writer, clock });
    const saved = await SavedQueries.load(connection, { writer, clock });
    const documents = await DocumentStore.load(connection, writer);
    const rejected = await RejectedArea.load(connection, { database, writer, clock });
    return {
      store: new DuckDbStore({
        logGroups: new LogGroups({ catalogue, writer, clock }),
        database,
        catalogue,
        writer,
        queue,
        feed,
        clock,
        lookups,
        saved,
        documents,
        rejected,
      }),
      engine: duckDbEngine(database),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
