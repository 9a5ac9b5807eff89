// Putting an answer together: what most findings leave empty is filled in here, and what all of them say alike is worded here.

import { resultRowsMax } from '../limits.ts';
import type { ReasonClass, Tone } from './finding.ts';
import type { Answer } from './investigation.ts';

type Required = 'investigation' | 'title' | 'subject' | 'summary';

/** An answer from its parts; the parts not given are empty. */
export function answer(parts: Pick<Answer, Required> & Partial<Answer>): Answer {
  return { verdict: null, facts: [], contradictions: [], timelines: [], tables: [], nextSteps: [], ...parts };
}

const tones: Readonly<Record<ReasonClass, Tone>> = {
  routine: 'ok',
  operator: 'info',
  capacity: 'warning',
  infrastructure: 'warning',
  unknown: 'warning',
  application: 'error',
  health: 'error',
  image: 'error',
  configuration: 'error',
  secrets: 'error',
  network: 'error',
};

export function toneOfClass(reasonClass: ReasonClass): Tone {
  return tones[reasonClass];
}

/** Said when an answer has as many rows as a query can give, so that nobody takes it for the whole. */
export function truncationNote(rows: number): string {
  return rows < resultRowsMax
    ? ''
    : ` Only the newest ${resultRowsMax} events were read; choose a shorter range to see all.`;
}
