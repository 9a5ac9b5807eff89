// What the store remembers about log groups beside their events: tables of the catalogue, and their contents in memory.

import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import { Group, type StreamInfo } from './group.ts';

const ddl = [
  'CREATE TABLE IF NOT EXISTS log_groups (group_id INTEGER, name VARCHAR, created_ms BIGINT)',
  'CREATE TABLE IF NOT EXISTS log_fields (group_id INTEGER, field_index INTEGER, path VARCHAR, column_name VARCHAR)',
  'CREATE TABLE IF NOT EXISTS log_streams (group_id INTEGER, name VARCHAR, created_ms BIGINT)',
];

/** Groups by name. Those of an uncommitted append are among them with `exists` false. */
export class Catalogue {
  readonly #groups = new Map<string, Group>();
  #lastGroupId = 0;

  static async load(connection: DuckDBConnection): Promise<Catalogue> {
    for (const statement of ddl) await connection.run(statement);
    const catalogue = new Catalogue();
    const groups = await connection.runAndReadAll('SELECT group_id, name, created_ms FROM log_groups');
    const fields = await connection.runAndReadAll(
      'SELECT group_id, path, column_name FROM log_fields ORDER BY group_id, field_index',
    );
    const fieldsOf = new Map<number, { path: string; column: string }[]>();
    for (const [groupId, path, column] of fields.getRows()) {
      const own = fieldsOf.get(Number(groupId)) ?? [];
      own.push({ path: String(path), column: String(column) });
      fieldsOf.set(Number(groupId), own);
    }
    for (const [groupId, name, createdMs] of groups.getRows()) {
      catalogue.#keep(
        new Group({
          name: String(name),
          groupId: Number(groupId),
          createdMs: Number(createdMs),
          fields: fieldsOf.get(Number(groupId)) ?? [],
        }),
      );
    }
    await catalogue.#loadStreams(connection);
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
