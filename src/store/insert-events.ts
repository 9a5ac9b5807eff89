// Puts prepared events into the table of their group, inside the transaction of the caller. The values of an event travel as
// one text that SQL splits into columns: setting them one by one through the Node API costs ten times as much (docs/adr).

import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  UINTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { recordFields } from './catalogue.ts';
import { privateColumns } from './column-names.ts';
import { missing } from './field-paths.ts';
import type { Group } from './group.ts';
import type { PreparedEvent } from './prepared-event.ts';
import { systemColumns } from './schema.ts';

/** Stands between the values of one staged event. Events whose values hold it are `unusual` and take the other way. */
const separator = '\x1f';
/** Up to here the values are bound one by one: cheaper than planning the splitting of texts. */
const fewRows = 8;
const chunkRows = 2_048;

interface Column {
  readonly name: string;
  readonly type: DuckDBType;
  readonly ddl: string;
  readonly value: (event: PreparedEvent, place: Place) => DuckDBValue;
}

interface Place {
  readonly sequence: bigint;
  readonly ingestionMs: number;
}

/** The columns that every group has, in the order of its table. */
const fixedColumns: readonly Column[] = [
  { name: systemColumns.sequence, type: BIGINT, ddl: 'BIGINT', value: (_, place) => place.sequence },
  { name: systemColumns.timestamp, type: BIGINT, ddl: 'BIGINT', value: (event) => BigInt(event.timestampMs) },
  {
    name: systemColumns.ingestionTime,
    type: BIGINT,
    ddl: 'BIGINT',
    value: (_, place) => BigInt(place.ingestionMs),
  },
  { name: systemColumns.logStream, type: VARCHAR, ddl: 'VARCHAR', value: (event) => event.logStream },
  {
    name: systemColumns.message,
    type: VARCHAR,
    ddl: 'VARCHAR USING COMPRESSION zstd',
    value: (event) => event.message,
  },
  { name: systemColumns.bytes, type: UINTEGER, ddl: 'UINTEGER', value: (event) => event.bytes },
  {
    name: privateColumns.idKey,
    type: BIGINT,
    ddl: 'BIGINT',
    value: (event) => event.identity?.idKey ?? null,
  },
  {
    name: privateColumns.versionKey,
    type: BIGINT,
    ddl: 'BIGINT',
    value: (event) => event.identity?.versionKey ?? null,
  },
  {
    name: privateColumns.contentKey,
    type: BIGINT,
    ddl: 'BIGINT',
    value: (event) => event.identity?.contentKey ?? null,
  },
];

/** Creates the table, or adds the columns that are missing in it. Returns the indexes of the fields that have become columns. */
export async function ensureColumns(connection: DuckDBConnection, group: Group): Promise<readonly number[]> {
  const table = quoteIdentifier(group.table);
  const fresh = group.paths.paths.flatMap((path, index) => (group.fields.has(path) ? [] : [index]));
  const definition = (index: number): string => `${quoteIdentifier(group.column(index))} VARCHAR`;
  if (group.exists) {
    for (const index of fresh) await connection.run(`ALTER TABLE ${table} ADD COLUMN ${definition(index)}`);
  } else {
    const fixed = fixedColumns.map((column) => `${quoteIdentifier(column.name)} ${column.ddl}`);
    await connection.run(`CREATE TABLE ${table} (${[...fixed, ...fresh.map(definition)].join(', ')})`);
  }
  await recordFields(connection, group, fresh);
  return fresh;
}

/** Inserts the events in order, numbered from `firstSequence`. */
export async function insertEvents(
  connection: DuckDBConnection,
  group: Group,
  events: readonly PreparedEvent[],
  firstSequence: bigint,
  ingestionMs: number,
): Promise<void> {
  const rows = events.map((event, i) => ({
    event,
    place: { sequence: firstSequence + BigInt(i), ingestionMs },
  }));
  const single = rows.length <= fewRows ? rows : rows.filter((row) => row.event.unusual);
  const staged = rows.length <= fewRows ? [] : rows.filter((row) => !row.event.unusual);
  for (let i = 0; i < single.length; i += fewRows) {
    await insertValues(connection, group, single.slice(i, i + fewRows));
  }
  if (staged.length > 0) await insertStaged(connection, group, staged);
}

type Row = { readonly event: PreparedEvent; readonly place: Place };

/** Indexes of the fields that any of the rows has. */
function usedFields(rows: readonly Row[]): number[] {
  const used: boolean[] = [];
  for (const { event } of rows) {
    for (let i = 0; i < event.cells.length; i++) if (event.cells[i] !== missing) used[i] = true;
  }
  return [...used.keys()].filter((index) => used[index] === true);
}

async function insertValues(connection: DuckDBConnection, group: Group, rows: readonly Row[]): Promise<void> {
  const fields = usedFields(rows);
  const width = fixedColumns.length + fields.length;
  const tuples = rows.map(
    (_, r) => `(${Array.from({ length: width }, (_, c) => `$${r * width + c + 1}`).join(',')})`,
  );
  await connection.run(
    `INSERT INTO ${target(group, fields)} VALUES ${tuples.join(',')}`,
    rows.flatMap(({ event, place }) => [
      ...fixedColumns.map((column) => column.value(event, place)),
      ...fields.map((index) => cellOrNull(event.cells[index])),
    ]),
    rows.flatMap(() => [...fixedColumns.map((column) => column.type), ...fields.map(() => VARCHAR)]),
  );
}

const cellOrNull = (cell: string | undefined): string | null => (cell === missing ? null : (cell ?? null));

function target(group: Group, fields: readonly number[]): string {
  const names = [...fixedColumns.map((column) => column.name), ...fields.map((index) => group.column(index))];
  return `${quoteIdentifier(group.table)} (${names.map(quoteIdentifier).join(', ')})`;
}

async function insertStaged(connection: DuckDBConnection, group: Group, rows: readonly Row[]): Promise<void> {
  const fields = usedFields(rows);
  const columns = fixedColumns.map((column) => `${quoteIdentifier(column.name)} ${column.type}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE staged (${columns.join(', ')}, cells VARCHAR)`);
  const appender = await connection.createAppender('staged', null, 'temp');
  for (let i = 0; i < rows.length; i += chunkRows) {
    const part = rows.slice(i, i + chunkRows);
    const chunk = DuckDBDataChunk.create(
      [...fixedColumns.map((column) => column.type), VARCHAR],
      part.length,
    );
    for (const [c, column] of fixedColumns.entries()) {
      chunk.setColumnValues(
        c,
        part.map(({ event, place }) => column.value(event, place)),
      );
    }
    chunk.setColumnValues(
      fixedColumns.length,
      // Joined, no values at all would read as one empty value.
      part.map(({ event }) => (event.cells.length === 0 ? missing : event.cells.join(separator))),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const fixed = fixedColumns.map((column) => quoteIdentifier(column.name));
  const split = fields.map((index) => `list_extract(cell, ${index + 1})`);
  // One function over the list: a nullif for each column would double the time that planning takes.
  const cell = `list_transform(string_split(cells, '${separator}'), lambda text: nullif(text, '${missing}'))`;
  await connection.run(
    `INSERT INTO ${target(group, fields)}
     SELECT ${[...fixed, ...split].join(', ')} FROM (SELECT *, ${cell} AS cell FROM staged)`,
  );
}
