import { describe, expect, it } from 'vitest';
import { type Cursor, cursorAtStart, take } from './cursor.ts';
import { skipArgument, skipCommand } from './skip.ts';

/** A cursor behind the first `count` lexemes. */
function advanced(count: number, text: string): Cursor {
  const cursor = cursorAtStart(text);
  for (let taken = 0; taken < count; taken += 1) take(cursor, 'field');
  return cursor;
}
const rest = (cursor: Cursor): string => cursor.text.slice(cursor.lexeme.span.start);

describe('skipCommand', () => {
  it.each([
    ['a b | c', '| c'],
    ['a "|" `|` # |\n | c', '| c'],
    ['a (b | c) | d', '| d'],
    ['a ([b | c] | d) | e', '| e'],
    ['a like /|/ | b', '| b'],
    ['parse a /|[/|]/ | b', '| b'],
    ['a (b | c', '| c'],
    ['a ) | b', '| b'],
    ['a ( "x" | b (c | d) | e', '| b (c | d) | e'],
    ['a b', ''],
  ])('%s', (text, expected) => {
    const cursor = advanced(1, text);
    skipCommand(cursor);
    expect(rest(cursor)).toBe(expected);
  });
});

describe('skipArgument', () => {
  it.each([
    ['p = 1, q = 2', ', q = 2'],
    ['p = "a,)|" # ,\n + 1)', ')'],
    ['p = [1, 2], 3', ', 3'],
    ['p = f(a, (b)) > 2 | c', '| c'],
    ['p = a like /,)/, b', ', b'],
    ['p = ', ''],
  ])('%s', (text, expected) => {
    const cursor = advanced(2, text);
    skipArgument(cursor);
    expect(rest(cursor)).toBe(expected);
  });
});
