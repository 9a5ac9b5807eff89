// Which events of a batch are stored already, in the table or earlier in the batch. The table's hash columns are the only
// memory: nothing is kept between batches, so a restart forgets nothing and the memory stays bounded.

import { BIGINT, type DuckDBConnection, LIST, listValue } from '@duckdb/node-api';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { privateColumns } from './column-names.ts';
import type { EventIdentity } from './event-identity.ts';
import type { Group } from './group.ts';
import type { PreparedEvent } from './prepared-event.ts';

/** `kept`: to store. `conflict`: to store and flag, since the resource has another event of the same version. */
export type Verdict = 'kept' | 'conflict' | 'duplicate';

/** A verdict for each event, in order. */
export async function judgeDuplicates(
  connection: DuckDBConnection,
  group: Group,
  events: readonly PreparedEvent[],
): Promise<readonly Verdict[]> {
  const known = new KnownEvents();
  if (group.exists && group.nextSequence !== 0n) {
    const identities = events.flatMap((event) => event.identity ?? []);
    for (const identity of await storedLike(connection, group, identities)) known.add(identity);
  }
  return events.map(({ identity }) => {
    if (identity === null) return 'kept';
    const verdict = known.judge(identity);
    if (verdict !== 'duplicate') known.add(identity);
    return verdict;
  });
}

class KnownEvents {
  readonly #sameContent = new Map<bigint, { readonly ids: Set<bigint>; readonly versions: Set<bigint> }>();
  readonly #versions = new Set<bigint>();

  judge({ idKey, versionKey, contentKey }: EventIdentity): Verdict {
    const same = this.#sameContent.get(contentKey);
    if (same !== undefined) {
      if (idKey !== null && same.ids.has(idKey)) return 'duplicate';
      if (versionKey !== null && same.versions.has(versionKey)) return 'duplicate';
    }
    return versionKey !== null && this.#versions.has(versionKey) ? 'conflict' : 'kept';
  }

  add({ idKey, versionKey, contentKey }: EventIdentity): void {
    let same = this.#sameContent.get(contentKey);
    if (same === undefined) {
      same = { ids: new Set(), versions: new Set() };
      this.#sameContent.set(contentKey, same);
    }
    if (idKey !== null) same.ids.add(idKey);
    if (versionKey === null) return;
    same.versions.add(versionKey);
    this.#versions.add(versionKey);
  }
}

const id = quoteIdentifier(privateColumns.idKey);
const version = quoteIdentifier(privateColumns.versionKey);
const content = quoteIdentifier(privateColumns.contentKey);

/** Identities of stored events that share content or version with one of `identities`. */
async function storedLike(
  connection: DuckDBConnection,
  group: Group,
  identities: readonly EventIdentity[],
): Promise<EventIdentity[]> {
  if (identities.length === 0) return [];
  const table = quoteIdentifier(group.table);
  const found = await connection.runAndReadAll(
    `SELECT ${id}, ${version}, ${content} FROM ${table} WHERE ${content} IN (SELECT unnest($1))
     UNION ALL
     SELECT ${id}, ${version}, ${content} FROM ${table} WHERE ${version} IN (SELECT unnest($2))`,
    [
      listValue(identities.map((identity) => identity.contentKey)),
      listValue(identities.flatMap((identity) => identity.versionKey ?? [])),
    ],
    [LIST(BIGINT), LIST(BIGINT)],
  );
  return found.getRows().map(([idKey, versionKey, contentKey]) => ({
    idKey: idKey as bigint | null,
    versionKey: versionKey as bigint | null,
    contentKey: contentKey as bigint,
  }));
}
