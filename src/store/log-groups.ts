// Log groups and streams made, changed and removed, and events past their time deleted: everything about groups that is not
// appending and reading. Each is one transaction, so that a kill leaves all of it or nothing.

import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { logGroupsMax } from '../limits.ts';
import {
  type Catalogue,
  eraseGroup,
  eraseStream,
  recordNextSequence,
  recordSettings,
  recordStream,
} from './catalogue.ts';
import type { Group } from './group.ts';
import { defaultGroupSettings, type GroupSettings, keptSinceMs } from './group-settings.ts';
import { ensureTable } from './insert-events.ts';
import { systemColumns } from './schema.ts';
import {
  LogGroupExists,
  LogGroupMissing,
  LogGroupProtected,
  LogStreamExists,
  LogStreamMissing,
  TooManyLogGroups,
} from './store.ts';
import { nextSequenceOf } from './write-group.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly catalogue: Catalogue;
  readonly writer: Writer;
  readonly clock: () => number;
}

const timestamp = quoteIdentifier(systemColumns.timestamp);
const stream = quoteIdentifier(systemColumns.logStream);

export class LogGroups {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  all(): readonly Group[] {
    return this.#parts.catalogue.all().filter((group) => group.exists);
  }

  get(name: string): Group | undefined {
    const group = this.#parts.catalogue.get(name);
    return group?.exists === true ? group : undefined;
  }

  /** Throws LogGroupMissing. */
  require(name: string): Group {
    const group = this.get(name);
    if (group === undefined) throw new LogGroupMissing(name);
    return group;
  }

  async create(name: string, settings: GroupSettings = defaultGroupSettings): Promise<void> {
    const { writer, catalogue, clock } = this.#parts;
    const group = await writer.transaction(async (connection) => {
      if (this.get(name) !== undefined) throw new LogGroupExists(name);
      if (this.all().length >= logGroupsMax) throw new TooManyLogGroups();
      const planned = catalogue.getOrPlan(name, clock());
      await ensureTable(connection, planned, []);
      if (settings !== defaultGroupSettings) await recordSettings(connection, planned, settings);
      return planned;
    });
    group.settings = settings;
    group.committed([]);
  }

  /** Throws LogGroupMissing, and what `change` throws: it sees the settings that nothing else changes meanwhile. */
  async change(name: string, change: (settings: GroupSettings) => GroupSettings): Promise<void> {
    const { group, settings } = await this.#parts.writer.transaction(async (connection) => {
      const changed = this.require(name);
      const next = change(changed.settings);
      await recordSettings(connection, changed, next);
      return { group: changed, settings: next };
    });
    group.settings = settings;
  }

  async delete(name: string): Promise<void> {
    const { writer, catalogue } = this.#parts;
    const group = await writer.transaction(async (connection) => {
      const doomed = this.#deletable(name);
      await connection.run(`DROP TABLE ${quoteIdentifier(doomed.table)}`);
      await eraseGroup(connection, doomed);
      return doomed;
    });
    catalogue.forget(group);
    await writer.freeSpace();
  }

  async createStream(groupName: string, name: string): Promise<void> {
    const group = this.require(groupName);
    const info = { name, createdMs: this.#parts.clock() };
    await this.#parts.writer.transaction(async (connection) => {
      if (group.deleted) throw new LogGroupMissing(groupName);
      if (group.streams.has(name)) throw new LogStreamExists(groupName, name);
      await recordStream(connection, group, info);
    });
    group.streams.set(name, info);
  }

  async deleteStream(groupName: string, name: string): Promise<void> {
    const { writer } = this.#parts;
    const group = await writer.transaction(async (connection) => {
      const found = this.#deletable(groupName);
      if (!found.streams.has(name)) throw new LogStreamMissing(groupName, name);
      await recordNextSequence(connection, found, await nextSequenceOf(connection, found));
      await eraseStream(connection, found, name);
      await connection.run(`DELETE FROM ${quoteIdentifier(found.table)} WHERE ${stream} = $1`, [name]);
      return found;
    });
    group.streams.delete(name);
    await writer.freeSpace();
  }

  /** Deletes what is older than its group keeps. Groups that keep everything are not looked at. Returns how many events went. */
  async expire(): Promise<number> {
    const { writer, clock } = this.#parts;
    let expired = 0;
    for (const group of this.all()) {
      if (keptSinceMs(group.settings, clock()) === null) continue;
      expired += await writer.transaction(async (connection) => {
        // As it is when its turn has come.
        const sinceMs = group.deleted ? null : keptSinceMs(group.settings, clock());
        return sinceMs === null ? 0 : deleteBefore(connection, group, sinceMs);
      });
    }
    if (expired > 0) await writer.freeSpace();
    return expired;
  }

  #deletable(name: string): Group {
    const group = this.require(name);
    if (group.settings.protected) throw new LogGroupProtected(name);
    return group;
  }
}

async function deleteBefore(connection: DuckDBConnection, group: Group, sinceMs: number): Promise<number> {
  const table = quoteIdentifier(group.table);
  const next = await nextSequenceOf(connection, group);
  const deleted = await connection.run(`DELETE FROM ${table} WHERE ${timestamp} < ${Math.floor(sinceMs)}`);
  if (deleted.rowsChanged === 0) return 0;
  await recordNextSequence(connection, group, next);
  return deleted.rowsChanged;
}
