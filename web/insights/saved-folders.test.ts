import { expect, it } from 'vitest';
import type { SavedQuery } from '../api/responses.ts';
import { type Folder, filed } from './saved-folders.ts';

const saved = (name: string): SavedQuery => ({
  id: name,
  name,
  query: 'limit 1',
  logGroups: [],
  parameters: [],
  modifiedMs: 0,
});

/** `folder(…)`, `title`. */
const drawn = ({ folders, queries }: Folder): string =>
  [...folders.map((folder) => `${folder.name}(${drawn(folder)})`), ...queries.map(({ title }) => title)].join(
    ' ',
  );

it.each([
  [[], ''],
  [['b', 'a'], 'b a'],
  [['a', 'ops/x', 'ops/y', 'ops/deep/z', 'web/x'], 'ops(deep(z) x y) web(x) a'],
  [['/ops/x', 'ops//y', 'ops/'], 'ops(x y) ops'],
  [['/'], '/'],
])('%j is filed as %s', (names, expected) => {
  expect(drawn(filed(names.map(saved)))).toBe(expected);
});
