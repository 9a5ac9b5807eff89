// Nothing hangs by nesting: every function and operator in itself, and chains of columns made of one another, answer or are
// refused in about a second. What doubles at each level would need years.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParameterKind } from '../../src/language/function-spec.ts';
import { type FunctionSpec, functions } from '../../src/language/functions.ts';
import { QueryRejected } from '../../src/queries/compile-query.ts';
import { QueryStopped } from '../../src/queries/query-stopped.ts';
import { runQuery } from '../../src/queries/run-query.ts';
import { accountId, nowMs, openFixture } from '../golden/fixture.ts';

/** Several times what is needed, for machines that do other work; far below what doubling would take. */
const patienceMs = 6_000;

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.remove());

async function answersOrRefuses(text: string): Promise<void> {
  const { store, engine } = fixture;
  const begun = performance.now();
  try {
    await runQuery(
      { text, logGroups: ['app'], startMs: 0, endMs: nowMs },
      { store, engine, accountId, nowMs: () => nowMs },
    );
  } catch (error) {
    if (error instanceof QueryRejected) {
      expect(error.diagnostics.map(({ code }) => code)).toContain('nesting-too-deep');
    } else expect(error).toBeInstanceOf(QueryStopped);
  }
  expect(performance.now() - begun).toBeLessThan(patienceMs);
}

const depths = [16, 60];

type Wrap = (inner: string) => string;

function nest(wrap: Wrap, depth: number): string {
  let text = 'v';
  for (let level = 0; level < depth; level++) text = wrap(text);
  return text;
}

const queryCharsMax = 9_900;
const queriesOf = (wrap: Wrap): readonly string[] =>
  depths
    .map((depth) => `fields ${nest(wrap, depth)} as y | filter ispresent(y) and y != 3`)
    .filter((text) => text.length < queryCharsMax);

const fillings: Readonly<Partial<Record<ParameterKind, string>>> = {
  number: 'ms',
  period: '1mo',
  timestamp: '@timestamp',
};
/** Arguments that have to be written out, by function and position. */
const written: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  regexReplace: { 1: '"a"' },
  formatDate: { 1: '"%Y"', 2: '"UTC"' },
  parseDate: { 1: '"yyyy"', 2: '"UTC"' },
};

/** The function around an expression, at each place that takes one. */
function wrappings(spec: FunctionSpec): readonly (readonly [string, Wrap])[] {
  const rest = spec.rest === undefined ? [] : [spec.rest, spec.rest];
  const kinds = [...spec.required, ...(spec.optional ?? []), ...rest];
  const args = kinds.map((kind, place) => written[spec.name]?.[place] ?? fillings[kind] ?? 'id');
  const free = args.flatMap((_, place) =>
    written[spec.name]?.[place] === undefined && kinds[place] !== 'period' ? [place] : [],
  );
  const ends = new Set([free[0], free.at(-1)].filter((place) => place !== undefined));
  return [...ends].map((place) => [
    `${spec.name}, argument ${place + 1}`,
    (inner) => `${spec.name}(${args.with(place, inner).join(', ')})`,
  ]);
}

const scalars = functions.filter(({ category }) => category === 'scalar');

const operators: readonly (readonly [string, Wrap])[] = [
  ...['+', '-', '*', '/', '%', '^', '=', '!=', '<', 'and', 'or'].flatMap((operator) => [
    [`x ${operator} n`, (x: string) => `(${x} ${operator} ms)`] as const,
    [`n ${operator} x`, (x: string) => `(7 ${operator} ${x})`] as const,
  ]),
  ['-x', (x) => `-(${x})`],
  ['!x', (x) => `!(${x})`],
  ['not x', (x) => `(not ${x})`],
  ['x like', (x) => `((${x}) like "a")`],
  ['x like regex', (x) => `((${x}) like /a/)`],
  ['x in', (x) => `((${x}) in [1, "a", "2"])`],
  ['x + 1 as text', (x) => `(concat(${x}) + 1)`],
];

describe('nested in itself', () => {
  it.each([...scalars.flatMap(wrappings), ...operators])(
    '%s',
    async (_name, wrap) => {
      for (const text of queriesOf(wrap)) await answersOrRefuses(text);
    },
    60_000,
  );
});

describe('a long chain of', () => {
  it.each(['+', '-', '*', '/', 'and', 'or'])(
    '%s',
    async (operator) => {
      for (const length of [100, 400, 1_600])
        await answersOrRefuses(`fields ${Array(length).fill('v').join(` ${operator} `)} as y | filter y = 1`);
    },
    60_000,
  );
});

describe('columns made of one another', () => {
  const steps: readonly (readonly [string, Wrap])[] = [
    ['x + x', (x) => `${x} + ${x}`],
    ['greatest', (x) => `greatest(${x}, ${x})`],
    ['concat', (x) => `concat(${x}, ${x})`],
    ['toupper', (x) => `toupper(${x})`],
    ['if', (x) => `if(${x} = 1, ${x}, ${x})`],
    ['split', (x) => `jsonStringify(split(${x}, "a"))`],
    ['base64encode', (x) => `base64encode(${x})`],
    ['regexReplace', (x) => `regexReplace(${x}, ".", "aa")`],
  ];
  const ends = [
    'filter last = "12"',
    'sort last',
    'stats count(*) by last',
    'parse last "*1" as z | filter z = 1',
  ];
  it.each(steps)(
    '%s',
    async (_name, step) => {
      for (const length of [16, 60]) {
        const commands = Array.from({ length }, (_, index) => `fields ${step(`x${index}`)} as x${index + 1}`);
        const chain = ['fields v as x0', ...commands, `fields x${length} as last`].join(' | ');
        for (const end of ends) await answersOrRefuses(`${chain} | ${end}`);
      }
    },
    60_000,
  );
});
