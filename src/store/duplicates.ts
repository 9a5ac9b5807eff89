// Which events of a batch are stored already, in the table or earlier in the batch. The table is the only memory: nothing is
// kept between batches, so a restart forgets nothing and the memory stays bounded. Two hash columns find the few stored
// events that could be the same; ids and versions are then compared as they are.

import {
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  UINTEGER,
} from '@duckdb/node-api';
import { chunkRows } from '../engine/duckdb/database.ts';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { privateColumns } from './column-names.ts';
import { type EventIdentity, resourceFields, versionOf } from './event-identity.ts';
import type { Group } from './group.ts';
import type { PreparedEvent } from './prepared-event.ts';
import { systemColumns } from './schema.ts';

/** `kept`: to store. `conflict`: to store and flag, since the resource has another event of the same version. */
export type Verdict = 'kept' | 'conflict' | 'duplicate';

/** A verdict for each event, in order. */
export async function judgeDuplicates(
  connection: DuckDBConnection,
  group: Group,
  events: readonly PreparedEvent[],
): Promise<readonly Verdict[]> {
  const known = new KnownEvents();
  const identities = events.flatMap((event) => event.identity ?? []);
  if (group.exists && identities.length > 0) {
    for (const stored of await storedLike(connection, group, identities)) known.add(stored);
  }
  return events.map(({ identity }) => {
    if (identity === null) return 'kept';
    const verdict = known.judge(identity);
    if (verdict !== 'duplicate') known.add(identity);
    return verdict;
  });
}

type Known = Pick<EventIdentity, 'id' | 'version' | 'contentKey'>;

class KnownEvents {
  /** `<content> <id>` and `<content> <version>`. */
  readonly #whole = new Set<string>();
  readonly #versions = new Set<string>();

  judge({ id, version, contentKey }: Known): Verdict {
    if (id !== null && this.#whole.has(`${contentKey} id ${id}`)) return 'duplicate';
    if (version === null || !this.#versions.has(version)) return 'kept';
    return this.#whole.has(`${contentKey} version ${version}`) ? 'duplicate' : 'conflict';
  }

  add({ id, version, contentKey }: Known): void {
    if (id !== null) this.#whole.add(`${contentKey} id ${id}`);
    if (version === null) return;
    this.#whole.add(`${contentKey} version ${version}`);
    this.#versions.add(version);
  }
}

const fewKeys = 16;
const sequence = quoteIdentifier(systemColumns.sequence);
const versionKey = quoteIdentifier(privateColumns.versionKey);
const contentKey = quoteIdentifier(privateColumns.contentKey);

/** Identities of stored events that share content or version with one of `identities`, and some by chance. */
async function storedLike(
  connection: DuckDBConnection,
  group: Group,
  identities: readonly EventIdentity[],
): Promise<readonly Known[]> {
  const table = quoteIdentifier(group.table);
  const keys = await keySource(connection, identities);
  // First the narrow columns of all rows, then the wide ones of the few that match.
  const found = await connection.runAndReadAll(
    `SELECT ${sequence} FROM ${table}
     WHERE ${contentKey} IN (SELECT content FROM ${keys}) OR ${versionKey} IN (SELECT version FROM ${keys})`,
  );
  const sequences = found.getRows().map((row) => row[0] ?? null);
  if (sequences.length === 0) return [];
  const field = (path: string): string => {
    const name = group.fields.get(path);
    return name === undefined ? 'NULL' : quoteIdentifier(name);
  };
  const resource = `coalesce(${resourceFields.map(field).join(', ')})`;
  const wide = await connection.runAndReadAll(
    `SELECT ${field('id')}, ${resource}, ${field('detail.version')}, ${contentKey}
     FROM ${table} WHERE ${sequence} IN (SELECT unnest($1))`,
    [listValue(sequences)],
    [LIST(UINTEGER)],
  );
  return wide.getRows().map(([id, arn, version, content]) => ({
    id: textOrNull(id),
    version: versionOf(textOrNull(arn) ?? undefined, textOrNull(version) ?? undefined),
    contentKey: Number(content),
  }));
}

/** What to select `content` and `version` from: the keys written out when they are few, a table when they are many. */
async function keySource(
  connection: DuckDBConnection,
  identities: readonly EventIdentity[],
): Promise<string> {
  if (identities.length <= fewKeys) {
    const tuples = identities.map(({ contentKey, versionKey }) => `(${contentKey}, ${versionKey ?? 'NULL'})`);
    return `(VALUES ${tuples.join(', ')}) AS keys (content, version)`;
  }
  await connection.run('CREATE OR REPLACE TEMP TABLE keys (content INTEGER, version INTEGER)');
  const appender = await connection.createAppender('keys', null, 'temp');
  for (let i = 0; i < identities.length; i += chunkRows) {
    const part = identities.slice(i, i + chunkRows);
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER], part.length);
    chunk.setColumnValues(
      0,
      part.map((identity) => identity.contentKey),
    );
    chunk.setColumnValues(
      1,
      part.map((identity) => identity.versionKey),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return 'keys';
}

const textOrNull = (value: DuckDBValue | undefined): string | null =>
  typeof value === 'string' ? value : null;
