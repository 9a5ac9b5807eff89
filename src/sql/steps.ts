// Which function writes which step of the plan.

import type { Step } from '../plan/plan.ts';
import type { Pipeline, StepOf } from './pipeline.ts';
import { aggregate } from './steps/aggregate.ts';
import { compute } from './steps/compute.ts';
import { dedup } from './steps/dedup.ts';
import { extract } from './steps/extract.ts';
import { extractAll } from './steps/extract-all.ts';
import { fillBins } from './steps/fill-bins.ts';
import { filter } from './steps/filter.ts';
import { limit } from './steps/limit.ts';
import { summaryRow } from './steps/summary-row.ts';
import { unnest } from './steps/unnest.ts';
import { window } from './steps/window.ts';

type Applier<Name extends Step['step']> = (pipeline: Pipeline, step: StepOf<Name>) => void;

const appliers: { readonly [Name in Step['step']]: Applier<Name> } = {
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
};

/** Adds one step of the plan to the SQL. */
export function applyStep(pipeline: Pipeline, step: Step): void {
  (appliers[step.step] as Applier<typeof step.step>)(pipeline, step);
}
