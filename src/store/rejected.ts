// What was refused on its way in, kept aside with its bytes so that nothing is lost in silence: somebody looks at it, repairs
// what was wrong and has it taken in again. A table of its own, since a document may weigh megabytes; memory holds what the
// limits need. Full, it lets go of the oldest, and counts on.

import { createHash } from 'node:crypto';
import { BIGINT, BLOB, blobValue, DuckDBBlobValue, type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import type { Database } from '../engine/duckdb/database.ts';
import { rejectedAgeMs, rejectedBodyBytesMax, rejectedBytesMax, rejectedMax } from '../limits.ts';
import type { Writer } from './writer.ts';

export interface RejectedDraft {
  /** The way it came: a route (`/ingest/events`), `import`, `sqs`. There are few of them, and each is counted. */
  readonly source: string;
  /** Who or what exactly: an address and a user agent, a file and a line. */
  readonly sender: string;
  readonly reason: string;
  readonly body: Uint8Array;
}

export interface RejectedRecord {
  readonly id: number;
  readonly source: string;
  readonly sender: string;
  readonly reason: string;
  readonly firstMs: number;
  /** When the same bytes came last from this source, and how often they came. */
  readonly lastMs: number;
  readonly times: number;
  /** Of the document as it came, and what is kept of it: less when it was larger than `rejectedBodyBytesMax`. */
  readonly bytes: number;
  readonly keptBytes: number;
}

export interface RejectedTotals {
  readonly kept: number;
  readonly keptBytes: number;
  /** How much was ever rejected, by source, whether it is still kept or not. */
  readonly bySource: ReadonlyMap<string, number>;
}

export interface RejectedStore {
  /** Durable when it resolves. The same bytes of one source are kept once. */
  keep(drafts: readonly RejectedDraft[]): Promise<void>;
  /** Newest first; those with smaller ids than `before`, when it is given. */
  list(options: { readonly limit: number; readonly before?: number }): Promise<readonly RejectedRecord[]>;
  /** With the bytes. Throws RejectedMissing. */
  get(id: number): Promise<RejectedRecord & { readonly body: Uint8Array }>;
  /** Oldest first. */
  ids(): readonly number[];
  /** Removes these; durable when it resolves. Those that are not there make no difference. */
  remove(ids: readonly number[]): Promise<void>;
  totals(): RejectedTotals;
}

export class RejectedMissing extends Error {
  override readonly name = 'RejectedMissing';
  constructor(id: number) {
    super(
      `Nothing that was rejected has the id ${id}; perhaps it was stored, deleted, or made room for others.`,
    );
  }
}

const ddl = [
  `CREATE TABLE IF NOT EXISTS rejected (id BIGINT, source VARCHAR, sender VARCHAR, reason VARCHAR, first_ms BIGINT, last_ms BIGINT,
    times BIGINT, bytes BIGINT, hash VARCHAR, body BLOB)`,
  'CREATE TABLE IF NOT EXISTS rejected_counts (source VARCHAR, total BIGINT)',
];
const columns = 'id, source, sender, reason, first_ms, last_ms, times, bytes, octet_length(body)';
/** Characters of a reason and a sender; both quote what others sent. */
const textCharsMax = 1_000;

interface Kept {
  readonly hash: string;
  readonly keptBytes: number;
  lastMs: number;
}

interface Parts {
  readonly database: Database;
  readonly writer: Writer;
  readonly clock: () => number;
}

export class RejectedArea implements RejectedStore {
  readonly #parts: Parts;
  /** In the order of the ids, which is that of arrival. */
  readonly #kept = new Map<number, Kept>();
  readonly #byHash = new Map<string, number>();
  readonly #totals = new Map<string, number>();
  #keptBytes = 0;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  static async load(connection: DuckDBConnection, parts: Parts): Promise<RejectedArea> {
    for (const statement of ddl) await connection.run(statement);
    const area = new RejectedArea(parts);
    const kept = await connection.runAndReadAll(
      'SELECT id, hash, octet_length(body), last_ms FROM rejected ORDER BY id',
    );
    for (const [id, hash, bytes, lastMs] of kept.getRows()) {
      area.#remember(Number(id), { hash: String(hash), keptBytes: Number(bytes), lastMs: Number(lastMs) });
    }
    const counts = await connection.runAndReadAll('SELECT source, total FROM rejected_counts');
    for (const [source, total] of counts.getRows()) area.#totals.set(String(source), Number(total));
    return area;
  }

  async keep(drafts: readonly RejectedDraft[]): Promise<void> {
    if (drafts.length === 0) return;
    const nowMs = this.#parts.clock();
    const changes = await this.#parts.writer.transaction(async (connection) => {
      const planned = this.#plan(drafts, nowMs);
      for (const added of planned.added) await insert(connection, added, nowMs);
      for (const [id, times] of planned.repeated) {
        const again = `times = times + ${times}, last_ms = ${nowMs}`;
        await connection.run(`UPDATE rejected SET ${again} WHERE id = ${id}`);
      }
      await erase(connection, planned.removed);
      for (const [source, total] of planned.totals) await count(connection, source, total);
      return planned;
    });
    this.#apply(changes, nowMs);
  }

  #plan(drafts: readonly RejectedDraft[], nowMs: number): Changes {
    const totals = new Map<string, number>();
    const added = new Map<string, Added>();
    const repeated = new Map<number, number>();
    let nextId = [...this.#totals.values()].reduce((sum, total) => sum + total, 1);
    for (const draft of drafts) {
      totals.set(draft.source, (totals.get(draft.source) ?? this.#totals.get(draft.source) ?? 0) + 1);
      const hash = hashOf(draft);
      const known = this.#byHash.get(hash);
      if (known !== undefined) repeated.set(known, (repeated.get(known) ?? 0) + 1);
      else {
        const first = added.get(hash) ?? { id: nextId, draft, hash, times: 0 };
        added.set(hash, { ...first, times: first.times + 1 });
      }
      nextId++;
    }
    const all = [...added.values()];
    return { added: all, repeated, totals, removed: this.#tooMany(all, nowMs, repeated) };
  }

  /** The oldest, until what is left keeps to the limits. */
  #tooMany(
    added: readonly Added[],
    nowMs: number,
    spared: ReadonlyMap<number, number> = new Map(),
  ): readonly number[] {
    let count = this.#kept.size + added.length;
    let bytes = added.reduce((sum, { draft }) => sum + keptBytesOf(draft), this.#keptBytes);
    const removed: number[] = [];
    for (const [id, { keptBytes, lastMs }] of this.#kept) {
      const old = nowMs - lastMs > rejectedAgeMs && !spared.has(id);
      if (!old && count <= rejectedMax && bytes <= rejectedBytesMax) continue;
      removed.push(id);
      count--;
      bytes -= keptBytes;
    }
    return removed;
  }

  #apply({ added, repeated, removed, totals }: Changes, nowMs: number): void {
    for (const { id, draft, hash } of added)
      this.#remember(id, { hash, keptBytes: keptBytesOf(draft), lastMs: nowMs });
    for (const id of repeated.keys()) {
      const kept = this.#kept.get(id);
      if (kept !== undefined) kept.lastMs = nowMs;
    }
    for (const id of removed) this.#forget(id);
    for (const [source, total] of totals) this.#totals.set(source, total);
  }

  #remember(id: number, kept: Kept): void {
    this.#kept.set(id, kept);
    this.#byHash.set(kept.hash, id);
    this.#keptBytes += kept.keptBytes;
  }

  #forget(id: number): void {
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    this.#kept.delete(id);
    this.#byHash.delete(kept.hash);
    this.#keptBytes -= kept.keptBytes;
  }

  async list({
    limit,
    before,
  }: {
    readonly limit: number;
    readonly before?: number;
  }): Promise<readonly RejectedRecord[]> {
    const older = before === undefined ? '' : `WHERE id < ${Math.floor(before)}`;
    const rows = await this.#read(
      `SELECT ${columns} FROM rejected ${older} ORDER BY id DESC LIMIT ${Math.floor(limit)}`,
    );
    return rows.map(recordOf);
  }

  async get(id: number): Promise<RejectedRecord & { readonly body: Uint8Array }> {
    const rows = this.#kept.has(id)
      ? await this.#read(`SELECT ${columns}, body FROM rejected WHERE id = ${id}`)
      : [];
    const row = rows[0];
    const body = row?.at(-1);
    if (row === undefined || !(body instanceof DuckDBBlobValue)) throw new RejectedMissing(id);
    return { ...recordOf(row), body: body.bytes };
  }

  ids(): readonly number[] {
    return [...this.#kept.keys()];
  }

  async remove(ids: readonly number[]): Promise<void> {
    const known = ids.filter((id) => this.#kept.has(id));
    if (known.length === 0) return;
    await this.#parts.writer.transaction((connection) => erase(connection, known));
    for (const id of known) this.#forget(id);
  }

  /** Lets go of what is past its time; otherwise that happens when something comes. */
  expire(): Promise<void> {
    return this.remove(this.#tooMany([], this.#parts.clock()));
  }

  totals(): RejectedTotals {
    return { kept: this.#kept.size, keptBytes: this.#keptBytes, bySource: new Map(this.#totals) };
  }

  #read(sql: string): Promise<readonly (readonly unknown[])[]> {
    return this.#parts.database.withStoreReader(async (connection) =>
      (await connection.runAndReadAll(sql)).getRows(),
    );
  }
}

interface Added {
  readonly id: number;
  readonly draft: RejectedDraft;
  readonly hash: string;
  readonly times: number;
}

interface Changes {
  readonly added: readonly Added[];
  /** Id and how often it came again. */
  readonly repeated: ReadonlyMap<number, number>;
  readonly removed: readonly number[];
  readonly totals: ReadonlyMap<string, number>;
}

const keptBytesOf = ({ body }: RejectedDraft): number => Math.min(body.length, rejectedBodyBytesMax);

const hashOf = ({ source, body }: RejectedDraft): string =>
  createHash('sha256').update(source).update('\0').update(body).digest('hex');

async function insert(
  connection: DuckDBConnection,
  { id, draft, hash, times }: Added,
  nowMs: number,
): Promise<void> {
  const { source, sender, reason, body } = draft;
  await connection.run(
    `INSERT INTO rejected VALUES (${id}, $1, $2, $3, ${nowMs}, ${nowMs}, ${times}, $4, $5, $6)`,
    [
      source,
      sender.slice(0, textCharsMax),
      reason.slice(0, textCharsMax),
      BigInt(body.length),
      hash,
      blobValue(body.subarray(0, rejectedBodyBytesMax)),
    ],
    [VARCHAR, VARCHAR, VARCHAR, BIGINT, VARCHAR, BLOB],
  );
}

async function erase(connection: DuckDBConnection, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await connection.run(`DELETE FROM rejected WHERE id IN (${ids.join(', ')})`);
}

async function count(connection: DuckDBConnection, source: string, total: number): Promise<void> {
  await connection.run('DELETE FROM rejected_counts WHERE source = $1', [source]);
  await connection.run(`INSERT INTO rejected_counts VALUES ($1, ${total})`, [source]);
}

function recordOf(row: readonly unknown[]): RejectedRecord {
  const [id, source, sender, reason, firstMs, lastMs, times, bytes, keptBytes] = row;
  return {
    id: Number(id),
    source: String(source),
    sender: String(sender),
    reason: String(reason),
    firstMs: Number(firstMs),
    lastMs: Number(lastMs),
    times: Number(times),
    bytes: Number(bytes),
    keptBytes: Number(keptBytes),
  };
}
