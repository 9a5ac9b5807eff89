// Group commit: appends that arrive while a commit runs are committed together, in one transaction and one sync of the log.
// While DuckDB commits one batch, the next one is prepared.

import type { Catalogue } from './catalogue.ts';
import type { CommitFeed } from './commit-feed.ts';
import type { Group } from './group.ts';
import { eventsPerSlice, nextTurn, takeIn } from './intake.ts';
import type { PreparedEvent } from './prepared-event.ts';
import type { AppendResult, IncomingEvent, RejectedEvent } from './schema.ts';
import { LogGroupMissing, LogStreamMissing } from './store.ts';
import { writeGroup } from './write-group.ts';
import type { Writer } from './writer.ts';

/** One call of append or appendEcs on its way. */
interface Append {
  /** Null: each event goes to the group of its cluster. */
  readonly group: Group | null;
  /** Whether a stream that is not there, or not any more, is an error; otherwise it is made. */
  readonly existingStreams: boolean;
  readonly events: readonly IncomingEvent[];
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** What came out for one append. */
interface Tally {
  readonly append: Append;
  stored: number;
  duplicates: number;
  readonly rejected: RejectedEvent[];
}

interface Member {
  readonly event: PreparedEvent;
  readonly tally: Tally;
}

interface Batch {
  readonly tallies: readonly Tally[];
  readonly groups: ReadonlyMap<Group, readonly Member[]>;
}

/** About so many events go into one transaction. */
const batchEventsMax = 16_384;

export class CommitQueue {
  readonly #writer: Writer;
  readonly #catalogue: Catalogue;
  readonly #clock: () => number;
  readonly #feed: CommitFeed;
  #waiting: Append[] = [];
  #running: Promise<void> | null = null;

  constructor(writer: Writer, catalogue: Catalogue, clock: () => number, feed: CommitFeed) {
    this.#writer = writer;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#feed = feed;
  }

  append(
    name: string | null,
    events: readonly IncomingEvent[],
    existingStreams = false,
  ): Promise<AppendResult> {
    // The group is settled now: when it is deleted before the commit, a new one of its name is not meant.
    const group = name === null ? null : this.#catalogue.getOrPlan(name, this.#clock());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ group, existingStreams, events, resolve, reject });
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
      // Appends of one turn of the event loop belong together.
      await nextTurn();
      const batch = await this.#prepare(this.#takeWaiting());
      await committing;
      committing = this.#settle(batch);
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

  async #prepare(appends: readonly Append[]): Promise<Batch> {
    const nowMs = this.#clock();
    const groups = new Map<Group, Member[]>();
    const tallies: Tally[] = [];
    for (const append of appends) {
      const tally: Tally = { append, stored: 0, duplicates: 0, rejected: [] };
      tallies.push(tally);
      for (const [index, incoming] of append.events.entries()) {
        if (index % eventsPerSlice === eventsPerSlice - 1) await nextTurn();
        const taken = takeIn(this.#catalogue, append.group, incoming, nowMs);
        if (taken.kind === 'rejected') tally.rejected.push({ index, reason: taken.reason });
        else addTo(groups, taken.group, { event: taken.event, tally });
      }
    }
    return { tallies, groups };
  }

  /** Commits the batch and answers its appends. Never rejects. */
  async #settle(batch: Batch): Promise<void> {
    try {
      await this.#commit(batch);
      for (const { append, stored, duplicates, rejected } of batch.tallies) {
        append.resolve({ stored, duplicates, rejected });
      }
    } catch (error) {
      if (batch.tallies.length > 1) await this.#settleApart(batch);
      else for (const { append } of batch.tallies) this.#refuse(append, error);
    }
  }

  /** Events that go where their cluster is find their way anew when that group was deleted on the way. */
  #refuse(append: Append, error: unknown): void {
    if (append.group === null && error instanceof LogGroupMissing) this.#waiting.push(append);
    else append.reject(error);
  }

  /** One append must not fail because of its company. */
  async #settleApart(batch: Batch): Promise<void> {
    for (const tally of batch.tallies) {
      const groups = new Map<Group, Member[]>();
      for (const [group, members] of batch.groups) {
        const own = members.filter((member) => member.tally === tally);
        if (own.length > 0) groups.set(group, own);
      }
      await this.#settle({ tallies: [tally], groups });
    }
  }

  async #commit(batch: Batch): Promise<void> {
    if (batch.groups.size === 0) return;
    const nowMs = this.#clock();
    const written = await this.#writer.transaction(async (connection) => {
      const all = [];
      for (const [group, members] of batch.groups) {
        checkStreams(group, members);
        const events = members.map((member) => member.event);
        all.push({ members, ...(await writeGroup(connection, group, events, nowMs)) });
      }
      return all;
    });
    for (const { members, verdicts, remember, committed } of written) {
      remember();
      this.#feed.tell(committed);
      for (const [i, { tally }] of members.entries()) {
        if (verdicts[i] === 'duplicate') tally.duplicates++;
        else tally.stored++;
      }
    }
  }
}

function checkStreams(group: Group, members: readonly Member[]): void {
  for (const { event, tally } of members) {
    if (tally.append.existingStreams && !group.streams.has(event.logStream) && !group.deleted) {
      throw new LogStreamMissing(group.name, event.logStream);
    }
  }
}

function addTo(groups: Map<Group, Member[]>, group: Group, member: Member): void {
  const members = groups.get(group);
  if (members === undefined) groups.set(group, [member]);
  else members.push(member);
}
