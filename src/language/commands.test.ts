import { expect, it } from 'vitest';
import { commands, commandWords, findCommand } from './commands.ts';

it('finds a command by any of its words', () => {
  expect(
    ['WHERE', 'order', 'head', 'count_frequent', 'source', 'fields'].map((word) => findCommand(word)?.name),
  ).toEqual(['filter', 'sort', 'limit', 'countFrequent', 'SOURCE', 'fields']);
  expect(findCommand('eval')).toBeUndefined();
});

it('suggests only what runs', () => {
  expect(commandWords).toContain('where');
  expect(commandWords).not.toContain('tail');
});

it('has a syntax that begins with the word, and a line of prose', () => {
  for (const { name, syntax, doc } of commands) {
    expect(syntax.startsWith(name)).toBe(true);
    expect(doc).toMatch(/^\S.*\.$/);
  }
});
