// The store over one DuckDB file: reading what is kept. Writing goes through the commit queue.

import { statSync } from 'node:fs';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Database } from '../engine/duckdb/database.ts';
import { duckDbEngine } from '../engine/duckdb/duckdb-engine.ts';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { fieldSampleEvents } from '../limits.ts';
import { BulkLoader } from './bulk-load.ts';
import type { Catalogue } from './catalogue.ts';
import type { CommitFeed, CommitListener } from './commit-feed.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { DocumentStore, Documents } from './documents.ts';
import type { EventPortion, ReadEvents } from './event-order.ts';
import { type FieldSince, fieldTimesSql, readFieldTimes } from './field-times.ts';
import type { Group } from './group.ts';
import type { GroupSettings } from './group-settings.ts';
import type { LogGroups } from './log-groups.ts';
import type { LookupTable, LookupTableContent, LookupTableStore } from './lookup-table.ts';
import { readEvents } from './read-events.ts';
import type { RejectedArea, RejectedStore } from './rejected.ts';
import { resourceTags } from './resource-tags.ts';
import type { SavedQuery, SavedQueryDraft, SavedQueryStore } from './saved-query.ts';
import {
  type AppendResult,
  type FieldTimes,
  type GroupSchema,
  type GroupSummary,
  type IncomingEvent,
  type StreamSummary,
  systemColumns,
} from './schema.ts';
import {
  type AppendOptions,
  type BulkLoad,
  type FieldCounts,
  LogGroupMissing,
  type Store,
  type StoredEvent,
} from './store.ts';
import type { Writer } from './writer.ts';

const sequence = quoteIdentifier(systemColumns.sequence);
const timestamp = quoteIdentifier(systemColumns.timestamp);
const ingestion = quoteIdentifier(systemColumns.ingestionTime);
const stream = quoteIdentifier(systemColumns.logStream);
const bytes = quoteIdentifier(systemColumns.bytes);

/** Of a UINTEGER. */
const sequenceMax = 2n ** 32n - 1n;

export interface StoreParts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly logGroups: LogGroups;
  readonly writer: Writer;
  readonly queue: CommitQueue;
  readonly feed: CommitFeed;
  readonly lookups: LookupTableStore;
  readonly saved: SavedQueryStore;
  readonly documents: DocumentStore;
  readonly rejected: RejectedArea;
  readonly clock: () => number;
}

export class DuckDbStore implements Store {
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  createGroup(name: string, settings?: GroupSettings): Promise<void> {
    return this.#parts.logGroups.create(name, settings);
  }

  changeGroup(name: string, change: (settings: GroupSettings) => GroupSettings): Promise<void> {
    return this.#parts.logGroups.change(name, change);
  }

  deleteGroup(name: string): Promise<void> {
    return this.#parts.logGroups.delete(name);
  }

  groups(): readonly GroupSchema[] {
    return this.#parts.logGroups.all();
  }

  group(name: string): GroupSchema | undefined {
    return this.#parts.logGroups.get(name);
  }

