// The columns that process/ gives for patterns and relevant fields. Those after `hidden` are not shown unless named.

import type { ValueKind } from '../plan.ts';

export interface ProcessedColumn {
  readonly name: string;
  readonly kind: ValueKind;
  /** API rows were seen to carry it, but AWS's documentation does not list it among the output. */
  readonly hidden?: boolean;
}

const text = (name: string): ProcessedColumn => ({ name, kind: 'text' });
const number = (name: string): ProcessedColumn => ({ name, kind: 'number' });
const hidden = (column: ProcessedColumn): ProcessedColumn => ({ ...column, hidden: true });

const details: readonly ProcessedColumn[] = [
  hidden(text('@PatternId')),
  hidden(text('@regexString')),
  hidden(text('@tokens')),
  hidden(text('@logSamples')),
  hidden(text('@relatedPattern')),
  hidden(text('@visualization')),
];

export const patternColumns: readonly ProcessedColumn[] = [
  text('@pattern'),
  number('@ratio'),
  number('@sampleCount'),
  text('@severityLabel'),
  ...details,
];

/** Experimental: AWS does not document the names of the added columns (8-Q14). */
export const diffColumns: readonly ProcessedColumn[] = [
  text('@pattern'),
  number('@ratio'),
  number('@sampleCount'),
  text('@severityLabel'),
  number('@differenceCount'),
  text('@differenceDescription'),
  ...details,
];

/** Experimental, as those of diff. */
export const anomalyColumns: readonly ProcessedColumn[] = [
  text('@pattern'),
  number('@ratio'),
  number('@sampleCount'),
  text('@severityLabel'),
  // 1 or 0; rows come back from process/ as text and numbers only.
  number('@isAnomaly'),
  text('@anomalyType'),
  text('@anomalyPriority'),
  text('@anomalyDescription'),
  ...details,
];

export const relevantFieldsColumns: readonly ProcessedColumn[] = [
  text('@fieldName'),
  number('@relevanceScore'),
  text('@topRelevanceContributors'),
  number('@conditionalMedian'),
  number('@baselineMedian'),
];
