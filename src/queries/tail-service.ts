// The live tails that run: started, fed with what is committed, ended after their time, when their reader goes or when the
// server does. The clock and the timer come from outside.

import { tailsMax, tailTakenEventsMax, tailUpdateMs } from '../limits.ts';
import type { CommitListener } from '../store/commit-feed.ts';
import { type TailRequest, TailSession } from './tail-session.ts';

export interface TailServiceOptions {
  /** Listens to the store; returns what ends that. */
  readonly onCommit: (listener: CommitListener) => () => void;
  /** Calls `tick` again and again; returns what ends that. */
  readonly every: (periodMs: number, tick: () => void) => () => void;
  readonly nowMs: () => number;
}

/** Thrown by start() when `tailsMax` live tails run already. */
export class TooManyTails extends Error {
  constructor() {
    super(`${tailsMax} live tails are running already; end one and try again`);
    this.name = 'TooManyTails';
  }
}

export class TailService {
  readonly #options: TailServiceOptions;
  readonly #running = new Set<TailSession>();

  constructor(options: TailServiceOptions) {
    this.#options = options;
  }

  /** How many run. */
  get running(): number {
    return this.#running.size;
  }

  /** Takes what is committed from now on, until `signal` fires or its reader leaves. Throws TooManyTails. */
  start(request: TailRequest, signal: AbortSignal): TailSession {
    if (this.#running.size >= tailsMax) throw new TooManyTails();
    const { onCommit, every, nowMs } = this.#options;
    const endsMs = nowMs() + (request.lastsMs ?? Number.POSITIVE_INFINITY);
    const gone = (): void => session.end({ kind: 'gone' });
    const share = (): number => Math.ceil(tailTakenEventsMax / this.#running.size);
    const session = new TailSession(request, share, () => {
      this.#running.delete(session);
      stopListening();
      stopTicking();
      signal.removeEventListener('abort', gone);
    });
    const stopListening = onCommit((committed) => session.offer(committed));
    const stopTicking = every(tailUpdateMs, () => {
      if (nowMs() >= endsMs) session.end({ kind: 'timeout' });
      else void session.tick();
    });
    this.#running.add(session);
    if (signal.aborted) gone();
    else signal.addEventListener('abort', gone, { once: true });
    return session;
  }

  /** Ends them all; their readers are told. */
  stop(): void {
    for (const session of [...this.#running]) session.end({ kind: 'stopped' });
  }
}
