import { describe, expect, it } from 'vitest';
import {
  allowRegex,
  atCommandEnd,
  atSymbol,
  atWord,
  cursorAtStart,
  expectField,
  lexemeAfter,
  many,
  spanFrom,
  stop,
  take,
  takeSymbol,
  takeWord,
  unexpected,
} from './cursor.ts';

describe('a cursor', () => {
  it('looks without moving and takes what it saw', () => {
    const cursor = cursorAtStart('Not (a)');
    expect([atWord(cursor, 'not'), lexemeAfter(cursor).text, atSymbol(cursor, '(')]).toEqual([
      true,
      '(',
      false,
    ]);
    expect([takeWord(cursor, 'in', 'not'), takeSymbol(cursor, '('), takeSymbol(cursor, ')')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(spanFrom(cursor, 0)).toEqual({ start: 0, end: 5 });
    expect(cursor.tokens.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'keyword Not',
      'punctuation (',
    ]);
  });

  it('takes a name in backticks for a field, never for a word', () => {
    const cursor = cursorAtStart('`not`');
    expect(takeWord(cursor, 'not')).toBe(false);
    expect(expectField(cursor, '').segments).toEqual(['not']);
  });

  it('reads a slash as a regular expression when told to', () => {
    const cursor = cursorAtStart('/a|b/ | c');
    expect(cursor.lexeme.kind).toBe('symbol');
    allowRegex(cursor);
    expect(take(cursor, 'regex')).toMatchObject({ kind: 'regex', pattern: 'a|b' });
    expect(atCommandEnd(cursor)).toBe(true);
  });

  it('collects lists up to the last comma', () => {
    const cursor = cursorAtStart('a, b, | c');
    expect(many(cursor, (at) => expectField(at, '').name)).toEqual(['a', 'b']);
    expect(cursor.diagnostics.map(({ code }) => code)).toEqual(['trailing-comma']);
  });

  it('notes what is wrong before it stops', () => {
    const cursor = cursorAtStart('a\n  é');
    take(cursor, 'field');
    expect(() => unexpected(cursor, 'never shown')).toThrow(expect.toSatisfy((thrown) => thrown === stop));
    expect(cursor.diagnostics).toEqual([
      {
        code: 'unrecognised-token',
        severity: 'error',
        message: "token recognition error at: 'é'",
        span: { start: 4, end: 5 },
        hint: 'Names with other than ASCII letters, digits and `_` need backticks.',
      },
    ]);
  });
});
