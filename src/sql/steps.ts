// Which function writes which step of the plan.

import type { Step } from '../plan/plan.ts';
import type { Pipeline, StepOf } from './pipeline.ts';
import { aggregate } from './steps/aggregate.ts';
import { append } from './steps/append.ts';
import { compute } from './steps/compute.ts';
import { dedup } from './steps/dedup.ts';
import { extract } from './steps/extract.ts';
import { extractAll } from './steps/extract-all.ts';
import { fillBins } from './steps/fill-bins.ts';
import { filter } from './steps/filter.ts';
import { join } from './steps/join.ts';
import { limit } from './steps/limit.ts';
import { lookup } from './steps/lookup.ts';
import { summaryRow } from './steps/summary-row.ts';
import { unnest } from './steps/unnest.ts';
import { window } from './steps/window.ts';
import { xml } from './steps/xml.ts';

/** A step that SQL writes; process steps end a segment (plan/segments.ts). */
type SqlStep = Exclude<Step, { step: 'process' }>;
type Applier<Name extends SqlStep['step']> = (pipeline: Pipeline, step: StepOf<Name>) => void;

const appliers: { readonly [Name in SqlStep['step']]: Applier<Name> } = {
  compute,
  filter,
  extract,
  extractAll,
  sort: (pipeline, step) => {
    pipeline.order = step.keys;
  },
  limit,
  dedup,
  unnest,
  aggregate,
  window,
  summaryRow,
  fillBins,
  join,
  append,
  lookup,
  xml,
};

/** Adds one step of the plan to the SQL. */
export function applyStep(pipeline: Pipeline, step: Step): void {
  if (step.step === 'process') throw new Error('a process step ends its segment');
  (appliers[step.step] as Applier<typeof step.step>)(pipeline, step);
}
