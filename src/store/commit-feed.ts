// Tells whoever listens what was committed, after it is durable. Storing comes first: nothing is made for a listener, nobody is
// waited for, and a listener that throws is heard of no more.

/** What a listener sees of one stored event. */
export interface CommittedEvent {
  readonly timestampMs: number;
  readonly logStream: string;
  readonly message: string;
  /** UTF-8 length of the message. */
  readonly bytes: number;
}

/** The events of one commit that went to one log group, numbered in order from `firstSequence`. */
export interface Committed {
  readonly logGroup: string;
  /** Number of the group and sequence of its first event here, as in `@ptr`. */
  readonly groupId: number;
  readonly firstSequence: number;
  readonly ingestionMs: number;
  /** The writer's own, up to a whole row group of them: a listener takes what it wants at once and keeps the list not at all. */
  readonly events: readonly CommittedEvent[];
}

/** Called in the turn of the commit, so it must be quick: look, take, return. */
export type CommitListener = (committed: Committed) => void;

export class CommitFeed {
  readonly #listeners = new Set<CommitListener>();

  /** Returns what ends the listening. */
  listen(listener: CommitListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(committed: Committed): void {
    if (committed.events.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(committed);
      } catch {
        // The events are stored, and whoever sent them is to be told so. A listener that failed once would fail again.
        this.#listeners.delete(listener);
      }
    }
  }
}
