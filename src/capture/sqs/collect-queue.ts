// Takes events out of a queue: receives, stores, and deletes only what is stored. Workers come when there is work and go when there is
// none, so that an idle queue is asked by one of them. Whatever goes wrong, a message stays in the queue until its events are durable;
// what comes twice is recognised by the store.

import { setMaxListeners } from 'node:events';
import {
  queueHiddenSeconds,
  queuePauseMsMax,
  queueReceivedMax,
  queueRefusalsKept,
  queueRefusedIdsMax,
} from '../../limits.ts';
import type { AppendResult, IncomingEvent } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { messageEvents } from './message-events.ts';
import { type Queue, type QueueMessage, QueueProblem } from './queue.ts';

export interface CollectOptions {
  readonly workers: number;
  /** Ends when the queue is empty, and after too many failures. */
  readonly untilEmpty: boolean;
}

export interface CollectEffects {
  readonly nowMs: () => number;
  /** Resolves after so long, or when the signal fires; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Calls `tick` every `periodMs`; returns what ends that. */
  readonly every: (periodMs: number, tick: () => void) => () => void;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Failures that are waited out; the same one once a minute. */
  readonly onNotice: (sentence: string) => void;
  readonly onRefused: (refusal: QueueRefusal) => void;
  readonly onProgress: (counts: CollectCounts) => void;
}

export interface CollectCounts {
  /** Messages, as often as they were delivered. */
  readonly received: number;
  readonly stored: number;
  readonly duplicates: number;
  /** Messages that hold something else than events and are left in the queue; each counts once. */
  readonly refused: number;
  readonly deleted: number;
}

export interface QueueRefusal {
  readonly messageId: string;
  readonly reason: string;
}

export interface CollectSummary extends CollectCounts {
  /** The first ones. */
  readonly refusals: readonly QueueRefusal[];
}

/** An answer with as many messages tells that more are waiting than one reader takes; SQS does not always fill its answers. */
const backlogMessages = queueReceivedMax / 2;
/** Spurious empty answers are possible [AWS: rare with long polling]; a queue that is empty says so twice. */
const emptyAnswersToEnd = 2;
/** Failures in a row after which a collector gives up that is to end some time, and one whose store fails. */
const attemptsMax = 8;
/** A message that cannot be deleted comes again and is recognised then. */
const deleteAttemptsMax = 5;
const pauseMsLeast = 250;
const complaintMs = 60_000;

/**
 * Until `signal` fires or, with `untilEmpty`, the queue is empty; what was received until then is stored and deleted. Rejects with
 * QueueProblem when the queue refuses us from the start, and with what the store throws when it keeps failing.
 */
export function collectQueue(
  queue: Queue,
  target: Pick<Store, 'appendEcs'>,
  options: CollectOptions,
  effects: CollectEffects,
  signal: AbortSignal,
): Promise<CollectSummary> {
  return new Collector(queue, target, options, effects).run(signal);
}

class Collector {
  readonly #queue: Queue;
  readonly #target: Pick<Store, 'appendEcs'>;
  readonly #options: CollectOptions;
  readonly #effects: CollectEffects;
  readonly #stop = new AbortController();
  #failure: { readonly cause: unknown } | undefined;
  #workers = 0;
  #onLastGone: () => void = () => {};
  /** What has succeeded once: a refusal of it later may be repaired while we run. */
  readonly #allowed = new Set<'receive' | 'delete'>();
  #complaint: { readonly sentence: string; readonly atMs: number } | undefined;
  #received = 0;
  #stored = 0;
  #duplicates = 0;
  #refused = 0;
  #deleted = 0;
  readonly #refusedIds = new Set<string>();
  readonly #refusals: QueueRefusal[] = [];

