import { expect, it } from 'vitest';
import { mistakesIn } from '../../test/language-expectations.ts';
import { type LanguageCode, languageCodes } from './codes.ts';

const examples: Readonly<Record<LanguageCode, string>> = {
  'query-too-long': 'x'.repeat(10_001),
  'nesting-too-deep': `filter ${'('.repeat(201)}a${')'.repeat(201)}`,
  'unrecognised-token': 'filter a ? b',
  'unterminated-string': 'filter a = "b',
  'unterminated-regex': 'filter a like /b',
  'unterminated-name': 'filter `a',
  'unexpected-symbol': 'filter a b',
  'leading-pipe': '| limit 5',
  'empty-command': 'limit 5 |',
  'unknown-command': 'nothing a',
  'missing-stats': 'count(*)',
  'missing-parentheses': 'stats count',
  'trailing-comma': 'fields a,',
  'unsupported-command': 'tail 5',
  'unsupported-syntax': 'parse a xml "count(/b)" as c',
  'unknown-function': 'fields nothing(a)',
  'wrong-argument-count': 'fields abs()',
  'wrong-argument': 'stats count(*) by bin(300)',
  'invalid-number': 'filter a = 1e999',
  'invalid-period': 'stats count(*) by bin(0m)',
  'invalid-limit': 'limit 0',
  'invalid-regex': 'filter a like /(?=b)/',
  'invalid-xpath': 'parse a xml "/b[" as c',
  'invalid-option': 'appendcols max=0 (SOURCE "a")',
  'too-many-sources': 'SOURCE logGroups(namePrefix: ["a", "b", "c", "d", "e", "f"])',
  'misplaced-source': 'limit 5 | SOURCE "a"',
  'too-many-subqueries': `filter ${'a in (fields b) or '.repeat(11)}c`,
  'nested-subquery': 'filter a in (filter b in (fields c) | fields d)',
  'not-indexable': 'filterIndex a > 5',
  'same-side': 'join left=a right=a where a.x = a.y (SOURCE "g")',
  'empty-list': 'filter a in []',
  'dotted-alias': 'fields a as b.c',
  'adjacent-stars': 'parse "**" as a, b',
  'matches-nothing': 'parse /(?<a>b*)/ multi',
  'capture-count': 'parse "*" as a, b',
  'like-wildcard': 'filter a like "%b%"',
  'dash-is-minus': 'filter detail-type = "b"',
};

it.each(Object.entries(examples))('%s has a text that brings it', (code, text) => {
  expect(mistakesIn(text).map((line) => line.replace(/\??:[\s\S]*/, ''))).toEqual([code]);
});

it('a code that is only a warning says so', () => {
  const warnings = Object.entries(examples).filter(([code, text]) =>
    mistakesIn(text)[0]?.startsWith(`${code}?`),
  );
  const said = Object.entries(languageCodes).filter(([, meaning]) => meaning.startsWith('Warning: '));
  expect(warnings.map(([code]) => code)).toEqual(said.map(([code]) => code));
});
