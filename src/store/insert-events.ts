// Puts prepared events into the table of their group, inside the transaction of the caller.

import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  UINTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import { chunkRows } from '../engine/duckdb/database.ts';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { recordFields, recordGroup } from './catalogue.ts';
import { unpackCells, unpackSql } from './cells.ts';
import { privateColumns } from './column-names.ts';
import type { Group } from './group.ts';
import type { PreparedEvent } from './prepared-event.ts';
import { systemColumns } from './schema.ts';

/** Up to here the values are bound one by one: cheaper than planning the splitting of texts. */
const fewRows = 8;

interface Row {
  readonly event: PreparedEvent;
  readonly sequence: number;
  readonly ingestionMs: number;
}

interface Column {
  readonly name: string;
  readonly type: DuckDBType;
  readonly compression?: string;
  readonly value: (row: Row) => DuckDBValue;
}

/** The columns that every group has, in the order of its table. */
const fixedColumns: readonly Column[] = [
  // Four bytes, not eight: in blocks of 32 KB DuckDB packs the bits of 32-bit columns only.
  { name: systemColumns.sequence, type: UINTEGER, value: (row) => row.sequence },
  // A double, since DuckDB packs whole numbers in doubles well (ALP) where it leaves 64-bit integers in 32 KB blocks as they are.
  { name: systemColumns.timestamp, type: DOUBLE, value: (row) => row.event.timestampMs },
  { name: systemColumns.ingestionTime, type: BIGINT, value: (row) => BigInt(row.ingestionMs) },
  { name: systemColumns.logStream, type: VARCHAR, value: (row) => row.event.logStream },
  { name: systemColumns.message, type: VARCHAR, compression: 'zstd', value: (row) => row.event.message },
  { name: systemColumns.bytes, type: UINTEGER, value: (row) => row.event.bytes },
  {
    name: privateColumns.versionKey,
    type: INTEGER,
    value: (row) => row.event.identity?.versionKey ?? null,
  },
  {
    name: privateColumns.contentKey,
    type: INTEGER,
    value: (row) => row.event.identity?.contentKey ?? null,
  },
];

/**
 * Creates the group and its table, or adds the columns of `fields` (indexes) that are missing. Returns the indexes of the
 * fields that became columns.
 */
export async function ensureTable(
  connection: DuckDBConnection,
  group: Group,
  fields: readonly number[],
): Promise<readonly number[]> {
  const table = quoteIdentifier(group.table);
  const fresh = fields.filter((index) => !group.fields.has(group.paths.paths[index] ?? ''));
  const definition = (index: number): string => `${quoteIdentifier(group.column(index))} VARCHAR`;
  if (group.exists) {
    for (const index of fresh) await connection.run(`ALTER TABLE ${table} ADD COLUMN ${definition(index)}`);
  } else {
    const fixed = fixedColumns.map(({ name, type, compression }) =>
      [quoteIdentifier(name), type, compression === undefined ? '' : `USING COMPRESSION ${compression}`].join(
        ' ',
      ),
    );
    await recordGroup(connection, group);
    await connection.run(`CREATE TABLE ${table} (${[...fixed, ...fresh.map(definition)].join(', ')})`);
  }
  await recordFields(connection, group, fresh);
  return fresh;
}

/** Rows in order, numbered from `firstSequence`, with values in none but `fields` (indexes). */
export interface Insertion {
  readonly events: readonly PreparedEvent[];
  readonly fields: readonly number[];
  readonly firstSequence: number;
  readonly ingestionMs: number;
}

export async function insertEvents(
  connection: DuckDBConnection,
  group: Group,
  { events, fields, firstSequence, ingestionMs }: Insertion,
): Promise<void> {
  const rows = events.map((event, i) => ({ event, sequence: firstSequence + i, ingestionMs }));
  const few = rows.length <= fewRows;
  const single = few ? rows : rows.filter((row) => typeof row.event.cells !== 'string');
  const staged = few ? [] : rows.filter((row) => typeof row.event.cells === 'string');
  for (let i = 0; i < single.length; i += fewRows) {
    await insertValues(connection, group, fields, single.slice(i, i + fewRows));
  }
  if (staged.length > 0) await insertStaged(connection, group, fields, staged);
}

async function insertValues(
  connection: DuckDBConnection,
  group: Group,
  allFields: readonly number[],
  rows: readonly Row[],
): Promise<void> {
  const cells = rows.map((row) => unpackCells(row.event.cells));
  const fields = allFields.filter((index) => cells.some((row) => row[index] !== undefined));
  const types = [...fixedColumns.map((column) => column.type), ...fields.map(() => VARCHAR)];
  const tuples = rows.map((_, r) => `(${types.map((_, c) => `$${r * types.length + c + 1}`).join(',')})`);
  await connection.run(
    `INSERT INTO ${target(group, fields)} VALUES ${tuples.join(',')}`,
    rows.flatMap((row, r) => [
      ...fixedColumns.map((column) => column.value(row)),
      ...fields.map((index) => cells[r]?.[index] ?? null),
    ]),
    rows.flatMap(() => types),
  );
}

function target(group: Group, fields: readonly number[]): string {
  const names = [...fixedColumns.map((column) => column.name), ...fields.map((index) => group.column(index))];
  return `${quoteIdentifier(group.table)} (${names.map(quoteIdentifier).join(', ')})`;
}

async function insertStaged(
  connection: DuckDBConnection,
  group: Group,
  fields: readonly number[],
  rows: readonly Row[],
): Promise<void> {
  await stage(connection, rows);
  const fixed = fixedColumns.map((column) => quoteIdentifier(column.name));
  const split = fields.map((index) => `list_extract(cell, ${index + 1})`);
  await connection.run(
    `INSERT INTO ${target(group, fields)}
     SELECT ${[...fixed, ...split].join(', ')} FROM (SELECT *, ${unpackSql('cells')} AS cell FROM staged)`,
  );
  await connection.run('DROP TABLE staged');
}

/** Copies the rows into a table of this connection: the fixed columns, and the values as one text. */
async function stage(connection: DuckDBConnection, rows: readonly Row[]): Promise<void> {
  const columns = fixedColumns.map(({ name, type }) => `${quoteIdentifier(name)} ${type}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE staged (${columns.join(', ')}, cells VARCHAR)`);
  const types = [...fixedColumns.map((column) => column.type), VARCHAR];
  const values = [...fixedColumns.map((column) => column.value), (row: Row) => String(row.event.cells)];
  const appender = await connection.createAppender('staged', null, 'temp');
  for (let i = 0; i < rows.length; i += chunkRows) {
    const part = rows.slice(i, i + chunkRows);
    const chunk = DuckDBDataChunk.create(types, part.length);
    for (const [c, value] of values.entries()) chunk.setColumnValues(c, part.map(value));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
