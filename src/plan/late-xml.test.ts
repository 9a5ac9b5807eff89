import { expect, it } from 'vitest';
import { parse } from '../language/parser.ts';
import { build } from './build.ts';

/** The steps in order; those of XML with the names that they make. */
function stepsOf(text: string): readonly string[] {
  const { plan } = build({ query: parse(text).query, text, moment: { nowMs: 0, startMs: 0, endMs: 1 } });
  const shown = new Map(plan?.output.map(({ name, expr }) => [expr.op === 'made' ? expr.id : name, name]));
  return (plan?.steps ?? []).map((step) =>
    step.step === 'xml' ? `xml ${step.columns.map(({ id }) => shown.get(id) ?? '?').join(' ')}` : step.step,
  );
}

const [a, b] = ['parse m xml "/a" as a', 'parse m xml "/b" as b'];

it.each([
  [a, ['limit', 'xml a']],
  [`${a} | ${b}`, ['limit', 'xml a b']],
  [`${a} | filter c = 1 | ${b} | sort c | limit 5`, ['filter', 'sort', 'limit', 'xml a b']],
  [`${a} | filter a = 1 | ${b}`, ['xml a', 'filter', 'limit', 'xml b']],
  [`${a} | ${b} | filter a = 1`, ['xml a b', 'filter', 'limit']],
  [`${a} | ${b} | sort b | limit 5`, ['xml a b', 'sort', 'limit']],
  [`${a} | parse n xml "/b" as b`, ['limit', 'xml a', 'xml b']],
  [`${a} | parse a xml "/b" as b | display a, b`, ['limit', 'xml a', 'xml b']],
  [`${a} | parse a "*" as c | display a, c`, ['xml a', 'extract', 'limit']],
  [`${a} | dedup c`, ['dedup', 'limit', 'xml a']],
  [`${a} | dedup a`, ['xml a', 'dedup', 'limit']],
  [`${a} | parse /(?<x>.)/ multi | display a, x`, ['xml a', 'extractAll', 'limit']],
  [`${a} | stats count(*) by c`, ['xml ?', 'aggregate', 'limit']],
  [`${a} | parse a xml "/b" as b | filter b = 1 | display a, b`, ['xml a', 'xml b', 'filter', 'limit']],
])('%s', (text, steps) => {
  expect(stepsOf(text)).toEqual(steps);
});
