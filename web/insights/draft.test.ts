import { expect, it } from 'vitest';
import type { SavedQuery } from '../api/responses.ts';
import { parametersOf, runnableDraft } from './draft.ts';

const saved = (change: Partial<SavedQuery>): SavedQuery => ({
  id: '1',
  name: 'errors',
  query: 'limit 1',
  logGroups: ['/a'],
  parameters: [],
  modifiedMs: 0,
  ...change,
});

it.each([
  [{}, 'limit 1'],
  [{ query: 'limit {{n}}', parameters: [{ name: 'n', defaultValue: '20' }] }, '$errors(n = 20)'],
  [
    {
      name: 'ops/by level',
      query: 'filter l = {{level}} | limit {{n}}',
      parameters: [{ name: 'level', defaultValue: '"x"' }],
    },
    '$`ops/by level`(level = "x", n = )',
  ],
])('%j is run by %s', (change, expected) => {
  expect(runnableDraft(saved(change))).toEqual({ text: expected, groups: ['/a'] });
});

it('keeps what is known of the parameters that the text still has', () => {
  const known = [{ name: 'n', defaultValue: '20', description: 'how many' }, { name: 'gone' }];
  expect(parametersOf('filter a = {{a}} | limit {{n}} # {{n}}', known)).toEqual([{ name: 'a' }, known[0]]);
});