  async summaries(names?: readonly string[]): Promise<readonly GroupSummary[]> {
    const { logGroups } = this.#parts;
    const groups = names === undefined ? logGroups.all() : names.flatMap((name) => logGroups.get(name) ?? []);
    if (groups.length === 0) return [];
    const parts = groups.map(
      (group) =>
        `SELECT ${group.groupId}, count(*), coalesce(sum(${bytes}), 0), min(${timestamp}), max(${timestamp}), max(${ingestion}) FROM ${quoteIdentifier(group.table)}`,
    );
    const rows = await this.#read(parts.join(' UNION ALL ')).catch((cause: unknown) => {
      if (groups.some((group) => group.deleted)) return null;
      throw cause;
    });
    if (rows === null) return this.summaries(names);
    const byId = new Map(rows.map((row) => [Number(row[0]), row]));
    return groups.map((group) => {
      const [, events, total, first, last, ingested] = byId.get(group.groupId) ?? [];
      return {
        name: group.name,
        createdMs: group.createdMs,
        events: Number(events ?? 0),
        bytes: Number(total ?? 0),
        firstEventMs: numberOrNull(first),
        lastEventMs: numberOrNull(last),
        lastIngestionMs: numberOrNull(ingested),
      };
    });
  }

  createStream(group: string, stream: string): Promise<void> {
    return this.#parts.logGroups.createStream(group, stream);
  }

  deleteStream(group: string, stream: string): Promise<void> {
    return this.#parts.logGroups.deleteStream(group, stream);
  }

  hasStream(group: string, stream: string): boolean {
    return this.#parts.logGroups.require(group).streams.has(stream);
  }

  async streams(groupName: string): Promise<readonly StreamSummary[]> {
    const group = this.#parts.logGroups.require(groupName);
    const rows = await this.#readOf(
      group,
      `SELECT ${stream}, min(${timestamp}), max(${timestamp}), max(${ingestion}) FROM ${quoteIdentifier(group.table)} GROUP BY ALL`,
    );
    const times = new Map(rows.map((row) => [row[0], row]));
    return [...group.streams.values()].map(({ name, createdMs }) => {
      const [, first, last, ingested] = times.get(name) ?? [];
      return {
        name,
        createdMs,
        firstEventMs: numberOrNull(first),
        lastEventMs: numberOrNull(last),
        lastIngestionMs: numberOrNull(ingested),
      };
    });
  }

  get rejected(): RejectedStore {
    return this.#parts.rejected;
  }

  async expire(): Promise<number> {
    await this.#parts.rejected.expire();
    return this.#parts.logGroups.expire();
  }

  append(
    group: string,
    events: readonly IncomingEvent[],
    { existingStreams = false }: AppendOptions = {},
  ): Promise<AppendResult> {
    return this.#parts.queue.append(group, events, existingStreams);
  }

  appendEcs(events: readonly IncomingEvent[]): Promise<AppendResult> {
    return this.#parts.queue.append(null, events);
  }

  bulkEcs(): BulkLoad {
    const { writer, catalogue, clock, feed } = this.#parts;
    return new BulkLoader(writer, catalogue, clock, feed);
  }

  onCommit(listener: CommitListener): () => void {
    return this.#parts.feed.listen(listener);
  }

  readEvents(group: string, request: ReadEvents, signal?: AbortSignal): AsyncIterable<EventPortion> {
    const { database, logGroups } = this.#parts;
    return readEvents(duckDbEngine(database), logGroups.require(group), request, signal);
  }

  async event(groupId: number, at: bigint): Promise<StoredEvent | null> {
    const group = this.#parts.logGroups.all().find((candidate) => candidate.groupId === groupId);
    if (group === undefined || at < 0n || at > sequenceMax) return null;
    const paths = [...group.fields];
    const columns = [timestamp, ingestion, stream, quoteIdentifier(systemColumns.message)];
    const rows = await this.#readOf(
      group,
      `SELECT ${[...columns, ...paths.map(([, column]) => quoteIdentifier(column))].join(', ')}
       FROM ${quoteIdentifier(group.table)} WHERE ${sequence} = ${at}`,
    );
    const row = rows[0];
    if (row === undefined) return null;
    const fields: Record<string, string> = Object.create(null);
    for (const [i, [path]] of paths.entries()) {
      const value = row[columns.length + i];
      if (typeof value === 'string') fields[path] = value;
    }
    return {
      logGroup: group.name,
      timestampMs: Number(row[0]),
      ingestionMs: Number(row[1]),
      logStream: String(row[2]),
      message: String(row[3]),
      fields,
    };
  }

  async fieldCounts(
    groupName: string,
    time?: { readonly startMs: number; readonly endMs: number },
  ): Promise<FieldCounts> {
    const group = this.#parts.logGroups.require(groupName);
    const paths = [...group.fields];
    const table = quoteIdentifier(group.table);
    const within = time === undefined ? 'TRUE' : `${timestamp} BETWEEN ${time.startMs} AND ${time.endMs}`;
    const [least] = await this.#readOf(
      group,
      `SELECT min(s) FROM (SELECT ${sequence} AS s FROM ${table} WHERE ${within} ORDER BY s DESC LIMIT ${fieldSampleEvents})`,
    );
    const counts = ['count(*)', ...paths.map(([, column]) => `count(${quoteIdentifier(column)})`)];
    // The bound is a literal, so that DuckDB passes over the row groups before it.
    const [row] = await this.#readOf(
      group,
      `SELECT ${counts.join(', ')} FROM ${table} WHERE ${sequence} >= ${Number(least?.[0] ?? 0)} AND ${within}`,
    );
    return {
      sampledEvents: Number(row?.[0] ?? 0),
      fields: paths
        .map(([name], i) => ({ name, events: Number(row?.[i + 1] ?? 0) }))
        .sort((a, b) => b.events - a.events),
    };
  }

  async fieldTimes(groupName: string, fields: readonly FieldSince[]): Promise<readonly FieldTimes[]> {
    const group = this.#parts.logGroups.require(groupName);
    const sql = fieldTimesSql(group, fields);
    const [row] = sql === null ? [] : await this.#readOf(group, sql);
    return readFieldTimes(fields, row ?? []);
  }

  lookupTables(): readonly LookupTable[] {
    return this.#parts.lookups.lookupTables();
  }

  lookupTable(name: string): LookupTable | undefined {
    return this.#parts.lookups.lookupTable(name);
  }

  lookupTableBody(name: string): Promise<string> {
    return this.#parts.lookups.lookupTableBody(name);
  }

  createLookupTable(name: string, content: LookupTableContent): Promise<LookupTable> {
    return this.#parts.lookups.createLookupTable(name, content);
  }

  updateLookupTable(name: string, content: LookupTableContent): Promise<LookupTable> {
    return this.#parts.lookups.updateLookupTable(name, content);
  }

  async deleteLookupTable(name: string): Promise<void> {
    await this.#parts.lookups.deleteLookupTable(name);
    await resourceTags(this).delete(`lookup-table:${name}`);
  }

  savedQueries(): readonly SavedQuery[] {
    return this.#parts.saved.savedQueries();
  }

  putSavedQuery(id: string, draft: SavedQueryDraft): Promise<SavedQuery> {
    return this.#parts.saved.putSavedQuery(id, draft);
  }

  deleteSavedQuery(id: string): Promise<void> {
    return this.#parts.saved.deleteSavedQuery(id);
  }

  documents<Value>(kind: string): Documents<Value> {
    return this.#parts.documents.documents(kind);
  }

  async diskBytes(): Promise<number> {
    const { filePath } = this.#parts.database;
    return [filePath, `${filePath}.wal`].reduce(
      (total, path) => total + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  }

  async close(): Promise<void> {
    const { queue, writer, database } = this.#parts;
    await queue.drained();
    await writer.exclusively(async () => writer.close());
    await database.close();
  }

  /** Throws LogGroupMissing when the group is deleted before it could be read. */
  async #readOf(group: Group, sql: string): Promise<DuckDBValue[][]> {
    try {
      return await this.#read(sql);
    } catch (cause) {
      throw group.deleted ? new LogGroupMissing(group.name) : cause;
    }
  }

  #read(sql: string): Promise<DuckDBValue[][]> {
    return this.#parts.database.withStoreReader(async (connection: DuckDBConnection) =>
      (await connection.runAndReadAll(sql)).getRows(),
    );
  }
}

const numberOrNull = (value: DuckDBValue | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);
