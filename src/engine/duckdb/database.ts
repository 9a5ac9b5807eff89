// Opens the one DuckDB file of a data directory and lends connections to it. The only place that opens a database.

import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { engineMemoryMegabytes, engineSpillMegabytes } from '../../limits.ts';
import './keep-byte-order-marks.ts';
import { ConnectionPool } from './connection-pool.ts';
import {
  claimDirectory,
  DataDirectoryInUse,
  type Holder,
  readHolder,
  releaseDirectory,
  writeHolder,
} from './data-directory.ts';

export interface DatabaseOptions {
  readonly dataDir: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly threads?: number;
  readonly memoryMegabytesMax?: number;
  /** Statements of queries that run at once, further ones wait. Each occupies a thread of libuv's pool, which has four by default. */
  readonly readersMax?: number;
}

/** Rows of a row group: a transaction that appends as many writes them to the file at once, not to the log first. */
export const rowGroupRows = 32_768;
/** Rows of one DuckDB data chunk, at most. */
export const chunkRows = 2_048;
// 32 KB instead of 256 KB: small row groups of many columns leave much of a large block empty (measured in docs/adr).
const blockBytes = 32_768;
const databaseName = 'shiplog';

/** As many as leave one of libuv's four threads to all else; of short statements more at once are no faster and hold up the writer. */
const readersUsual = 3;
/** After which a statement counts as long and others may run beside it. */
const readerPatienceMs = 1_000;

/** One open data directory. Close it before the process ends; a kill is safe too. */
export class Database {
  readonly dataDir: string;
  readonly filePath: string;
  readonly #instance: DuckDBInstance;
  readonly #queries: ConnectionPool;
  readonly #looks: ConnectionPool;

  private constructor(dataDir: string, instance: DuckDBInstance, options: DatabaseOptions) {
    this.dataDir = dataDir;
    this.filePath = filePathOf(dataDir);
    this.#instance = instance;
    const connect = (): Promise<DuckDBConnection> => this.connect();
    const most = options.readersMax ?? readersUsual;
    this.#queries = new ConnectionPool(connect, {
      most,
      fresh: Math.min(most, readersUsual),
      patienceMs: readerPatienceMs,
    });
    this.#looks = new ConnectionPool(connect, { most: 1, fresh: 1, patienceMs: 0 });
    writeHolder(dataDir, { pid: process.pid, sinceMs: options.clock() });
  }

  /** Creates the directory and the file when absent. Throws DataDirectoryInUse when another process holds them. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const dataDir = claimDirectory(options.dataDir);
    try {
      return new Database(dataDir, await openInstance(dataDir, options), options);
    } catch (error) {
      releaseDirectory(dataDir, false);
      if (error instanceof Error && /set lock on file|being used by another process/i.test(error.message)) {
        throw new DataDirectoryInUse(dataDir, holderNamedBy(error.message, readHolder(dataDir)));
      }
      throw error;
    }
  }

  /** A connection of one's own, for the writer. */
  async connect(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect();
    await connection.run(`USE ${databaseName}`);
    return connection;
  }

  /** Lends a connection for a query. Waits while as many run as may. */
  withReader<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.#queries.lend(work);
  }

  /** Lends a connection for a short look at what is stored, which waits for no query. */
  withStoreReader<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.#looks.lend(work);
  }

  /** Waits for queries that still run. Then the log is in the file, and the file free, whatever results somebody still holds. */
  async close(): Promise<void> {
    await Promise.all([this.#queries.close(), this.#looks.close()]);
    const connection = await this.#instance.connect();
    try {
      await connection.run(`CHECKPOINT ${databaseName}`);
      await connection.run(`DETACH ${databaseName}`);
    } finally {
      connection.closeSync();
      this.#instance.closeSync();
      releaseDirectory(this.dataDir, true);
    }
  }
}

const filePathOf = (dataDir: string): string => join(dataDir, 'shiplog.duckdb');
const temporaryIn = (dataDir: string): string => join(dataDir, 'tmp');
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What this machine has, or what the container may use of it. */
function presentMegabytes(): number {
  const constrained = process.constrainedMemory();
  return Math.min(totalmem(), constrained > 0 ? constrained : Number.POSITIVE_INFINITY) / 2 ** 20;
}

function freeMegabytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return (bavail * bsize) / 2 ** 20;
}

/** An in-memory instance with the file attached: only ATTACH takes the sizes of blocks and row groups. */
async function openInstance(dataDir: string, options: DatabaseOptions): Promise<DuckDBInstance> {
  const memoryMegabytes =
    options.memoryMegabytesMax ?? Math.min(engineMemoryMegabytes, presentMegabytes() / 2);
  const spillMegabytes = Math.min(engineSpillMegabytes, freeMegabytes(dataDir) / 2);
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(options.threads ?? availableParallelism()),
    memory_limit: `${Math.floor(memoryMegabytes)}MB`,
    temp_directory: temporaryIn(dataDir),
    max_temp_directory_size: `${Math.floor(spillMegabytes)}MB`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // Of the log. Each checkpoint rewrites the last row group of every table that grew, so DuckDB's 16 MB are too few; more
    // would make the start after a kill slower (1 s for each 100 MB, about).
    checkpoint_threshold: '128MB',
  });
  const connection = await instance.connect();
  try {
    const sizes = `STORAGE_VERSION 'latest', ROW_GROUP_SIZE ${rowGroupRows}, BLOCK_SIZE ${blockBytes}`;
    await connection.run(`ATTACH ${quoteText(filePathOf(dataDir))} AS ${databaseName} (${sizes})`);
    // Only now is the directory ours: what a killed process has spilled there can go.
    rmSync(temporaryIn(dataDir), { recursive: true, force: true });
    mkdirSync(temporaryIn(dataDir));
    await connection.run('SET enable_external_access = false');
    return instance;
  } catch (error) {
    instance.closeSync();
    throw error;
  } finally {
    connection.closeSync();
  }
}

/** DuckDB's message ends `Conflicting lock is held in /usr/bin/node (PID 123)`; that beats a stale file. */
function holderNamedBy(message: string, written: Holder | null): Holder | null {
  const pid = Number(/\(PID (\d+)\)/.exec(message)?.[1]);
  if (Number.isNaN(pid) || written?.pid === pid) return written;
  return { pid, sinceMs: 0 };
}
