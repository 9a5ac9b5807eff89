import { expect, it } from 'vitest';
import { parse } from '../language/parser.ts';
import { sourceSpec } from './source-spec.ts';

const nowMs = 1_700_000_000_000;
const hourMs = 3_600_000;
const around = { clause: null, startMs: nowMs - 24 * hourMs, endMs: nowMs - hourMs };

it.each([
  ['SOURCE a', [around.startMs, around.endMs]],
  ['SOURCE a START=-2h END=now', [nowMs - 2 * hourMs, nowMs]],
  ['SOURCE a START=-2h', [nowMs - 2 * hourMs, around.endMs]],
  ['SOURCE a END=-2h', [around.startMs, nowMs - 2 * hourMs]],
  ['SOURCE a START=1699999000 END=1699999999', [1_699_999_000_000, 1_699_999_999_999]],
])('the time of %s', (text, range) => {
  const clause = parse(text).query.source;
  const spec = sourceSpec(clause, around, { nowMs });
  expect([spec.startMs, spec.endMs]).toEqual(range);
  expect(spec.clause).toBe(clause);
});

it('without a clause it is all of what is around', () => {
  const outer = sourceSpec(parse('SOURCE a START=-2h END=-1h').query.source, around, { nowMs });
  expect(sourceSpec(undefined, outer, { nowMs })).toEqual(outer);
});
