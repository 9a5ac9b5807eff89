import { describe, expect, it } from 'vitest';
import { type Cursor, cursorAtStart, take } from './cursor.ts';
import { skipCommand, skipGroup } from './skip.ts';

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

describe('skipGroup', () => {
  it('passes over a group with what is in it', () => {
    const cursor = advanced(1, 'in (a | like /)/ (b)) c');
    expect(skipGroup(cursor)).toBe(true);
    expect(rest(cursor)).toBe('c');
  });

  it('stays where it is when the group is never closed', () => {
    const cursor = advanced(1, 'in (a | b');
    expect(skipGroup(cursor)).toBe(false);
    expect(rest(cursor)).toBe('(a | b');
  });
});
