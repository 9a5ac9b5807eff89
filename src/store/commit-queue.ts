// Group commit: appends that arrive while a commit runs are committed together, in one transaction and one sync of the log.
// While DuckDB commits one batch, the next one is prepared.

import type { DuckDBConnection } from '@duckdb/node-api';
import { clusterNameOf, envelopeProblem } from '../ecs/derive.ts';
import { eventBytesMax } from '../limits.ts';
import { type Catalogue, recordGroup, recordStream } from './catalogue.ts';
import { judgeDuplicates } from './duplicates.ts';
import type { Group } from './group.ts';
import { ensureColumns, insertEvents } from './insert-events.ts';
import { type ParsedEvent, type PreparedEvent, parseEvent, prepareEvent } from './prepared-event.ts';
import type { AppendResult, IncomingEvent, RejectedEvent } from './schema.ts';
import type { Writer } from './writer.ts';

/** One call of append or appendEcs on its way. */
interface Append {
  /** Null: each event goes to the group of its cluster. */
  readonly group: string | null;
  readonly events: readonly IncomingEvent[];
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

interface Tally {
  stored: number;
  duplicates: number;
  readonly rejected: RejectedEvent[];
}

interface Batch {
  readonly appends: readonly { readonly append: Append; readonly tally: Tally }[];
  readonly groups: ReadonlyMap<Group, readonly { readonly event: PreparedEvent; readonly tally: Tally }[]>;
}

/** Events of one transaction, about: enough for full row groups, few enough to hold in memory. */
const batchEventsMax = 16_384;

export class CommitQueue {
  readonly #writer: Writer;
  readonly #catalogue: Catalogue;
  readonly #clock: () => number;
  #waiting: Append[] = [];
  #running: Promise<void> | null = null;

  constructor(writer: Writer, catalogue: Catalogue, clock: () => number) {
    this.#writer = writer;
    this.#catalogue = catalogue;
    this.#clock = clock;
  }

  append(group: string | null, events: readonly IncomingEvent[]): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ group, events, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when everything appended so far is committed or rejected. */
  async drained(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    let committing = Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#prepare(this.#takeWaiting());
      await committing;
      committing = this.#settle(batch);
      // Lets appends that arrived meanwhile, and everything else in the process, have their turn.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#waiting.length === 0) await committing;
    }
    // In the same turn as the last look at what waits: an append that comes now starts a new run.
    this.#running = null;
  }

  #takeWaiting(): Append[] {
    let events = 0;
    let count = 0;
    while (count < this.#waiting.length && (count === 0 || events < batchEventsMax)) {
      events += this.#waiting[count]?.events.length ?? 0;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  #prepare(appends: readonly Append[]): Batch {
    const nowMs = this.#clock();
    const groups = new Map<Group, { event: PreparedEvent; tally: Tally }[]>();
    const tallied = appends.map((append) => {
      const tally: Tally = { stored: 0, duplicates: 0, rejected: [] };
      for (const [index, event] of append.events.entries()) {
        const parsed = parseEvent(event);
        const reason = problemOf(parsed, append.group);
        if (reason !== null) {
          tally.rejected.push({ index, reason });
          continue;
        }
        const group = this.#catalogue.getOrPlan(append.group ?? ecsGroupName(parsed.json), nowMs);
        const members = groups.get(group) ?? [];
        members.push({ event: prepareEvent(parsed, group.paths, nowMs), tally });
        groups.set(group, members);
      }
      return { append, tally };
    });
    return { appends: tallied, groups };
  }

  /** Commits the batch and answers its appends. Never rejects. */
  async #settle(batch: Batch): Promise<void> {
    try {
      await this.#commit(batch);
      for (const { append, tally } of batch.appends) append.resolve(tally);
    } catch (error) {
      for (const { append } of batch.appends) append.reject(error);
    }
  }

  async #commit(batch: Batch): Promise<void> {
    const done = await this.#writer.transaction(async (connection) => {
      const written: (() => void)[] = [];
      for (const [group, members] of batch.groups) {
        written.push(await this.#write(connection, group, members));
      }
      return written;
    });
    for (const remember of done) remember();
  }

  /** Writes the events of one group; returns what to remember once the transaction is committed. */
  async #write(
    connection: DuckDBConnection,
    group: Group,
    members: readonly { readonly event: PreparedEvent; readonly tally: Tally }[],
  ): Promise<() => void> {
    const nowMs = this.#clock();
    const first = await nextSequence(connection, group);
    const verdicts = await judgeDuplicates(
      connection,
      group,
      members.map((member) => member.event),
    );
    const kept: PreparedEvent[] = [];
    for (const [i, { event }] of members.entries()) {
      if (verdicts[i] === 'duplicate') continue;
      if (verdicts[i] === 'conflict') group.paths.set(event.cells, 'ecs.versionConflict', '1');
      kept.push(event);
    }
    if (!group.exists) await recordGroup(connection, group);
    const added = await ensureColumns(connection, group);
    const streams = await recordStreams(connection, group, kept, nowMs);
    await insertEvents(connection, group, kept, first, nowMs);
    return () => {
      group.exists = true;
      group.nextSequence = first + BigInt(kept.length);
      for (const index of added) group.fields.set(group.paths.paths[index] ?? '', group.column(index));
      for (const name of streams) group.streams.set(name, { name, createdMs: nowMs });
      for (const [i, { tally }] of members.entries()) {
        if (verdicts[i] === 'duplicate') tally.duplicates++;
        else tally.stored++;
      }
    };
  }
}

/** Why an event cannot be stored, or null. */
function problemOf({ event, json }: ParsedEvent, group: string | null): string | null {
  const bytes = Buffer.byteLength(event.message);
  if (bytes > eventBytesMax) return `the event has ${bytes} bytes; the limit is ${eventBytesMax}`;
  if (group !== null) return null;
  return json === null
    ? 'not a JSON object; give one EventBridge event for each entry'
    : envelopeProblem(json);
}

/** Reference ecs-events 14.1. A cluster name that could not be part of a group name counts as unknown. */
function ecsGroupName(envelope: unknown): string {
  const cluster = clusterNameOf(envelope);
  const usable = cluster !== null && /^[.\-_/#A-Za-z0-9]{1,255}$/.test(cluster);
  return `/aws/events/ecs/containerinsights/${usable ? cluster : 'unknown'}/performance`;
}

async function nextSequence(connection: DuckDBConnection, group: Group): Promise<bigint> {
  if (!group.exists) return 0n;
  if (group.nextSequence === null) {
    const found = await connection.runAndReadAll(`SELECT max("@seq") FROM "${group.table}"`);
    const last = found.getRows()[0]?.[0];
    group.nextSequence = typeof last === 'bigint' ? last + 1n : 0n;
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
