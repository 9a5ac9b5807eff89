// Writes the events of one group inside a transaction: duplicates set aside, columns made, rows inserted.

import type { DuckDBConnection } from '@duckdb/node-api';
import { rowGroupRows } from '../engine/duckdb/database.ts';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { recordStream } from './catalogue.ts';
import { withCell } from './cells.ts';
import type { Committed } from './commit-feed.ts';
import { judgeDuplicates, type Verdict } from './duplicates.ts';
import type { Group } from './group.ts';
import { ensureTable, insertEvents } from './insert-events.ts';
import type { PreparedEvent } from './prepared-event.ts';
import { systemColumns } from './schema.ts';
import { LogGroupMissing } from './store.ts';

export interface Written {
  /** One for each event, in order. */
  readonly verdicts: readonly Verdict[];
  readonly stored: number;
  readonly duplicates: number;
  /** Events that are neither: too few for a multiple of `rowsAtOnce`. */
  readonly left: readonly PreparedEvent[];
  /** To be called once the transaction is committed, so that the group in memory is as the one in the database. */
  readonly remember: () => void;
  /** What to tell of it then. */
  readonly committed: Committed;
}

/** Stores what is not stored yet, in multiples of `rowsAtOnce` rows. Throws LogGroupMissing when the group was deleted. */
export async function writeGroup(
  connection: DuckDBConnection,
  group: Group,
  events: readonly PreparedEvent[],
  nowMs: number,
  rowsAtOnce = 1,
): Promise<Written> {
  if (group.deleted) throw new LogGroupMissing(group.name);
  const verdicts = await judgeDuplicates(connection, group, events);
  const kept = flagConflicts(group, events, verdicts);
  const count = kept.length - (kept.length % rowsAtOnce);
  const rows = arranged(kept.slice(0, count));
  // The fields known now, those of these events among them. More may be discovered while this writes, by later events.
  const fields = [...group.paths.paths.keys()];
  const firstSequence = await nextSequenceOf(connection, group);
  const added = await ensureTable(connection, group, fields);
  const streams = await recordStreams(connection, group, rows, nowMs);
  await insertEvents(connection, group, { events: rows, fields, firstSequence, ingestionMs: nowMs });
  const remember = (): void => {
    group.committed(added);
    group.nextSequence = firstSequence + count;
    for (const name of streams) group.streams.set(name, { name, createdMs: nowMs });
  };
  return {
    verdicts,
    stored: count,
    duplicates: events.length - kept.length,
    left: kept.slice(count),
    remember,
    committed: {
      logGroup: group.name,
      groupId: group.groupId,
      firstSequence,
      ingestionMs: nowMs,
      events: rows,
    },
  };
}

/** The events to store; those that contradict a stored one carry `ecs.versionConflict` = 1. */
function flagConflicts(
  group: Group,
  events: readonly PreparedEvent[],
  verdicts: readonly Verdict[],
): PreparedEvent[] {
  const flag = (event: PreparedEvent): PreparedEvent => ({
    ...event,
    cells: withCell(event.cells, group.paths.derived('ecs.versionConflict'), '1'),
  });
  return events.flatMap((event, i) =>
    verdicts[i] === 'duplicate' ? [] : [verdicts[i] === 'conflict' ? flag(event) : event],
  );
}

/**
 * Rows that fill a row group are stored service by service: like messages side by side take 15 % less room (docs/adr). Within
 * a service they stay in the order of their arrival, as small batches do altogether.
 */
function arranged(events: readonly PreparedEvent[]): readonly PreparedEvent[] {
  if (events.length < rowGroupRows / 4) return events;
  return [...events].sort((a, b) => (a.likeness < b.likeness ? -1 : a.likeness > b.likeness ? 1 : 0));
}

/** Higher than that of every event the group ever had. */
export async function nextSequenceOf(connection: DuckDBConnection, group: Group): Promise<number> {
  if (!group.exists) return 0;
  if (group.nextSequence === null) {
    const sequence = quoteIdentifier(systemColumns.sequence);
    const found = await connection.runAndReadAll(
      `SELECT max(${sequence}) FROM ${quoteIdentifier(group.table)}`,
    );
    group.nextSequence = Math.max(Number(found.getRows()[0]?.[0] ?? -1) + 1, group.sequenceLeast);
  }
  return group.nextSequence;
}

async function recordStreams(
  connection: DuckDBConnection,
  group: Group,
  events: readonly PreparedEvent[],
  nowMs: number,
): Promise<readonly string[]> {
  const fresh = [...new Set(events.map((event) => event.logStream))].filter(
    (name) => !group.streams.has(name),
  );
  for (const name of fresh) await recordStream(connection, group, { name, createdMs: nowMs });
  return fresh;
}
