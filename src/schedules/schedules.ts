// Keeps the schedules and runs them when their time comes. One rule covers a server that was down and a query that takes longer than its
// period: a trigger that nobody could run is made up for as soon as possible, and of several only the newest. So a schedule never
// overlaps with itself, and no trigger runs twice. Differs: AWS is never down, and lets runs overlap.

import { schedulesMax } from '../limits.ts';
import type { QueryRequest } from '../queries/query.ts';
import type { Documents } from '../store/documents.ts';
import { resourceTags } from '../store/resource-tags.ts';
import type { Store } from '../store/store.ts';
import { RunHistory } from './run-history.ts';
import { type Moment, type RunEnvironment, runSchedule } from './run-schedule.ts';
import {
  type Run,
  RunGivenUp,
  type Schedule,
  ScheduleBusy,
  type ScheduleDraft,
  ScheduleExists,
  ScheduleMissing,
  type ScheduleState,
  TooManySchedules,
} from './schedule.ts';
import { checkSchedule } from './schedule-check.ts';
import { type Recurrence, readExpression, wholeMinute } from './schedule-expression.ts';
import { requestAt } from './schedule-request.ts';

export interface SchedulesOptions extends Omit<RunEnvironment, 'history' | 'pause' | 'store'> {
  readonly store: RunEnvironment['store'] & Pick<Store, 'documents'>;
  /** Throws what starting the query would throw. */
  readonly check: (request: QueryRequest) => void;
  /** Calls `tick` every `periodMs`; returns what ends that. */
  readonly every: (periodMs: number, tick: () => void) => () => void;
  /** Told of each run that has ended. */
  readonly onEnd: (run: Run) => void;
  /** Told about runs that could not even be written down. */
  readonly onFailure: (schedule: string, cause: unknown) => void;
}

/** How often the clock is looked at; schedules count in minutes. */
const tickMs = 1_000;

/** Compiling takes a moment each, and everybody else waits for it. */
const startsPerTick = 20;

/** After a run that could not be written down: the disk is full, or the like. */
const retryMs = 60_000;

/** A run that is going on. */
interface Going {
  readonly ended: Promise<Run | undefined>;
  readonly abort: AbortController;
}

/** What is known of a schedule until it changes, so that a tick costs next to nothing. */
interface Expectation {
  readonly of: Schedule;
  readonly recurrence: Recurrence;
  /** Nothing is due before. */
  quietUntilMs: number;
}

export class Schedules {
  readonly #options: SchedulesOptions;
  readonly #schedules: Documents<Schedule>;
  readonly #history: RunHistory;
  readonly #running = new Map<string, Going>();
  readonly #expectations = new Map<string, Expectation>();
  /** Changes of schedules, one after the other. */
  #changes: Promise<unknown> = Promise.resolve();
  #stopTicks: () => void = () => undefined;
  #closed = false;

  constructor(options: SchedulesOptions) {
    this.#options = options;
    this.#schedules = options.store.documents('scheduled-query');
    this.#history = new RunHistory(options.store.documents('scheduled-query-run'), options.nowMs);
  }

  /** From now on triggers are run, beginning with those that were missed. Until then, and after close(), schedules are only kept. */
  watch(): void {
    this.#stopTicks = this.#options.every(tickMs, () => this.#tick());
    this.#tick();
  }

  /** Ordered by name. */
  list(): readonly ScheduleState[] {
    return this.#schedules.list().map(([, schedule]) => this.#stateOf(schedule));
  }

  get(name: string): ScheduleState | undefined {
    const schedule = this.#schedules.get(name);
    return schedule === undefined ? undefined : this.#stateOf(schedule);
  }

  /** Durable when it resolves. Throws InvalidSchedule, InvalidExpression, ScheduleExists, TooManySchedules, and what `check` throws. */
  create(draft: ScheduleDraft): Promise<ScheduleState> {
    return this.#change(async () => {
      this.#check(draft);
      if (this.#schedules.get(draft.name) !== undefined) throw new ScheduleExists(draft.name);
      if (this.#schedules.list().length >= schedulesMax) throw new TooManySchedules();
      // Of a schedule of that name whose deletion was interrupted.
      await this.#history.clear(draft.name);
      const createdMs = this.#options.nowMs();
      return this.#put({ ...draft, createdMs, updatedMs: createdMs });
    });
  }

