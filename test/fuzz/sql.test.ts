// Whatever compiles runs: a random query is refused before it runs, or answers with rows of texts and nulls. An engine error
// is a bug of plan/ or sql/. Beside that, laws of the language that hold for every expression. A failure prints its seed and
// the smallest query that shows it; FUZZ_SEED repeats it, FUZZ_RUNS looks longer.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryRejected } from '../../src/queries/compile-query.ts';
import type { QueryResult } from '../../src/queries/query.ts';
import { runQuery } from '../../src/queries/run-query.ts';
import { accountId, nowMs, openFixture } from '../golden/fixture.ts';
import { expression, query, singleValue } from './sql-arbitraries.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 100);
const options = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.remove());

/** The result, or null when the query is refused. Any other failure is a finding. */
async function run(text: string): Promise<QueryResult | null> {
  const { store, engine } = fixture;
  try {
    return await runQuery(
      { text, logGroups: 'all', startMs: 0, endMs: nowMs },
      { store, engine, accountId, nowMs: () => nowMs },
    );
  } catch (error) {
    if (error instanceof QueryRejected) return null;
    throw error;
  }
}

/** The one number of a `stats count(*)`; no row means none. */
async function count(pipeline: string): Promise<number | null> {
  const result = await run(`${pipeline} | stats count(*)`);
  return result === null ? null : Number(result.rows[0]?.[0] ?? 0);
}

const events = readFileSync(new URL('../golden/events.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n').length;

/** What random queries have found, made small. Each compiles and must run. */
const onceBroken = [
  'fields (-"x") in [null] as a, 1 + 1 as b',
  'filter (null < (1 > (!null))) ^ 2',
  'fields formatDate(@timestamp, "%H:%M", "Europe/Berlin") as a',
  'stats urldecode(min(user)) as m',
  'stats base64decode(max(user)) as m',
  'stats base64decode(toupper(max(user))) as m',
  'stats max(!ok) * 2 as m',
  'stats max(ok = 1) - min(ok = 1) as m',
  'stats abs(max(user = "ann")) as m',
  'stats max(user = "ann") as m | filter m > 0',
  'stats coalesce(avg(n), max(user = "x")) as m',
  'stats least(max(user = "x"), 3) as m',
  'fields substr(id, 99999999999) as a',
  'fields round(v, 1772618700000) as a',
  'filter dateceil(-"9223372036854775808", 2d) or bin(1d) > 0',
];

describe('random queries', () => {
  it.each(onceBroken)('%s', async (text) => expect(await run(text)).not.toBeNull());

  it(
    'run or are refused',
    async () => {
      let compiled = 0;
      await fc.assert(
        fc.asyncProperty(query, async (text) => {
          const result = await run(text);
          if (result === null) return;
          compiled += 1;
          for (const row of result.rows) {
            expect(row).toHaveLength(result.columns.length);
            for (const cell of row) expect(cell === null || typeof cell === 'string').toBe(true);
          }
          const { recordsScanned, recordsMatched } = result.statistics;
          // filterIndex alone leaves out log groups: those without the index.
          const leastScanned = /filterIndex/i.test(text) ? recordsMatched : events;
          expect(recordsScanned).toBeGreaterThanOrEqual(leastScanned);
          expect(recordsMatched).toBeLessThanOrEqual(events);
        }),
        { ...options, numRuns: runs },
      );
      expect(compiled, 'most random queries compile').toBeGreaterThan(runs / 2);
    },
    runs * 500,
  );
});

describe('for every expression', () => {
  it(
    'an event meets it, or its negation, or it is unknown: never two of these, never none',
    async () => {
      await fc.assert(
        fc.asyncProperty(expression, async (condition) => {
          const met = await count(`filter ${condition}`);
          if (met === null) return;
          const negated = await count(`filter not (${condition})`);
          const unknown = await count(
            `filter not ispresent((${condition}) and 1 = 1) and not ispresent((${condition}) or 1 = 0)`,
          );
          expect([met, negated, unknown, (met ?? 0) + (negated ?? 0) + (unknown ?? 0)]).toEqual([
            met,
            negated,
            unknown,
            events,
          ]);
        }),
        { ...options, numRuns: Math.ceil(runs / 4) },
      );
    },
    runs * 500,
  );

  it(
    'its groups hold all events, and its values sort without losing one',
    async () => {
      await fc.assert(
        fc.asyncProperty(singleValue, async (value) => {
          const groups = await run(`stats count(*) as total by ${value} as k`);
          if (groups === null) return;
          expect(groups.rows.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(events);
          const keys = groups.rows.map(([key]) => key ?? null);
          expect(new Set(keys).size).toBeLessThanOrEqual(keys.length);
          const up = await run(`fields ${value} as k, @ptr as pointer | sort k`);
          const down = await run(`fields ${value} as k, @ptr as pointer | sort k desc`);
          expect(up?.rows).toHaveLength(events);
          expect(new Set(up?.rows.map((row) => row[1])).size).toBe(events);
          expect(down?.rows.map((row) => row[0])).toEqual(up?.rows.map((row) => row[0]).toReversed());
        }),
        { ...options, numRuns: Math.ceil(runs / 4) },
      );
    },
    runs * 500,
  );
});
