import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

let dataDir: string;
let store: Store;
const reopen = async (): Promise<void> => {
  store = (await openStore({ dataDir, clock: () => 0 })).store;
};
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shiplog-documents-'));
  await reopen();
});
afterEach(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

interface Colour {
  readonly name: string;
}

it('keeps documents of each kind apart and across restarts', async () => {
  await store.documents<Colour>('wall').put('b', { name: 'blue' });
  await store.documents<Colour>('wall').put('a', { name: 'white' });
  await store.documents<Colour>('door').put('a', { name: 'green' });
  await store.close();
  await reopen();
  expect(store.documents<Colour>('wall').list()).toEqual([
    ['a', { name: 'white' }],
    ['b', { name: 'blue' }],
  ]);
  expect(store.documents<Colour>('door').get('a')).toEqual({ name: 'green' });
  expect(store.documents<Colour>('roof').list()).toEqual([]);
});

it('replaces and deletes', async () => {
  const walls = store.documents<Colour>('wall');
  await walls.put('a', { name: 'white' });
  await walls.put('a', { name: "o'red" });
  expect(walls.list()).toEqual([['a', { name: "o'red" }]]);
  await walls.delete('a');
  await walls.delete('never there');
  expect(walls.get('a')).toBeUndefined();
  await store.close();
  await reopen();
  expect(store.documents<Colour>('wall').list()).toEqual([]);
});

it('changes what is there, one change after another', async () => {
  const counts = store.documents<{ readonly n: number }>('count');
  const add = () => counts.change('a', (value) => ({ n: (value?.n ?? 0) + 1 }));
  await Promise.all([add(), add(), add()]);
  const broken = counts.change('a', () => {
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  expect(counts.get('a')).toEqual({ n: 3 });
  await store.close();
  await reopen();
  expect(store.documents<{ readonly n: number }>('count').get('a')).toEqual({ n: 3 });
});
