// What became of the runs of each schedule: durable, newest first, bounded by count and by time.

import { scheduleRunsMax, scheduleRunsRetentionMs } from '../limits.ts';
import type { Documents } from '../store/documents.ts';
import type { Run } from './schedule.ts';

export class RunHistory {
  readonly #documents: Documents<Run>;
  readonly #nowMs: () => number;
  /** By schedule, oldest first. */
  readonly #runs = new Map<string, Run[]>();

  constructor(documents: Documents<Run>, nowMs: () => number) {
    this.#documents = documents;
    this.#nowMs = nowMs;
    // The ids order the runs of a schedule by time.
    for (const [, run] of documents.list()) this.#of(run.schedule).push(run);
  }

  /** Newest first. */
  of(schedule: string): readonly Run[] {
    return (this.#runs.get(schedule) ?? []).toReversed();
  }

  newest(schedule: string): Run | undefined {
    return this.#runs.get(schedule)?.at(-1);
  }

  /** The newest that the clock triggered. */
  newestTrigger(schedule: string): Run | undefined {
    return this.#runs.get(schedule)?.findLast(({ manual }) => !manual);
  }

  /** Creates or replaces the run of a trigger; durable when it resolves. The newest run comes last. */
  async put(run: Run): Promise<void> {
    await this.#documents.put(idOf(run), run);
    const runs = this.#of(run.schedule).filter(({ triggeredMs }) => triggeredMs !== run.triggeredMs);
    this.#runs.set(run.schedule, [...runs, run]);
    await this.#trim(run.schedule);
  }

  /** Forgets all runs of a schedule. */
  async clear(schedule: string): Promise<void> {
    for (const run of this.of(schedule)) await this.#documents.delete(idOf(run));
    this.#runs.delete(schedule);
  }

  async #trim(schedule: string): Promise<void> {
    const runs = this.#of(schedule);
    const oldestMs = this.#nowMs() - scheduleRunsRetentionMs;
    const kept = [this.newest(schedule), this.newestTrigger(schedule)];
    const surplus = runs.filter(
      (run, index) =>
        !kept.includes(run) && (index < runs.length - scheduleRunsMax || run.triggeredMs < oldestMs),
    );
    for (const run of surplus) await this.#documents.delete(idOf(run));
    this.#runs.set(
      schedule,
      runs.filter((run) => !surplus.includes(run)),
    );
  }

  #of(schedule: string): Run[] {
    const runs = this.#runs.get(schedule) ?? [];
    this.#runs.set(schedule, runs);
    return runs;
  }
}

/** No name of a schedule has a space. */
const idOf = ({ schedule, triggeredMs }: Run): string =>
  `${schedule} ${String(triggeredMs).padStart(16, '0')}`;