  /** Replaces everything but the name and the history. Throws as create() does, and ScheduleMissing. */
  update(draft: ScheduleDraft): Promise<ScheduleState> {
    return this.#change(async () => {
      const { createdMs } = this.#require(draft.name);
      this.#check(draft);
      return this.#put({ ...draft, createdMs, updatedMs: this.#options.nowMs() });
    });
  }

  /** With its history and its tags. A run that is going on is given up. Throws ScheduleMissing. */
  delete(name: string): Promise<void> {
    return this.#change(async () => {
      this.#require(name);
      await this.#schedules.delete(name);
      const going = this.#running.get(name);
      going?.abort.abort();
      await Promise.allSettled([going?.ended]);
      await this.#history.clear(name);
      await resourceTags(this.#options.store).delete(`scheduled-query:${name}`);
      this.#expectations.delete(name);
    });
  }

  /** Newest first. Throws ScheduleMissing. */
  runs(name: string): readonly Run[] {
    this.#require(name);
    return this.#history.of(name);
  }

  /** Runs now, enabled or not, as if this were a trigger; resolves when the run has ended. Throws ScheduleMissing, ScheduleBusy, RunGivenUp. */
  async run(name: string): Promise<Run> {
    const schedule = this.#require(name);
    if (this.#running.has(name)) throw new ScheduleBusy(name);
    const run = await this.#start(schedule, { triggeredMs: this.#options.nowMs(), manual: true });
    if (run === undefined) throw new RunGivenUp(name);
    return run;
  }

  /** Ends the watch. Runs that are going on are left to the next start, but not in the middle of a delivery. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stopTicks();
    const going = [...this.#running.values()];
    for (const { abort } of going) abort.abort();
    await Promise.allSettled([this.#changes, ...going.map(({ ended }) => ended)]);
  }

  #change<Result>(change: () => Promise<Result>): Promise<Result> {
    const changed = this.#changes.then(change);
    this.#changes = changed.catch(() => undefined);
    return changed;
  }

  #check(draft: ScheduleDraft): void {
    const nowMs = this.#options.nowMs();
    this.#options.check(requestAt(draft, checkSchedule(draft, nowMs), nowMs));
  }

  async #put(schedule: Schedule): Promise<ScheduleState> {
    await this.#schedules.put(schedule.name, schedule);
    return this.#stateOf(schedule);
  }

  #require(name: string): Schedule {
    const schedule = this.#schedules.get(name);
    if (schedule === undefined) throw new ScheduleMissing(name);
    return schedule;
  }

  #stateOf(schedule: Schedule): ScheduleState {
    const lastRun = this.#history.newest(schedule.name);
    const nextMs = this.#next(schedule);
    return {
      ...schedule,
      ...(lastRun === undefined ? {} : { lastRun }),
      ...(nextMs === undefined ? {} : { nextMs }),
    };
  }

  #next(schedule: Schedule): number | undefined {
    if (!schedule.enabled) return undefined;
    const fromMs = Math.max(this.#options.nowMs(), (schedule.startMs ?? 0) - 1);
    const nextMs = this.#expected(schedule).recurrence.next(fromMs);
    return nextMs === undefined || nextMs > lastMoment(schedule) ? undefined : nextMs;
  }

  #expected(schedule: Schedule): Expectation {
    const known = this.#expectations.get(schedule.name);
    if (known?.of === schedule) return known;
    const { expression, timezone, startMs, updatedMs } = schedule;
    const recurrence = readExpression(expression, timezone, startMs ?? wholeMinute(updatedMs));
    const expected = { of: schedule, recurrence, quietUntilMs: 0 };
    this.#expectations.set(schedule.name, expected);
    return expected;
  }

  #tick(): void {
    let starts = 0;
    for (const [name, schedule] of this.#schedules.list()) {
      if (this.#closed || this.#running.has(name)) continue;
      const due = this.#due(schedule);
      if (due === undefined) continue;
      starts += 1;
      if (starts > startsPerTick) return;
      this.#start(schedule, due).catch((cause: unknown) => {
        this.#expected(schedule).quietUntilMs = this.#options.nowMs() + retryMs;
        this.#options.onFailure(name, cause);
      });
    }
  }

  /** The trigger to run now: one that was left in its middle, else the newest that has not run. */
  #due(schedule: Schedule): Moment | undefined {
    const nowMs = this.#options.nowMs();
    const expected = this.#expected(schedule);
    if (nowMs < expected.quietUntilMs) return undefined;
    const left = this.#history.newest(schedule.name);
    if (left?.status === 'running')
      return { triggeredMs: left.triggeredMs, manual: left.manual, before: left };
    if (!schedule.enabled) return undefined;
    const latestMs = expected.recurrence.latest(Math.min(nowMs, lastMoment(schedule)));
    const ranMs = this.#history.newestTrigger(schedule.name)?.triggeredMs ?? 0;
    const afterMs = Math.max(ranMs, schedule.updatedMs, (schedule.startMs ?? 0) - 1);
    if (latestMs !== undefined && latestMs > afterMs) return { triggeredMs: latestMs, manual: false };
    expected.quietUntilMs = expected.recurrence.next(nowMs) ?? Number.POSITIVE_INFINITY;
    return undefined;
  }

  #start(schedule: Schedule, moment: Moment): Promise<Run | undefined> {
    const { name } = schedule;
    const request = requestAt(schedule, this.#expected(schedule).recurrence, moment.triggeredMs);
    const environment: RunEnvironment = {
      ...this.#options,
      history: this.#history,
      pause: (delayMs, signal) => this.#pause(delayMs, signal),
    };
    const abort = new AbortController();
    const ended = runSchedule({ schedule, request, ...moment }, environment, abort.signal)
      .then((run) => {
        if (run !== undefined) this.#options.onEnd(run);
        return run;
      })
      .finally(() => this.#running.delete(name));
    this.#running.set(name, { ended, abort });
    return ended;
  }

  #pause(delayMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        stop();
        signal.removeEventListener('abort', end);
        resolve();
      };
      const stop = this.#options.every(delayMs, end);
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    });
  }
}

const lastMoment = ({ endMs }: Schedule): number => endMs ?? Number.MAX_SAFE_INTEGER;
