import { describe, expect, it } from 'vitest';
import { parse } from '../language/parser.ts';
import { build } from './build.ts';
import { sumOf } from './columns.ts';
import { operands, type PlanExpr } from './plan.ts';

const moment = { nowMs: 1_700_000_123_456, startMs: 1_700_000_000_000, endMs: 1_700_003_599_999 };

/** Names of the output columns, or what is wrong. */
function shown(text: string): string {
  const { query } = parse(text);
  const { plan, diagnostics } = build({ query, text, moment });
  const names = plan?.output.map((column) => column.name);
  return names?.join(' ') ?? diagnostics.map(({ message }) => message).join('; ');
}

describe('columns that commands make are shown', () => {
  it.each([
    ['beside the default ones', 'accum a as s', '@timestamp @message s @ptr'],
    ['beside the listed ones, in the order in which they appear', 'fields a | accum a as s', 'a s @ptr'],
    ['also when fields come later', 'accum a as s | fields b', 'b s @ptr'],
    ['once, when listed later', 'accum a as s | fields s, b', 's b @ptr'],
    ['beside captures', 'parse "x*" as x | sessionize x', 'x session_id @ptr'],
    ['not after display', 'display a | accum a as s', 'a @ptr'],
    ['when displayed later', 'accum a as s | display s', 's @ptr'],
    ['behind those of stats', 'stats count(*) as n by a | accum n as s | addtotals', 'a n s Total'],
    [
      'beside what is listed after stats',
      'stats count(*) as n by a | accum n as s | fields n * 2 as m',
      'm s',
    ],
    ['no longer after the next stats', 'stats count(*) as n by a | accum n as s | stats max(s) as t', 't'],
  ])('%s', (_rule, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('columns that commands change', () => {
  it.each([
    ['keep their place', 'fields a, b | accum a', 'a b @ptr'],
    ['are shown by accum', 'fields b | accum a', 'b a @ptr'],
    ['are not shown by filldown', 'fields b | filldown a', 'b @ptr'],
    ['are not shown by outlier', 'outlier a', '@timestamp @message @ptr'],
    ['may be listed later', 'filldown a | fields a', 'a @ptr'],
    [
      'are write-once when they were',
      'fields a as x | filldown x | fields x',
      'Ephemeral field is already defined: x',
    ],
  ])('%s', (_rule, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('a sum of many values', () => {
  const depth = (expr: PlanExpr): number => 1 + Math.max(0, ...operands(expr).map(depth));
  const values = (count: number): PlanExpr[] =>
    Array.from({ length: count }, (_, id) => ({ op: 'made', id, kind: 'text' }));

  it('is a balanced tree', () => {
    expect(depth(sumOf(values(1)))).toBe(3);
    expect(depth(sumOf(values(1024)))).toBe(13);
  });

  it('of nothing is 0', () => {
    expect(sumOf([])).toEqual({ op: 'literal', value: 0, kind: 'number' });
  });
});
