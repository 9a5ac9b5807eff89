// The answer of an investigation, as data: the CLI draws it with text, the page with components, the API sends it as JSON.
// Everything a reader sees is in here; renderers add nothing.

import type { ReasonClass } from '../ecs/catalogue/entry.ts';

export type { ReasonClass };

export type Tone = 'ok' | 'info' | 'warning' | 'error' | 'neutral';

export interface Verdict {
  /** One sentence. */
  readonly text: string;
  readonly class: ReasonClass;
  readonly tone: Tone;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** One checked statement, with the events it rests on (envelope ids). */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly tone?: Tone;
  readonly eventIds?: readonly string[];
}

/** A bar of a timeline; `endMs` null means that it is still open. */
export interface Bar {
  readonly label: string;
  readonly startMs: number;
  readonly endMs: number | null;
  readonly tone: Tone;
  readonly detail?: string;
}
export interface Mark {
  readonly label: string;
  readonly atMs: number;
  readonly tone: Tone;
}
export interface Lane {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly marks?: readonly Mark[];
}
export interface Timeline {
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly lanes: readonly Lane[];
}

export type CellKind = 'text' | 'number' | 'time' | 'duration' | 'task' | 'service' | 'tone';
export interface FindingColumn {
  readonly key: string;
  readonly title: string;
  /** `time`: epoch ms; `duration`: ms; `task` and `service`: an ARN or name that links to its own investigation. */
  readonly kind: CellKind;
}
export interface FindingTable {
  readonly title: string;
  readonly columns: readonly FindingColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  /** Said when there are no rows. */
  readonly empty: string;
}

/** A query that was run, so that a reader can run it again; `awsQuery` is the text for the AWS console when ours uses `ecs.*`. */
export interface Evidence {
  readonly title: string;
  readonly query: string;
  readonly awsQuery: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly rows: number;
}

export interface Finding {
  readonly investigation: string;
  readonly title: string;
  /** What was asked about, in full (an ARN where one is known). */
  readonly subject: string;
  /** Two or three sentences that answer the question. */
  readonly summary: string;
  readonly verdict: Verdict | null;
  readonly facts: readonly Fact[];
  readonly contradictions: readonly string[];
  readonly timelines: readonly Timeline[];
  readonly tables: readonly FindingTable[];
  readonly nextSteps: readonly string[];
  readonly evidence: readonly Evidence[];
}
