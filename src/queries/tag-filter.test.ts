import { describe, expect, it } from 'vitest';
import { dataSourceOf, meetsTagFilter } from './tag-filter.ts';

describe('a tag filter', () => {
  const tags = { env: 'production', team: '' };
  it.each<[string, readonly string[], boolean]>([
    ['env', [], true],
    ['other', [], false],
    ['toString', [], false],
    ['env', ['production'], true],
    ['env', ['Production'], false],
    ['env', ['staging', 'production'], true],
    ['env', ['prod'], false],
    ['env', ['prod*'], true],
    ['env', ['*tion'], true],
    ['env', ['*duct*'], true],
    ['env', ['*'], true],
    ['env', ['*prod'], false],
    ['env', ['!production'], false],
    ['env', ['!prod*'], false],
    ['env', ['!staging'], true],
    ['other', ['!x'], true],
    ['other', ['x', '*'], false],
    ['team', [''], true],
  ])('%s of %j: %s', (key, values, expected) => expect(meetsTagFilter(tags, { key, values })).toBe(expected));
});

it('the data source of a log group is told by its tags', () => {
  expect(dataSourceOf({})).toBeNull();
  expect(dataSourceOf({ 'cw:datasource:name': 'shop', 'cw:datasource:type': 'orders' })).toEqual({
    name: 'shop',
    type: 'orders',
  });
});
