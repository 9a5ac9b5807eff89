// Schedules: queries that run by themselves, and what became of each run. The words and errors that api/ and cli/ share with this
// stage; schedules.ts keeps and runs them.

import { schedulesMax } from '../limits.ts';

/** Where the rows of a run go. What a destination is called by its author is `place`, and is given back as it came. */
export type Destination = FileDestination | LogGroupDestination | LookupTableDestination;

export interface FileDestination {
  readonly kind: 'file';
  /** `s3://bucket/prefix`. Differs: written below exports/ of the data directory, since there is no S3 here. */
  readonly place: string;
  /** Kept and given back, never used: nobody takes on roles here. So are the owners of buckets. */
  readonly role?: string;
  readonly owner?: string;
}

/** Differs: AWS has no such destination. One event per row, a JSON object. */
export interface LogGroupDestination {
  readonly kind: 'log-group';
  /** A name or an ARN. */
  readonly place: string;
  readonly role?: string;
  readonly owner?: string;
}

export interface LookupTableDestination {
  readonly kind: 'lookup-table';
  /** The table's name. Created by the first run that completes, replaced by each one after it. */
  readonly place: string;
  readonly description?: string;
  readonly role?: string;
  /** Given to the table when it is created. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface ScheduleDraft {
  /** Unique. */
  readonly name: string;
  readonly description?: string;
  readonly query: string;
  /** Names or ARNs; none when the query begins with SOURCE. */
  readonly logGroups: readonly string[];
  /** `cron(…)` or `rate(…)`. */
  readonly expression: string;
  /** An IANA name. */
  readonly timezone: string;
  /** The window ends so long before the trigger. */
  readonly endOffsetSeconds: number;
  /** And begins so long before it. Absent: where the trigger before this one was. */
  readonly startOffsetSeconds?: number;
  readonly destinations: readonly Destination[];
  /** No trigger before and after these moments, epoch milliseconds. */
  readonly startMs?: number;
  readonly endMs?: number;
  readonly enabled: boolean;
  /** Kept and given back, never used. */
  readonly role?: string;
}

export interface Schedule extends ScheduleDraft {
  readonly createdMs: number;
  /** Triggers before it are nobody's: the schedule was another one then, or none. rate(…) counts from here. */
  readonly updatedMs: number;
}

export type RunStatus = 'running' | 'invalid' | 'complete' | 'failed' | 'timeout';

/** What became of the rows at one destination. `refused`: the destination cannot take such rows. */
export interface Delivery {
  readonly kind: Destination['kind'];
  readonly place: string;
  readonly status: 'waiting' | 'done' | 'refused' | 'failed';
  /** What was written: a URI, a log stream, a table. */
  readonly written?: string;
  /** A sentence, when refused or failed. */
  readonly failure?: string;
}

export interface Run {
  readonly schedule: string;
  /** With the schedule the run's identity: no trigger has two runs. */
  readonly triggeredMs: number;
  /** Triggered by somebody, not by the clock. */
  readonly manual: boolean;
  /** Of the query, both inclusive. */
  readonly startMs: number;
  readonly endMs: number;
  readonly status: RunStatus;
  /** Absent when no query could be started. */
  readonly queryId?: string;
  /** How often it was begun: again when the process ended in the middle. */
  readonly attempts: number;
  readonly endedMs?: number;
  /** A sentence, unless running or complete. */
  readonly failure?: string;
  readonly deliveries: readonly Delivery[];
}

/** A schedule with what is to be seen of it from outside. */
export interface ScheduleState extends Schedule {
  /** The newest run. */
  readonly lastRun?: Run;
  /** When it triggers next; absent when it never does, or is disabled. */
  readonly nextMs?: number;
}

/** A draft that cannot be a schedule; the message is a sentence. */
export class InvalidSchedule extends Error {
  override readonly name = 'InvalidSchedule';
}

export class ScheduleExists extends Error {
  override readonly name = 'ScheduleExists';
  constructor(schedule: string) {
    super(`The scheduled query ${schedule} exists already.`);
  }
}

export class ScheduleMissing extends Error {
  override readonly name = 'ScheduleMissing';
  constructor(schedule: string) {
    super(`There is no scheduled query ${schedule}.`);
  }
}

/** Thrown when somebody wants a run of a schedule that runs already. */
export class ScheduleBusy extends Error {
  override readonly name = 'ScheduleBusy';
  constructor(schedule: string) {
    super(`The scheduled query ${schedule} runs at the moment; wait until it has ended.`);
  }
}

/** A run that was given up because its schedule was deleted or the server ends; who waited for it hears no more of it. */
export class RunGivenUp extends Error {
  override readonly name = 'RunGivenUp';
  constructor(schedule: string) {
    super(`The run of ${schedule} was given up: the scheduled query was deleted, or the server is ending.`);
  }
}

export class TooManySchedules extends Error {
  override readonly name = 'TooManySchedules';
  constructor() {
    super(`There are ${schedulesMax} scheduled queries already; delete one first.`);
  }
}
