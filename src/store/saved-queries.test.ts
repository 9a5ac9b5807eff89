// Saved queries through the store, also after closing and opening; and what cannot be saved.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { savedQueriesMax } from '../limits.ts';
import { type OpenStore, openStore } from './open-store.ts';
import {
  checkSavedQuery,
  type SavedQueryDraft,
  SavedQueryMissing,
  TooManySavedQueries,
} from './saved-query.ts';

let dataDir: string;
let open: OpenStore;
let nowMs: number;

beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-saved-`);
  nowMs = 1_000;
  open = await openStore({ dataDir, clock: () => nowMs });
});
afterEach(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const draft: SavedQueryDraft = {
  name: 'ops/errors by level',
  query: 'filter level = {{level}}\n| limit {{n}}',
  logGroups: ['/a', '/b'],
  parameters: [{ name: 'level', defaultValue: '"ERROR"', description: 'which level' }, { name: 'n' }],
};

describe('a saved query', () => {
  it('is there at once and after a restart', async () => {
    const saved = await open.store.putSavedQuery('id-1', draft);
    expect(saved).toEqual({ id: 'id-1', ...draft, modifiedMs: 1_000 });
    expect(open.store.savedQueries()).toEqual([saved]);
    await open.store.close();
    open = await openStore({ dataDir, clock: () => nowMs });
    expect(open.store.savedQueries()).toEqual([saved]);
  });

  it('is replaced as a whole under its id', async () => {
    await open.store.putSavedQuery('id-1', draft);
    nowMs = 2_000;
    const next = { name: 'errors', query: 'limit 1', logGroups: [], parameters: [] };
    await open.store.putSavedQuery('id-1', next);
    expect(open.store.savedQueries()).toEqual([{ id: 'id-1', ...next, modifiedMs: 2_000 }]);
  });

  it('may have the name of another; they are listed by name', async () => {
    for (const [id, name] of [
      ['3', 'b'],
      ['2', 'a'],
      ['1', 'b'],
    ] as const) {
      await open.store.putSavedQuery(id, { ...draft, name });
    }
    expect(open.store.savedQueries().map(({ id, name }) => `${name}${id}`)).toEqual(['a2', 'b1', 'b3']);
  });

  it('goes when it is deleted', async () => {
    await open.store.putSavedQuery('id-1', draft);
    await open.store.deleteSavedQuery('id-1');
    expect(open.store.savedQueries()).toEqual([]);
    await expect(open.store.deleteSavedQuery('id-1')).rejects.toThrow(SavedQueryMissing);
  });

  it('is one of a thousand', async () => {
    for (let i = 0; i < savedQueriesMax; i++) await open.store.putSavedQuery(`${i}`, draft);
    await expect(open.store.putSavedQuery('more', draft)).rejects.toThrow(TooManySavedQueries);
    await open.store.putSavedQuery('7', draft);
  });
});

it.each([
  [{ name: '' }, 'The name of a saved query has 1 to 255 characters'],
  [{ name: 'x'.repeat(256) }, 'The name of a saved query has 1 to 255 characters'],
  [{ query: '', parameters: [] }, 'A query has 1 to 10000 characters, this one 0'],
  [{ query: 'x'.repeat(10_001), parameters: [] }, 'A query has 1 to 10000 characters, this one 10001'],
  [{ query: 'limit {{n}}' }, 'Required parameters not found in queryString: level'],
  [{ parameters: [{ name: 'n' }, { name: 'level' }, { name: 'n' }] }, 'Duplicate parameter name: n'],
  [
    { parameters: Array.from({ length: 21 }, (_, i) => ({ name: `p${i}` })) },
    'Parameter count exceeds the maximum of 20',
  ],
  [
    { parameters: [{ name: '2nd' }] },
    "begins with a letter or an underscore and has up to 128 letters, digits and underscores; '2nd' does not",
  ],
  [
    { parameters: [{ name: 'n', defaultValue: 'x'.repeat(1_025) }] },
    'The default value of n has more than 1024',
  ],
  [{ parameters: [{ name: 'n', description: 'x'.repeat(513) }] }, 'The description of n has more than 512'],
])('cannot be saved: %.60j', (change, message) => {
  expect(() => checkSavedQuery({ ...draft, ...change })).toThrow(message);
});
