import { expect, it } from 'vitest';
import { tokenize } from '../../src/language/index.ts';
import { tokenParts } from './token-parts.ts';

const parts = (text: string) => tokenParts(text, tokenize(text));

it('names what the parser makes of each word', () => {
  const kinds = parts('stats count(*) as count by bin(1h) # per hour').filter(({ kind }) => kind !== null);
  expect(kinds.map(({ text, kind }) => `${text}:${kind}`)).toEqual([
    'stats:command',
    'count:function',
    '(:punctuation',
    '*:operator',
    '):punctuation',
    'as:keyword',
    'count:alias',
    'by:keyword',
    'bin:function',
    '(:punctuation',
    '1h:period',
    '):punctuation',
    '# per hour:comment',
  ]);
});

it.each(['', '  ', 'filter @message like /a b/ | limit 5  ', 'filter "open', '| | §'])(
  'keeps every character of %j',
  (text) =>
    expect(
      parts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text),
);
