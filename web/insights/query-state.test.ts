import { expect, it } from 'vitest';
import { readQueryState, writeQueryState } from './query-state.ts';

it('an address keeps the query and the groups, beside the time range', () => {
  const state = { text: 'stats count(*)\n| limit 5', groups: ['/a/b', 'c'] };
  const params = writeQueryState(new URLSearchParams('since=3h&q=old&group=x'), state);
  expect(readQueryState(params)).toEqual(state);
  expect(params.get('since')).toBe('3h');
});

it('tells no query from an empty one', () => {
  expect(readQueryState(new URLSearchParams(''))).toEqual({ text: null, groups: [] });
  expect(readQueryState(new URLSearchParams('q=&group=&group=a&group=a'))).toEqual({
    text: '',
    groups: ['a'],
  });
});
