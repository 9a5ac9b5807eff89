import { expect, it } from 'vitest';
import * as anomalies from '../../process/pattern/anomaly-rows.ts';
import * as differences from '../../process/pattern/diff-rows.ts';
import * as patterns from '../../process/pattern/pattern-rows.ts';
import * as relevant from '../../process/relevant-fields.ts';
import { anomalyColumns, diffColumns, patternColumns, relevantFieldsColumns } from './pattern-columns.ts';

it.each([
  ['pattern', patternColumns, patterns.patternColumns],
  ['diff', diffColumns, differences.diffColumns],
  ['anomaly', anomalyColumns, anomalies.anomalyColumns],
  ['relevantfields', relevantFieldsColumns, relevant.relevantFieldsColumns],
])('process/ gives the columns that the plan of %s names, and no others', (_, planned, processed) => {
  const names = (columns: readonly { readonly name: string }[]): readonly string[] =>
    columns.map(({ name }) => name).toSorted();
  expect(names(planned)).toEqual(names(processed));
});
