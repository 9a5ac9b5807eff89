// Random expressions give on the engine what a small interpreter says, for every event. A failure prints the smallest expression
// that differs, and the seed; FUZZ_SEED repeats it, FUZZ_RUNS looks longer.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runQuery } from '../../src/queries/run-query.ts';
import { type OpenStore, openStore } from '../../src/store/open-store.ts';
import { evaluate, type Row, toText } from './expression-interpreter.ts';
import { printTree, type Tree, trees } from './expression-tree.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 200);
const options = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };

/** Messages; the fields of each as the language sees them are the same without quotes. */
const messages: readonly Readonly<Record<string, string | number | boolean>>[] = [
  { a: 'a', b: 'b', n: 1, m: 2 },
  { a: 'ab', b: 'a', n: -3, m: 0.5 },
  { a: '', b: 'x', n: 0, m: -1.5 },
  { a: ' ', b: ' a b ', n: 200, m: 7 },
  { a: '200', b: '200.0', n: 200, m: 3 },
  { a: '007', b: '7', n: 7, m: 1.5 },
  { a: '1e1', b: '10', n: 10, m: 0.25 },
  { a: '-3', b: '+3', n: 3, m: -3 },
  { a: 'NaN', b: '1_000', n: 2.25 },
  { a: 'AB', b: 'ab', m: 10 },
  { b: 'é%.', n: 1 },
  { a: '.5', b: '0.5', n: 0.5, m: 0.5 },
  { a: true, b: false, n: 5 },
  { n: 12 },
];
const rows: readonly Row[] = messages.map((message) =>
  Object.fromEntries(
    Object.entries(message).map(([name, value]) => [
      name,
      String(typeof value === 'boolean' ? Number(value) : value),
    ]),
  ),
);

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-interpreter-'));
let open: OpenStore;
beforeAll(async () => {
  open = await openStore({ dataDir, clock: () => 0, threads: 2 });
  const events = messages.map((message, index) => ({ timestampMs: index, message: JSON.stringify(message) }));
  await open.store.append('/events', events);
});
afterAll(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function run(text: string): Promise<readonly (readonly (string | null)[])[]> {
  const request = { text, logGroups: ['/events'], startMs: 0, endMs: 100 };
  const environment = { store: open.store, engine: open.engine, nowMs: () => 0, accountId: '1' };
  return (await runQuery(request, environment)).rows;
}

const check = async (tree: Tree): Promise<void> => {
  const expression = printTree(tree);
  const answers = await run(`fields ${expression} as result | sort @timestamp`);
  const expected = rows.map((row) => toText(evaluate(tree, row)));
  expect(
    answers.map(([result]) => result ?? null),
    expression,
  ).toEqual(expected);
};

describe('random expressions', () => {
  const property = (sort: 'number' | 'text' | 'condition'): Promise<void> =>
    fc.assert(fc.asyncProperty(trees[sort], check), { ...options, numRuns: runs });

  it('of numbers', () => property('number'), runs * 500);
  it('of texts', () => property('text'), runs * 500);
  it('of conditions', () => property('condition'), runs * 500);

  it(
    'as conditions of a filter keep the events for which they are true',
    () =>
      fc.assert(
        fc.asyncProperty(trees.condition, async (tree) => {
          const answers = await run(
            `filter ${printTree(tree)} | fields toMillis(@timestamp) as time | sort @timestamp`,
          );
          const expected = rows.flatMap((row, time) => (evaluate(tree, row) === true ? [String(time)] : []));
          expect(answers.map(([time]) => time)).toEqual(expected);
        }),
        { ...options, numRuns: runs },
      ),
    runs * 500,
  );
});
