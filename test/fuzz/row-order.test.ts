// How sort and limit go together, for any keys and any filter: a limit takes the first rows of the order it stands behind, a sort
// orders the rows it stands behind and no others, and of two of a kind the later sort and the smaller limit decide. Orders are
// exact, since rows that tie keep the order of ingestion.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { QueryRejected } from '../../src/queries/compile-query.ts';
import { runQuery } from '../../src/queries/run-query.ts';
import { accountId, nowMs, openFixture } from '../golden/fixture.ts';
import { expression, singleValue } from './sql-arbitraries.ts';

const runs = Math.ceil(Number(process.env.FUZZ_RUNS ?? 100) / 4);
const options = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.remove());

/** The pointers of the rows, in their order, and how many events matched. */
async function rowsOf(
  text: string,
  limit?: number,
): Promise<{ pointers: string[]; matched: number; counted: number }> {
  const { store, engine } = fixture;
  const request = { text, logGroups: 'all', startMs: 0, endMs: nowMs, histogram: true } as const;
  const { rows, statistics, histogram } = await runQuery(
    limit === undefined ? request : { ...request, limit },
    {
      store,
      engine,
      accountId,
      nowMs: () => nowMs,
    },
  );
  return {
    pointers: rows.map((row) => row.at(-1) ?? ''),
    matched: statistics.recordsMatched,
    counted: (histogram?.buckets ?? []).reduce((sum, { count }) => sum + count, 0),
  };
}

const directions = fc.constantFrom('', ' asc', ' desc');
const limits = fc.nat(90).map((count) => count + 1);
const choice = fc.record({
  keys: fc.tuple(singleValue, singleValue),
  condition: expression,
  first: directions,
  second: directions,
  count: limits,
  other: limits,
});

it(
  'sort orders what stands before it, limit takes the first of that',
  async () => {
    await fc.assert(
      fc.asyncProperty(choice, async ({ keys: [a, b], condition, first, second, count, other }) => {
        const begin = `filter ${condition} | fields ${a} as k0, ${b} as k1`;
        const sort = `sort k0${first}, k1${second}`;
        const sorted = await rowsOf(`${begin} | ${sort}`).catch((error: unknown) => {
          if (error instanceof QueryRejected) return null;
          throw error;
        });
        if (sorted === null) return;
        const unsorted = await rowsOf(begin);
        expect(unsorted.counted).toBe(unsorted.matched);
        expect(new Set(sorted.pointers)).toEqual(new Set(unsorted.pointers));

        const limited = await rowsOf(`${begin} | ${sort} | limit ${count}`);
        expect(limited.pointers).toEqual(sorted.pointers.slice(0, count));
        expect(limited.matched).toBe(unsorted.matched);

        const newest = new Set(unsorted.pointers.slice(0, count));
        const sortedNewest = await rowsOf(`${begin} | limit ${count} | ${sort}`);
        expect(sortedNewest.pointers).toEqual(sorted.pointers.filter((pointer) => newest.has(pointer)));

        const twice = await rowsOf(`${begin} | sort k1 desc | ${sort} | limit ${count} | limit ${other}`);
        expect(twice.pointers).toEqual(sorted.pointers.slice(0, Math.min(count, other)));
        const requested = await rowsOf(`${begin} | ${sort} | limit ${count}`, other);
        expect(requested.pointers).toEqual(twice.pointers);
      }),
      { ...options, numRuns: runs },
    );
  },
  runs * 2_000,
);
