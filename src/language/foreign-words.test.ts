import { expect, it } from 'vitest';
import { mistakeIn } from '../../test/language-expectations.ts';
import { hintForCommand, hintForFunction, hintForLexeme } from './foreign-words.ts';
import { lexAt } from './lexer.ts';

it('knows words of other languages in any letter case, and nothing that an object happens to have', () => {
  expect(hintForCommand('EVAL')).toBe('Write `fields expression as name`.');
  expect(hintForFunction('Lower')).toBe('Write tolower(s).');
  expect(hintForLexeme(lexAt('Between', 0), 'Between')).toBe('Write `field >= low and field <= high`.');
  expect([
    hintForCommand('constructor'),
    hintForFunction('constructor'),
    hintForLexeme(lexAt('constructor', 0), 'constructor'),
  ]).toEqual([undefined, undefined, undefined]);
});

it('does not take a name in backticks for a word', () => {
  expect(hintForLexeme(lexAt('`between`', 0), '`between`')).toBeUndefined();
});

it('prefers the habit to the nearest spelling', () => {
  expect(mistakeIn('fields length(a)').hint).toBe('Write strlen(s).');
});
