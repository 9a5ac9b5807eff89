// Keeps lookup tables in the database of the events: one table of ours with what is known about them and their CSV as it was
// given, and for each a table with its rows, which queries join.

import { BIGINT, type DuckDBConnection, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import { chunkRows, type Database } from '../engine/duckdb/database.ts';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { lookupTablesMax } from '../limits.ts';
import { nextTurn } from './intake.ts';
import { checkContent, checkName } from './lookup-check.ts';
import {
  type LookupTable,
  type LookupTableContent,
  LookupTableExists,
  LookupTableMissing,
  type LookupTableStore,
  TooManyLookupTables,
} from './lookup-table.ts';
import type { Writer } from './writer.ts';

const ddl = `CREATE TABLE IF NOT EXISTS lookup_tables (table_id INTEGER, name VARCHAR, description VARCHAR, columns VARCHAR,
  records BIGINT, size_bytes BIGINT, created_ms BIGINT, updated_ms BIGINT, body VARCHAR USING COMPRESSION zstd)`;

const orderColumn = 'row';
const columnName = (index: number): string => `c${index + 1}`;
const tablePrefix = 'lookup_';

interface Parts {
  readonly database: Database;
  readonly writer: Writer;
  readonly clock: () => number;
}

export class LookupTables implements LookupTableStore {
  readonly #parts: Parts;
  readonly #tables = new Map<string, LookupTable>();
  #lastId = 0;
  /** Rows that are replaced or deleted. Queries compiled before may still read them, so it is the next change that drops them. */
  #retired: readonly string[] = [];

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  static async load(connection: DuckDBConnection, parts: Parts): Promise<LookupTables> {
    await connection.run(ddl);
    const loaded = new LookupTables(parts);
    const known = await connection.runAndReadAll(
      'SELECT table_id, name, description, columns, records, size_bytes, created_ms, updated_ms FROM lookup_tables',
    );
    for (const [id, name, description, columns, records, size, created, updated] of known.getRows()) {
      loaded.#keep({
        name: String(name),
        ...(description === null ? {} : { description: String(description) }),
        ...layout(Number(id), JSON.parse(String(columns)) as string[]),
        records: Number(records),
        sizeBytes: Number(size),
        createdMs: Number(created),
        updatedMs: Number(updated),
      });
    }
    await loaded.#findRetired(connection);
    return loaded;
  }

  /** Those that were retired when the process ended, and the number to go on from. */
  async #findRetired(connection: DuckDBConnection): Promise<void> {
    const found = await connection.runAndReadAll(
      `SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() AND regexp_full_match(table_name, '${tablePrefix}[0-9]+')`,
    );
    const names = found.getRows().map(([name]) => String(name));
    const used = new Set(this.lookupTables().map(({ table }) => table));
    this.#retired = names.filter((name) => !used.has(name));
    this.#lastId = Math.max(0, ...names.map((name) => Number(name.slice(tablePrefix.length))));
  }

  #keep(table: LookupTable): LookupTable {
    this.#tables.set(table.name, table);
    return table;
  }

  lookupTables(): readonly LookupTable[] {
    return [...this.#tables.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  lookupTable(name: string): LookupTable | undefined {
    return this.#tables.get(name);
  }

  #require(name: string): LookupTable {
    const table = this.#tables.get(name);
    if (table === undefined) throw new LookupTableMissing(name);
    return table;
  }

  async lookupTableBody(name: string): Promise<string> {
    this.#require(name);
    const rows = await this.#parts.database.withStoreReader(async (connection) =>
      (await connection.runAndReadAll('SELECT body FROM lookup_tables WHERE name = $1', [name])).getRows(),
    );
    const body = rows[0]?.[0];
    if (typeof body !== 'string') throw new LookupTableMissing(name);
    return body;
  }

  async createLookupTable(name: string, content: LookupTableContent): Promise<LookupTable> {
    checkName(name);
    return this.#write(name, content, () => {
      if (this.#tables.has(name)) throw new LookupTableExists(name);
      if (this.#tables.size >= lookupTablesMax) throw new TooManyLookupTables();
      return undefined;
    });
  }

  updateLookupTable(name: string, content: LookupTableContent): Promise<LookupTable> {
    return this.#write(name, content, () => this.#require(name));
  }

  /** `before` is asked when nothing else writes any more: the table that is replaced, or undefined. */
  async #write(
    name: string,
    content: LookupTableContent,
    before: () => LookupTable | undefined,
  ): Promise<LookupTable> {
    const { header, rows, body, sizeBytes } = checkContent(content);
    const nowMs = this.#parts.clock();
    const table = await this.#change(async (connection) => {
      const replaced = before();
      const id = ++this.#lastId;
      const description = content.description ?? replaced?.description;
      const changed: LookupTable = {
        name,
        ...(description === undefined ? {} : { description }),
        ...layout(id, header),
        records: rows.length,
        sizeBytes,
        createdMs: replaced?.createdMs ?? nowMs,
        updatedMs: nowMs,
      };
      await createRows(connection, changed, rows);
      await record(connection, id, changed, body);
      return { changed, retired: replaced };
    });
    return this.#keep(table);
  }

  async deleteLookupTable(name: string): Promise<void> {
    await this.#change(async (connection) => {
      const retired = this.#require(name);
      await connection.run('DELETE FROM lookup_tables WHERE name = $1', [name]);
      return { changed: undefined, retired };
    });
    this.#tables.delete(name);
  }

  /** A transaction that also drops the rows retired before it. */
  async #change<Changed>(
    work: (
      connection: DuckDBConnection,
    ) => Promise<{ readonly changed: Changed; readonly retired: LookupTable | undefined }>,
  ): Promise<Changed> {
    const { changed, retired } = await this.#parts.writer.transaction(async (connection) => {
      for (const table of this.#retired) await connection.run(`DROP TABLE ${quoteIdentifier(table)}`);
      return work(connection);
    });
    this.#retired = retired === undefined ? [] : [retired.table];
    return changed;
  }
}

