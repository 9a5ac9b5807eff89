// What the store remembers about log groups beside their events: tables of the catalogue, and their contents in memory.

import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import { Group, type StreamInfo } from './group.ts';
import type { GroupSettings } from './group-settings.ts';

const ddl = [
  'CREATE TABLE IF NOT EXISTS log_groups (group_id INTEGER, name VARCHAR, created_ms BIGINT)',
  'CREATE TABLE IF NOT EXISTS log_fields (group_id INTEGER, field_index INTEGER, path VARCHAR, column_name VARCHAR)',
  'CREATE TABLE IF NOT EXISTS log_streams (group_id INTEGER, name VARCHAR, created_ms BIGINT)',
  'CREATE TABLE IF NOT EXISTS log_group_settings (group_id INTEGER, settings VARCHAR)',
  'CREATE TABLE IF NOT EXISTS counters (name VARCHAR, next BIGINT)',
];

/** Groups by name. Those of an uncommitted append are among them with `exists` false. */
export class Catalogue {
  readonly #groups = new Map<string, Group>();
  #lastGroupId = 0;

  static async load(connection: DuckDBConnection): Promise<Catalogue> {
    for (const statement of ddl) await connection.run(statement);
    const catalogue = new Catalogue();
    const groups = await connection.runAndReadAll('SELECT group_id, name, created_ms FROM log_groups');
    const fieldsOf = await loadFields(connection);
    const settingsOf = await loadSettings(connection);
    for (const [id, name, createdMs] of groups.getRows()) {
      const groupId = Number(id);
      const settings = settingsOf.get(groupId);
      catalogue.#keep(
        new Group({
          name: String(name),
          groupId,
          createdMs: Number(createdMs),
          fields: fieldsOf.get(groupId) ?? [],
          ...(settings === undefined ? {} : { settings }),
        }),
      );
    }
    await catalogue.#loadStreams(connection);
    await catalogue.#loadCounters(connection);
    return catalogue;
  }

  async #loadStreams(connection: DuckDBConnection): Promise<void> {
    const byId = new Map(this.all().map((group) => [group.groupId, group]));
    const streams = await connection.runAndReadAll('SELECT group_id, name, created_ms FROM log_streams');
    for (const [groupId, name, createdMs] of streams.getRows()) {
      byId
        .get(Number(groupId))
        ?.streams.set(String(name), { name: String(name), createdMs: Number(createdMs) });
    }
  }

  async #loadCounters(connection: DuckDBConnection): Promise<void> {
    const counters = await connection.runAndReadAll('SELECT name, next FROM counters');
    const next = new Map(counters.getRows().map(([name, value]) => [String(name), Number(value)]));
    this.#lastGroupId = Math.max(this.#lastGroupId, (next.get(groupCounter) ?? 0) - 1);
    for (const group of this.all()) group.sequenceLeast = next.get(group.table) ?? 0;
  }

  #keep(group: Group): Group {
    this.#groups.set(group.name, group);
    this.#lastGroupId = Math.max(this.#lastGroupId, group.groupId);
    return group;
  }

  all(): readonly Group[] {
    return [...this.#groups.values()];
  }

  get(name: string): Group | undefined {
    return this.#groups.get(name);
  }

  /** The group, made in memory when absent: the commit that first needs it creates the table. */
  getOrPlan(name: string, nowMs: number): Group {
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    return this.#keep(new Group({ name, groupId: this.#lastGroupId + 1, createdMs: nowMs }));
  }

  /** After the commit that removed the group: its name is free. */
  forget(group: Group): void {
    group.exists = false;
    group.deleted = true;
    if (this.#groups.get(group.name) === group) this.#groups.delete(group.name);
  }
}

interface Field {
  readonly path: string;
  readonly column: string;
}

/** By group id, in the order of their indexes. */
async function loadFields(connection: DuckDBConnection): Promise<ReadonlyMap<number, readonly Field[]>> {
  const fields = await connection.runAndReadAll(
    'SELECT group_id, path, column_name FROM log_fields ORDER BY group_id, field_index',
  );
  const fieldsOf = new Map<number, Field[]>();
  for (const [groupId, path, column] of fields.getRows()) {
    const own = fieldsOf.get(Number(groupId)) ?? [];
    own.push({ path: String(path), column: String(column) });
    fieldsOf.set(Number(groupId), own);
  }
  return fieldsOf;
}

/** By group id. */
async function loadSettings(connection: DuckDBConnection): Promise<ReadonlyMap<number, GroupSettings>> {
  const known = await connection.runAndReadAll('SELECT group_id, settings FROM log_group_settings');
  return new Map(
    known
      .getRows()
      .map(([groupId, settings]) => [Number(groupId), JSON.parse(String(settings)) as GroupSettings]),
  );
}

/** Records fields in the catalogue's table, in one statement. */
export async function recordFields(
  connection: DuckDBConnection,
  group: Group,
  indexes: readonly number[],
): Promise<void> {
  if (indexes.length === 0) return;
  const rows = indexes.map((index, n) => `(${group.groupId}, ${index}, $${2 * n + 1}, $${2 * n + 2})`);
  const values = indexes.flatMap((index) => [group.paths.paths[index] ?? '', group.column(index)]);
  await connection.run(
    `INSERT INTO log_fields VALUES ${rows.join(', ')}`,
    values,
    values.map(() => VARCHAR),
  );
}

export async function recordGroup(connection: DuckDBConnection, group: Group): Promise<void> {
  await connection.run(`INSERT INTO log_groups VALUES (${group.groupId}, $1, ${group.createdMs})`, [
    group.name,
  ]);
}

export async function recordStream(
  connection: DuckDBConnection,
  group: Group,
  stream: StreamInfo,
): Promise<void> {
  await connection.run(`INSERT INTO log_streams VALUES (${group.groupId}, $1, ${stream.createdMs})`, [
    stream.name,
  ]);
}

export async function recordSettings(
  connection: DuckDBConnection,
  { groupId }: Group,
  settings: GroupSettings,
): Promise<void> {
  await connection.run(`DELETE FROM log_group_settings WHERE group_id = ${groupId}`);
  await connection.run(`INSERT INTO log_group_settings VALUES (${groupId}, $1)`, [JSON.stringify(settings)]);
}

export async function eraseStream(connection: DuckDBConnection, group: Group, name: string): Promise<void> {
  await connection.run(`DELETE FROM log_streams WHERE group_id = ${group.groupId} AND name = $1`, [name]);
}

/** Removes everything that the catalogue has of a group, but not its table. Its number is never given out again. */
export async function eraseGroup(connection: DuckDBConnection, group: Group): Promise<void> {
  for (const table of ['log_groups', 'log_fields', 'log_streams', 'log_group_settings']) {
    await connection.run(`DELETE FROM ${table} WHERE group_id = ${group.groupId}`);
  }
  await connection.run('DELETE FROM counters WHERE name = $1', [group.table]);
  await count(connection, groupCounter, group.groupId + 1);
}

/** Before the latest events of a group go: their numbers are never given out again, so that no `@ptr` finds another event. */
export async function recordNextSequence(
  connection: DuckDBConnection,
  group: Group,
  next: number,
): Promise<void> {
  await count(connection, group.table, next);
}

const groupCounter = 'log_groups';

/** What may never be given out again though nothing that is left has it. A counter only grows. */
async function count(connection: DuckDBConnection, name: string, next: number): Promise<void> {
  const known = await connection.runAndReadAll('SELECT max(next) FROM counters WHERE name = $1', [name]);
  if (Number(known.getRows()[0]?.[0] ?? 0) >= next) return;
  await connection.run('DELETE FROM counters WHERE name = $1', [name]);
  await connection.run(`INSERT INTO counters VALUES ($1, ${next})`, [name]);
}
