// Loading many ECS events with one acknowledgement at the end. Events wait until they fill a row group of their log group:
// DuckDB writes full row groups straight into the file, which costs a third of the way through its log (docs/adr).

import { rowGroupRows } from '../engine/duckdb/database.ts';
import type { Catalogue } from './catalogue.ts';
import type { CommitFeed } from './commit-feed.ts';
import type { Group } from './group.ts';
import { eventsPerSlice, nextTurn, takeIn } from './intake.ts';
import type { PreparedEvent } from './prepared-event.ts';
import type { AppendResult, IncomingEvent, RejectedEvent } from './schema.ts';
import type { BulkLoad } from './store.ts';
import { writeGroup } from './write-group.ts';
import type { Writer } from './writer.ts';

/** Prepared events in memory, about 5 KB each. Beyond them the largest group is written, full or not. */
const waitingEventsMax = 4 * rowGroupRows;

export class BulkLoader implements BulkLoad {
  readonly #writer: Writer;
  readonly #catalogue: Catalogue;
  readonly #clock: () => number;
  readonly #feed: CommitFeed;
  readonly #waiting = new Map<Group, PreparedEvent[]>();
  #waitingEvents = 0;
  /** The last two writes: one that runs and one that follows it. */
  #writing: Promise<void> = Promise.resolve();
  #before: Promise<void> = Promise.resolve();
  #failure: { readonly cause: unknown } | null = null;
  #stored = 0;
  #duplicates = 0;

  constructor(writer: Writer, catalogue: Catalogue, clock: () => number, feed: CommitFeed) {
    this.#writer = writer;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#feed = feed;
  }

  async add(events: readonly IncomingEvent[]): Promise<AppendResult> {
    const nowMs = this.#clock();
    const rejected: RejectedEvent[] = [];
    for (const [index, incoming] of events.entries()) {
      if (index % eventsPerSlice === eventsPerSlice - 1) await nextTurn();
      const taken = takeIn(this.#catalogue, null, incoming, nowMs);
      if (taken.kind === 'rejected') rejected.push({ index, reason: taken.reason });
      else this.#wait(taken.group, taken.event);
    }
    await this.#writeWhatIsDue();
    return this.#news(rejected);
  }

  async finish(): Promise<AppendResult> {
    // A write under way may leave events that do not fill a row group; they wait again once it has ended.
    await Promise.all([this.#before, this.#writing]);
    for (const group of [...this.#waiting.keys()]) await this.#startWriting(group, false);
    await this.#writing;
    this.#throwFailure();
    return this.#news([]);
  }

  #wait(group: Group, event: PreparedEvent): void {
    const waiting = this.#waiting.get(group);
    if (waiting === undefined) this.#waiting.set(group, [event]);
    else waiting.push(event);
    this.#waitingEvents++;
  }

  async #writeWhatIsDue(): Promise<void> {
    for (const [group, waiting] of this.#waiting) {
      if (waiting.length >= rowGroupRows) await this.#startWriting(group, true);
    }
    while (this.#waitingEvents > waitingEventsMax) {
      const [largest] = [...this.#waiting].sort(([, a], [, b]) => b.length - a.length);
      if (largest === undefined) return;
      await this.#startWriting(largest[0], false);
    }
  }

  /** Waits for the write before the last, then lets this one run beside what follows. */
  async #startWriting(group: Group, fullOnly: boolean): Promise<void> {
    await this.#before;
    this.#throwFailure();
    this.#before = this.#writing;
    const events = this.#waiting.get(group) ?? [];
    this.#waiting.delete(group);
    this.#waitingEvents -= events.length;
    this.#writing = this.#write(group, events, fullOnly).catch((cause: unknown) => {
      this.#failure ??= { cause };
    });
  }

  /** With `fullOnly` the events beyond full row groups go on waiting. */
  async #write(group: Group, events: readonly PreparedEvent[], fullOnly: boolean): Promise<void> {
    const written = await this.#writer.transaction((connection) =>
      writeGroup(connection, group, events, this.#clock(), fullOnly ? rowGroupRows : 1),
    );
    written.remember();
    this.#feed.tell(written.committed);
    this.#stored += written.stored;
    this.#duplicates += written.duplicates;
    // In front of those that came meanwhile.
    const later = this.#waiting.get(group) ?? [];
    if (written.left.length > 0) this.#waiting.set(group, [...written.left, ...later]);
    this.#waitingEvents += written.left.length;
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.cause;
  }

  /** What became of the events since the last call. */
  #news(rejected: readonly RejectedEvent[]): AppendResult {
    const news = { stored: this.#stored, duplicates: this.#duplicates, rejected };
    this.#stored = 0;
    this.#duplicates = 0;
    return news;
  }
}