function layout(
  id: number,
  header: readonly string[],
): Pick<LookupTable, 'table' | 'columns' | 'orderColumn'> {
  const columns = header.map((name, index) => ({ name, column: columnName(index) }));
  return { table: `${tablePrefix}${id}`, columns, orderColumn };
}

async function record(
  connection: DuckDBConnection,
  id: number,
  table: LookupTable,
  body: string,
): Promise<void> {
  const { name, description, columns, records, sizeBytes, createdMs, updatedMs } = table;
  await connection.run('DELETE FROM lookup_tables WHERE name = $1', [name]);
  await connection.run(
    `INSERT INTO lookup_tables VALUES (${id}, $1, $2, $3, ${records}, ${sizeBytes}, ${createdMs}, ${updatedMs}, $4)`,
    [name, description ?? null, JSON.stringify(columns.map((column) => column.name)), body],
    [VARCHAR, VARCHAR, VARCHAR, VARCHAR],
  );
}

async function createRows(
  connection: DuckDBConnection,
  { table, columns }: LookupTable,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const definitions = columns.map(({ column }) => `${quoteIdentifier(column)} VARCHAR`);
  await connection.run(
    `CREATE TABLE ${quoteIdentifier(table)} (${[`${quoteIdentifier(orderColumn)} BIGINT`, ...definitions].join(', ')})`,
  );
  const types = [BIGINT, ...columns.map(() => VARCHAR)];
  const appender = await connection.createAppender(table);
  for (let start = 0; start < rows.length; start += chunkRows) {
    const part = rows.slice(start, start + chunkRows);
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setColumnValues(
      0,
      part.map((_, index) => BigInt(start + index)),
    );
    for (const index of columns.keys()) {
      // An empty cell is absent: CSV has no other way to leave one out.
      chunk.setColumnValues(
        index + 1,
        part.map((row) => row[index] || null),
      );
    }
    appender.appendDataChunk(chunk);
    await nextTurn();
  }
  appender.closeSync();
}
