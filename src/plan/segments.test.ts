import { expect, it } from 'vitest';
import { parse } from '../language/parser.ts';
import { build } from './build.ts';
import { columnsRead, segmentsOf } from './segments.ts';

/** The segments of a query: the steps of each, what ends it, and the columns that it reads of the one before. */
function segmentsIn(text: string): string[] {
  const { plan } = build({ query: parse(text).query, text, moment: { nowMs: 0, startMs: 0, endMs: 0 } });
  if (plan === null) throw new Error('does not compile');
  const outputs = plan.output.map(({ expr }) => expr);
  return segmentsOf(plan).map((segment, index, all) => {
    const read = columnsRead(segment, index === all.length - 1 ? outputs : []).map(({ name }) => name);
    const steps = segment.steps.map(({ step }) => step).join(' ');
    return `${read.join(' ')}: ${steps} > ${segment.process?.command.name ?? 'answer'}`;
  });
}

it.each([
  ['filter a', [': filter limit > answer']],
  [
    'filter a | pattern b',
    [': filter > pattern', '@pattern @ratio @sampleCount @severityLabel: limit > answer'],
  ],
  [
    'pattern b | filter @sampleCount > 1 | display @pattern',
    [':  > pattern', '@pattern @sampleCount: filter limit > answer'],
  ],
  ['pattern b | stats count(*)', [':  > pattern', ': aggregate limit > answer']],
  [
    'pattern b | filter @ratio > 0.1 | pattern @pattern | display @sampleCount',
    [':  > pattern', '@pattern @ratio: filter > pattern', '@sampleCount: limit > answer'],
  ],
  [
    'relevantfields where a = 1 | display @fieldName',
    [': compute > relevantFields', '@fieldName: limit > answer'],
  ],
])('%s', (text, expected) => {
  expect(segmentsIn(text)).toEqual(expected);
});
