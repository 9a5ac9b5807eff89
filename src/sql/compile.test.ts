import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../engine/statement.ts';
import { parse } from '../language/parser.ts';
import { build } from '../plan/build.ts';
import type { Plan } from '../plan/plan.ts';
import type { Segment } from '../plan/segments.ts';
import { compileMatched, compileSegment, matchesAll, type Source } from './compile.ts';
import { duckdb } from './duckdb.ts';

const source: Source = {
  groups: [
    {
      name: '/g',
      table: 'g1',
      groupId: 1,
      fields: new Map([
        ['a', 'a'],
        ['A', 'A#2'],
      ]),
    },
  ],
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

describe('user text', () => {
  it('is a parameter, a constant or a quoted name, never SQL', () => {
    const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    fc.assert(
      fc.property(
        fc.string({ minLength: 4 }).filter((text) => !/[`\n\0]|^%|%$/.test(text)),
        (text) => {
          const marker = `zq${text.replaceAll('"', "'")}qz`;
          const { text: sql, parameters } = rowsOf(
            `filter a = ${quote(marker)} | fields concat(a, ${quote(marker)}) as x`,
          );
          expect(sql).not.toContain('zq');
          expect(parameters).toContain(marker);
        },
      ),
    );
  });

  it('keeps a hostile field name inside its quotes', () => {
    expect(rowsOf('fields `x" FROM y; --`').text).toContain('"x"" FROM y; --"');
  });
});

describe('fields', () => {
  it('that differ only by case are told apart', () => {
    const { text } = rowsOf('fields a, A');
    expect(text).toContain('"a" AS "a"');
    expect(text).toContain('"A#2" AS "A#2"');
  });

  it('that no event has are null', () => {
    expect(rowsOf('fields nowhere').text).toContain('CAST(NULL AS VARCHAR) AS "nowhere"');
  });

  it('are read only when the query names them', () => {
    expect(rowsOf('stats count(*) by a').text).not.toContain('@message');
  });
});

it('keeps fields apart from the names of the statement itself', () => {
  const { text } = rowsOf('fields c1, `@seq`, a * 2 as x');
  expect(text).toContain('AS "c1#2"');
  expect(text).toContain('AS "@seq#2"');
});

describe('the message', () => {
  const tableOf = (sql: string, name: string): string => sql.split(`${name} AS`)[1]?.split('\n)')[0] ?? '';

  it('is fetched for the rows that are left, when it is only shown', () => {
    const { text } = rowsOf('filter a = "x" | fields @message, a | limit 5');
    expect(tableOf(text, 'source')).not.toContain('@message');
    expect(tableOf(text, 'late')).toContain('"@message" AS "@message"');
    expect(text).toContain('s1 AS MATERIALIZED');
  });

  it('is read with the rest when a step needs it', () => {
    const { text } = rowsOf('filter @message like "x" | fields @message');
    expect(tableOf(text, 'source')).toContain('"@message" AS "@message"');
    expect(text).not.toContain('late AS');
  });
});

describe('matched records', () => {
  it('need no count of their own without a filter', () => {
    expect(matchesAll(planOf('fields a | sort a'))).toBe(true);
    expect(matchesAll(planOf('stats count(*) as n | filter n > 1'))).toBe(true);
    expect(matchesAll(planOf('filter a = 1 | stats count(*)'))).toBe(false);
  });

  it('are counted before limits and aggregates', () => {
    const { text } = compileMatched(
      planOf('filter a = "x" | limit 3 | stats count(*)'),
      1000,
      [source],
      duckdb,
    );
    expect(text).toContain('WHERE "a" = $p3');
    expect(text).not.toContain('LIMIT');
  });
});

it('shares one parameter among equal values', () => {
  expect(rowsOf('filter a = "x" or A = "x"').parameters).toEqual([0n, 1000n, 'x']);
});