  constructor(
    queue: Queue,
    target: Pick<Store, 'appendEcs'>,
    options: CollectOptions,
    effects: CollectEffects,
  ) {
    this.#queue = queue;
    this.#target = target;
    this.#options = options;
    this.#effects = effects;
    // Every worker listens; ten of them are no leak.
    setMaxListeners(0, this.#stop.signal);
  }

  async run(signal: AbortSignal): Promise<CollectSummary> {
    const stop = (): void => this.#stop.abort();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const lastGone = new Promise<void>((resolve) => {
      this.#onLastGone = resolve;
    });
    this.#hire();
    if (this.#workers > 0) await lastGone;
    signal.removeEventListener('abort', stop);
    if (this.#failure !== undefined) throw this.#failure.cause;
    return { ...this.#counts(), refusals: this.#refusals };
  }

  get #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  #hire(): void {
    if (this.#workers >= this.#options.workers || this.#stopped) return;
    this.#workers++;
    void this.#work()
      .catch((cause: unknown) => {
        this.#failure ??= { cause };
        this.#stop.abort();
      })
      .then(() => {
        if (this.#workers === 0) this.#onLastGone();
      });
  }

  async #work(): Promise<void> {
    let emptyAnswers = 0;
    try {
      while (!this.#stopped) {
        const messages = await this.#receive();
        if (messages.length === 0) {
          // Others are at work and ask again when they are done.
          if (this.#workers > 1) return;
          emptyAnswers++;
          if (this.#options.untilEmpty && emptyAnswers >= emptyAnswersToEnd) return;
          continue;
        }
        emptyAnswers = 0;
        if (messages.length >= backlogMessages) this.#hire();
        await this.#handle(messages);
      }
    } finally {
      this.#workers--;
    }
  }

  async #receive(): Promise<readonly QueueMessage[]> {
    for (let attempt = 1; !this.#stopped; attempt++) {
      try {
        const messages = await this.#queue.receive(this.#stop.signal);
        this.#allowed.add('receive');
        this.#received += messages.length;
        return messages;
      } catch (cause) {
        if (!this.#mayPass(cause, 'receive') || (this.#options.untilEmpty && attempt >= attemptsMax))
          throw cause;
        this.#complainOf(cause, attempt);
        await this.#pause(attempt);
      }
    }
    return [];
  }

  async #handle(messages: readonly QueueMessage[]): Promise<void> {
    // The first of these ticks comes long before the messages can be seen by others.
    const endHiding = this.#effects.every((queueHiddenSeconds * 1_000) / 3, () => {
      // When it fails, the messages may come twice, which does no harm.
      this.#queue.hide(messages).catch((cause: unknown) => this.#complainOf(cause, 1));
    });
    try {
      const opened: OpenedMessage[] = [];
      for (const message of messages) {
        const content = await messageEvents(message.body);
        if (content.kind === 'events') opened.push({ message, events: content.events });
        else this.#refuse(message, content.reason);
      }
      await this.#delete(await this.#store(opened));
    } finally {
      endHiding();
    }
    this.#effects.onProgress(this.#counts());
  }

  /** The messages of which every event is durable. */
  async #store(opened: readonly OpenedMessage[]): Promise<readonly QueueMessage[]> {
    const events = opened.flatMap((one) => one.events);
    if (events.length === 0) return opened.map(({ message }) => message);
    const result = await this.#append(events);
    if (result === undefined) return [];
    const { stored, duplicates, rejected } = result;
    const [only] = opened;
    if (stored + duplicates + rejected.length !== events.length && opened.length > 1) {
      // The counts belong to another division of the texts: nobody can say which message is stored, until each is sent alone.
      const kept: QueueMessage[] = [];
      for (const one of opened) kept.push(...(await this.#store([one])));
      return kept;
    }
    this.#stored += stored;
    this.#duplicates += duplicates;
    if (opened.length === 1 && only !== undefined) {
      if (stored + duplicates === events.length) return [only.message];
      this.#refuse(only.message, rejected[0]?.reason ?? 'not all of its events could be stored');
      return [];
    }
    const reasons = new Map(rejected.map(({ index, reason }) => [index, reason]));
    let first = 0;
    return opened.flatMap(({ message, events: own }) => {
      const reason = own.map((_, index) => reasons.get(first + index)).find((text) => text !== undefined);
      first += own.length;
      if (reason === undefined) return [message];
      this.#refuse(message, reason);
      return [];
    });
  }

  /** Undefined when we are to end and the store has failed: the messages come again. */
  async #append(events: readonly IncomingEvent[]): Promise<AppendResult | undefined> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#target.appendEcs(events);
      } catch (cause) {
        if (this.#stopped) return undefined;
        if (attempt >= attemptsMax) throw cause;
        this.#complain(cause);
        await this.#pause(attempt);
      }
    }
  }

  async #delete(messages: readonly QueueMessage[]): Promise<void> {
    let left = messages;
    for (let attempt = 1; left.length > 0 && attempt <= deleteAttemptsMax; attempt++) {
      try {
        const before = left.length;
        left = await this.#queue.delete(left);
        this.#deleted += before - left.length;
        this.#allowed.add('delete');
      } catch (cause) {
        if (!this.#mayPass(cause, 'delete')) throw cause;
        this.#complainOf(cause, attempt);
      }
      if (left.length > 0) await this.#pause(attempt);
    }
  }

  #refuse({ id }: QueueMessage, reason: string): void {
    if (this.#refusedIds.has(id)) return;
    const [oldest] = this.#refusedIds;
    if (this.#refusedIds.size >= queueRefusedIdsMax && oldest !== undefined) this.#refusedIds.delete(oldest);
    this.#refusedIds.add(id);
    this.#refused++;
    const refusal = { messageId: id, reason };
    if (this.#refusals.length < queueRefusalsKept) this.#refusals.push(refusal);
    this.#effects.onRefused(refusal);
  }

  #mayPass(cause: unknown, what: 'receive' | 'delete'): boolean {
    return cause instanceof QueueProblem && (cause.kind === 'passing' || this.#allowed.has(what));
  }

  /** One failure of a service among many answers is nothing to tell. */
  #complainOf(cause: unknown, attempt: number): void {
    const passing = cause instanceof QueueProblem && cause.kind === 'passing';
    if (!passing || attempt > 1) this.#complain(cause);
  }

  /** Several workers fail for one reason, again and again. */
  #complain(cause: unknown): void {
    const sentence = cause instanceof Error ? cause.message : String(cause);
    const atMs = this.#effects.nowMs();
    const last = this.#complaint;
    if (this.#stopped || (last?.sentence === sentence && atMs < last.atMs + complaintMs)) return;
    this.#complaint = { sentence, atMs };
    this.#effects.onNotice(`${sentence} Trying again.`);
  }

  /** Twice as long after each failure, and by chance shorter, so that not all readers come back at once. */
  #pause(attempt: number): Promise<void> {
    const longestMs = Math.min(queuePauseMsMax, pauseMsLeast * 2 ** attempt);
    return this.#effects.sleep(longestMs * (0.5 + this.#effects.random() / 2), this.#stop.signal);
  }

  #counts(): CollectCounts {
    return {
      received: this.#received,
      stored: this.#stored,
      duplicates: this.#duplicates,
      refused: this.#refused,
      deleted: this.#deleted,
    };
  }
}

interface OpenedMessage {
  readonly message: QueueMessage;
  readonly events: readonly IncomingEvent[];
}
