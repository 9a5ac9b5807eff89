import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../engine/statement.ts';
import { parse } from '../language/parser.ts';
import { build } from '../plan/build.ts';
import type { Plan } from '../plan/plan.ts';
import type { Segment } from '../plan/segments.ts';
import { compileSegment, type Source } from './compile.ts';
import { duckdb } from './duckdb.ts';
import { wantedMembers } from './members.ts';

const source: Source = {
  groups: [{ name: '/g', table: 'g1', groupId: 1, fields: new Map([['a', 'a']]) }],
  accountId: '000000000000',
  startMs: 0,
  endMs: 1000,
};

function planOf(text: string): Plan {
  const { plan } = build({ query: parse(text).query, text, moment: { nowMs: 0, startMs: 0, endMs: 1000 } });
  if (plan === null) throw new Error(`no plan for ${text}`);
  return plan;
}

function rowsOf(text: string): Statement {
  const plan = planOf(text);
  const segment: Segment = { input: 'events', steps: plan.steps, process: null };
  return compileSegment(plan, segment, 'events', [source], duckdb);
}
const timesIn = (sql: string, part: string): number => sql.split(part).length - 1;

describe('the paths into a column', () => {
  it('are those of all steps and outputs, each once', () => {
    const plan = planOf(
      'fields jsonParse(@message) as m | filter m.a = 1 or m.b[0] = 2 | display m.a, m.`c.d`.e',
    );
    const [paths] = wantedMembers(
      plan.steps,
      plan.output.map(({ expr }) => expr),
    ).values();
    expect(paths).toEqual([['a'], ['b', 0], ['c.d', 'e']]);
  });
});

describe('JSON text', () => {
  it.each([
    'fields jsonParse(@message) as m | filter m.a = 1 and m.b = 2 | stats count(*) by m.c, m.d',
    'fields jsonParse(@message).a as x, jsonParse(@message).b as y | filter jsonParse(@message).c = 1 | display x, y',
    'json field=@message "a" as x | json field=@message "b" as y | display x, y',
  ])('is read once for all members: %s', (text) => {
    const read = String.raw`json_extract(CASE WHEN regexp_matches("@message", '^\s*[[{]') THEN "@message" END`;
    // Once for the members; once for the whole map, which the engine leaves out where nothing shows it.
    expect(timesIn(rowsOf(text).text, read)).toBe(2);
    expect(timesIn(rowsOf(text).text, `${read}, [`)).toBe(1);
  });

  it('is not repeated where expressions are nested', () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'a' : `jsonStringify(jsonParse(concat(${nested(depth - 1)}, "")).x)`;
    const size = (depth: number): number => rowsOf(`fields ${nested(depth)} as x`).text.length;
    expect(size(12) - size(8)).toBeLessThan(2 * (size(8) - size(4)));
  });
});

describe('keys', () => {
  it('are parameters, never SQL', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4 }).filter((key) => !key.includes('`')),
        (key) => {
          const marker = `zq${key}qz`;
          const { text, parameters } = rowsOf(
            `fields jsonParse(@message) as m | display m.\`${marker}\` as x, m[0].\`${marker}\` as y`,
          );
          expect(text).not.toContain('zq');
          expect(parameters.filter((value) => String(value).includes('zq'))).toHaveLength(2);
        },
      ),
    );
  });

  it('do not collide with fields of the names that the statement uses', () => {
    const { text } = rowsOf(
      'fields jsonParse(@message) as m | unnest m.l into x | display r1, m1_0, c1, l2, e2, x.k',
    );
    for (const name of ['r1', 'm1_0', 'c1', 'l2', 'e2']) expect(text).toContain(`AS "${name}#2"`);
  });
});
