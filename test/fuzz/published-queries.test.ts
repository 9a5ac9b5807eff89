// Every published query compiles and runs, over no events and over those of the golden cases, or is refused for a reason that is
// written down here: each is one for which AWS, as far as we know, refuses the query as well. The log groups and lookup tables that
// the queries name are there.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command, Query, SourceClause } from '../../src/language/ast.ts';
import { parse } from '../../src/language/parser.ts';
import { QueryRejected } from '../../src/queries/compile-query.ts';
import { runQuery } from '../../src/queries/run-query.ts';
import { type OpenStore, openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { nowMs, openFixture } from '../golden/fixture.ts';
import { type PublishedQuery, publishedQueries } from './published-queries.ts';

/** The account that a published query names. */
const accountId = '111122223333';

interface Reason {
  readonly why: string;
  readonly codes: readonly string[];
  readonly ids: readonly number[];
}

const refused: readonly Reason[] = [
  {
    why: 'a piece of prose that begins with a pipe',
    codes: ['leading-pipe'],
    ids: [50, 51, 52, 53, 54, 265, 266, 442, 448, 683, 915, 916, 917, 1069, 1070, 1120],
  },
  { why: 'a sentence about a command', codes: ['unexpected-symbol', 'not-indexable'], ids: [649] },
  {
    why: 'a part of a path in quotes instead of backticks',
    codes: ['unexpected-symbol'],
    ids: [139, 141, 143, 146, 151, 156],
  },
  { why: 'fewer names than stars', codes: ['capture-count'], ids: [99, 100, 101, 1498] },
  {
    why: 'aggregates without the word stats (the service was seen to reject it)',
    codes: ['missing-stats', 'unknown-command'],
    ids: [750, 1399, 1580, 1581, 1582, 1583, 1584, 1585, 1586, 1587, 1588],
  },
  {
    why: 'the names of the groups got lost in publishing: (?\\S+)',
    codes: ['invalid-regex'],
    ids: [581, 582],
  },
  {
    why: 'a parenthesis or a regular expression that is never closed',
    codes: ['unexpected-symbol', 'unterminated-regex'],
    ids: [40, 588],
  },
  {
    why: 'words of another language: contains, count(distinct x), count(*) filter …',
    codes: ['unexpected-symbol'],
    ids: [170, 171, 1005, 1006, 1008, 1009, 1010, 1011, 1322],
  },
  {
    why: 'a slip: field for fields, HitCountby, desciii, =* and the like',
    codes: ['unknown-command', 'unexpected-symbol'],
    ids: [93, 394, 1521],
  },
  {
    why: 'something is missing: sort without a field, unnest without a name, a bare period as group, a text without quotes',
    codes: ['unexpected-symbol'],
    ids: [676, 883, 1076, 1143],
  },
  {
    why: 'one backslash too many, so that the slash behind it ends the expression',
    codes: ['unexpected-symbol'],
    ids: [1437],
  },
  {
    why: 'after stats a name that stats dropped, @timestamp most of all (reference 3.7)',
    codes: ['unknown-symbol'],
    ids: [
      ...[
        82, 245, 249, 424, 445, 535, 586, 587, 905, 967, 968, 985, 1083, 1084, 1092, 1093, 1097, 1260, 1261,
        1262,
      ],
      ...[1265, 1326, 1349, 1389, 1390, 1499, 1500, 1524],
    ],
  },
  {
    why: 'a capture or an aggregate named like a field or a capture that the query used before (reference 3.33)',
    codes: ['already-defined'],
    ids: [533, 534, 1404],
  },
  { why: 'after dedup anything but limit (reference 3.0)', codes: ['command-order'], ids: [888, 1115] },
  { why: 'relevantfields over a capture (reference 3.27)', codes: ['not-an-event-field'], ids: [907] },
];
const reasonOf = (id: number): Reason | undefined => refused.find(({ ids }) => ids.includes(id));

/** Everything in a tree that has this kind. */
function nodes(tree: unknown, kind: string): readonly unknown[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const inner = Object.values(tree).flatMap((member) => nodes(member, kind));
  return 'kind' in tree && tree.kind === kind ? [tree, ...inner] : inner;
}

const queries = publishedQueries.map(({ query }): Query => parse(query).query);

async function createLogGroups(store: Store): Promise<void> {
  const sources = queries.flatMap((query) => nodes(query, 'source') as SourceClause[]);
  const names = sources.flatMap(({ names: written, selections }) => [
    ...written.map(({ name }) => /:log-group:([^:]+)/.exec(name)?.[1] ?? name),
    ...selections.flatMap((selection) =>
      selection.kind === 'logGroups' ? (selection.namePrefixes ?? []) : [],
    ),
  ]);
  const known = new Set(store.groups().map(({ name }) => name));
  for (const name of new Set(names)) if (!known.has(name)) await store.createGroup(name);
}

type Lookup = Extract<Command, { kind: 'lookup' }>;

async function createLookupTables(store: Store): Promise<void> {
  const columns = new Map<string, Set<string>>();
  for (const { table, keys, outputs } of queries.flatMap((query) => nodes(query, 'lookup') as Lookup[])) {
    const named = [...keys, ...outputs].map(({ column }) => column.name);
    columns.set(table.name, new Set([...(columns.get(table.name) ?? []), ...named]));
  }
  for (const [table, names] of columns) {
    if (store.lookupTable(table) === undefined)
      await store.createLookupTable(table, { body: `${[...names].join(',')}\n${[...names].join(',')}\n` });
  }
}

/** The codes of what is wrong with a query; none when it ran. Any other failure is a finding. */
async function mistakes(
  { query: text }: PublishedQuery,
  logGroups: readonly string[],
  { store, engine }: OpenStore,
): Promise<readonly string[]> {
  const request = { text, logGroups, startMs: Date.parse('2025-12-01T00:00:00.000Z'), endMs: nowMs };
  try {
    await runQuery(request, { store, engine, accountId, nowMs: () => nowMs });
    return [];
  } catch (error) {
    if (!(error instanceof QueryRejected)) throw new Error(`failed: ${text}`, { cause: error });
    return error.diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  }
}

function openEmpty(): Promise<OpenStore & { remove(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-published-'));
  return openStore({ dataDir, clock: () => nowMs, threads: 2 }).then((open) => ({
    ...open,
    remove: async () => {
      await open.store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  }));
}

const batchSize = 100;
const batches = Array.from({ length: Math.ceil(publishedQueries.length / batchSize) }, (_, index) =>
  publishedQueries.slice(index * batchSize, (index + 1) * batchSize),
);

const stores = [
  ['no events', openEmpty],
  ['the events of the golden cases', openFixture],
] as const;

describe.runIf(publishedQueries.length > 0).each(stores)('published queries over %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>;
  let asked: readonly string[];
  beforeAll(async () => {
    opened = await open();
    asked = opened.store.groups().map(({ name }) => name);
    await createLogGroups(opened.store);
    await createLookupTables(opened.store);
  });
  afterAll(() => opened.remove());

  it.each(batches.map((batch, index) => [index * batchSize + 1, batch] as const))(
    'run, from the %ith on, or are refused for the reason that is listed',
    async (_first, batch) => {
      const unexpected: unknown[] = [];
      for (const published of batch) {
        const codes = await mistakes(published, asked, opened);
        const reason = reasonOf(published.id);
        const meant = codes.length > 0 && codes.every((code) => reason?.codes.includes(code));
        if (reason === undefined ? codes.length > 0 : !meant) unexpected.push([published.id, codes]);
      }
      expect(unexpected).toEqual([]);
    },
  );
});
