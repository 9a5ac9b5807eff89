import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../test/language-expectations.ts';

const aliasOf = (text: string): unknown => {
  const command = commandOf(`fields a as ${text}`) as { items: { alias: { name: string } }[] };
  return command.items[0]?.alias.name;
};

describe('an alias', () => {
  it.each([
    ['x', 'x'],
    ['@x', '@x'],
    ['count', 'count'],
    ['timestamp', 'timestamp'],
    ['limit', 'limit'],
    ['`Mean size (mm)`', 'Mean size (mm)'],
    ['`p99.9`', 'p99.9'],
    ['`by`', 'by'],
    ['@`team name`', '@team name'],
  ])('may be %s', (text, name) => {
    expect(aliasOf(text)).toBe(name);
  });

  it('cannot hold a dot', () => {
    expect(mistakesIn('stats pct(a, 99.9) as p99.9')).toEqual(['dotted-alias: p99.9']);
  });

  it.each(['by', 'null', '"x"', '5xx', ''])('cannot be %s', (text) => {
    expect(mistakeIn(`fields a as ${text}`).hint).toContain('A name follows `as`');
  });
});
