import { describe, expect, it } from 'vitest';
import { inspectRegex } from './regex.ts';

/** Each problem as `marked source: message`. */
const problemsOf = (pattern: string): string[] =>
  inspectRegex(pattern).problems.map(({ message, start, end }) => `${pattern.slice(start, end)}: ${message}`);

describe('what RE2 accepts', () => {
  it.each([
    '',
    'a|b|',
    '^(?:a|b)*$',
    'a*?b+?c??d{2}e{2,}?f{2,30}',
    'a{,3} {x} { }',
    'x{1000}',
    '(?i)abc(?-i:d)(?s-m:.)(?U)e',
    '(?P<n>a)(?<m>b)(?:c)(d)',
    '\\d\\D\\s\\S\\w\\W\\b\\B\\A\\z',
    '\\a\\f\\n\\r\\t\\v\\0\\012\\123\\x7f\\x{1F600}',
    '\\pL\\p{Lu}\\PN\\p{Greek}\\p{^Han}\\p{Any}',
    '\\Q(*[\\E+\\Qabc',
    '\\.\\*\\(\\)\\[\\]\\{\\}\\/\\-\\_\\"\\ \\@',
    '[a-z][^a-z][]a][^]a][a-][-a][\\d-z][\\]\\-][a\\-z]',
    '[[:alpha:][:^digit:]_]',
    '[(?<n>x)*]',
    '日本😀+[😀-😂]',
    '()|(a|)*',
    '"state":"(on|off)"',
  ])('%s', (pattern) => {
    expect(problemsOf(pattern)).toEqual([]);
  });
});

describe('what RE2 refuses', () => {
  it.each([
    ['a(?=b)', ['(?=: look-ahead and look-behind are not supported.']],
    [
      '(?!a)(?<=b)(?<!c)',
      [
        '(?!: look-ahead and look-behind are not supported.',
        '(?<=: look-ahead and look-behind are not supported.',
        '(?<!: look-ahead and look-behind are not supported.',
      ],
    ],
    ['(a)\\1', ['\\1: back-references are not supported.']],
    ['(?P<a>x)(?P=a)', ['(?P=: back-references are not supported.']],
    ['(?<a>x)\\k<a>', ['\\k: unknown escape \\k.']],
    ['(?>a)', ['(?>: atomic groups are not supported.']],
    ['a++', ['+: possessive repetitions are not supported.']],
    ['a*+', ['+: possessive repetitions are not supported.']],
    ['a{2}{3}', ['{3}: a repetition cannot be repeated; use a group.']],
    ['a**', ['*: a repetition cannot be repeated; use a group.']],
    ['a*??', ['?: a repetition cannot be repeated; use a group.']],
    ['*a', ['*: nothing stands before *.']],
    ['(+)|?', ['+: nothing stands before +.', '?: nothing stands before ?.']],
    ['{2}', ['{2}: nothing stands before {2}.']],
    ['a{1001}', ['{1001}: a repetition goes up to 1000.']],
    ['a{3,2}', ['{3,2}: the bounds of this repetition are in the wrong order.']],
    ['(a{40}){40}', ['{40}: nested repetitions multiply to more than 1000.']],
    ['(a', ['(: this parenthesis is never closed.']],
    ['a)b', ['): this parenthesis was never opened.']],
    ['[a', ['[: this square bracket is never closed.']],
    ['[]', ['[: this square bracket is never closed.']],
    ['[z-a]', ['z-a: z-a is no range.']],
    ['[a-\\d]', ['a-\\d: a-\\d is no range.']],
    ['[[:letter:]]', ['[:letter:]: unknown class [:letter:].']],
    ['[\\b]', ['\\b: unknown escape \\b.']],
    ['a\\', ['\\: a backslash at the end escapes nothing.']],
    ['\\Z\\h', ['\\Z: unknown escape \\Z.', '\\h: unknown escape \\h.']],
    ['\\é', ['\\é: unknown escape \\é.']],
    ['\\x{110000}\\xg', ['\\x{110000}: write \\x7f or \\x{10ffff}.', '\\x: write \\x7f or \\x{10ffff}.']],
    ['\\8', ['\\8: back-references are not supported.']],
    ['\\p{Letter}\\pX', ['\\p{Letter}: unknown Unicode class.', '\\pX: unknown Unicode class.']],
    ['(?x)a', ['(?: unknown group syntax after `(?`; flags are i, m, s and U.']],
    ['(?-)', ['(?: unknown group syntax after `(?`; flags are i, m, s and U.']],
    ['(?<a-b>x)', ['(?<a-b>: a group name holds letters, digits and `_`, and may begin with `@`.']],
    ['(?<a', ['(?<: this group name is never closed.', '(: this parenthesis is never closed.']],
    ['(?<a>x)(?<a>y)', ['(?<a>: the group name a is used twice.']],
  ])('%s', (pattern, expected) => {
    expect(problemsOf(pattern)).toEqual(expected);
  });

  it('also more than 200 levels of groups', () => {
    expect(problemsOf('('.repeat(199) + ')'.repeat(199))).toEqual([]);
    expect(problemsOf('('.repeat(200) + ')'.repeat(200))).toEqual([
      '(: groups are nested more than 200 levels deep.',
    ]);
  });
});

describe('groups', () => {
  it.each([
    ['(?<a>x)(y)(?:z)(?P<@b>w)', ['a', null, '@b'], '(x)(?:y)(?:z)(w)', '(x)(y)(?:z)(w)'],
    ['(\\d+)-(?i:(y))', [null, null], '(?:\\d+)-(?i:(?:y))', '(\\d+)-(?i:(y))'],
    ['(?i)[(?<no>](?<a>\\(x(?<b>y))', ['a', 'b'], '(?i)[(?<no>](\\(x(y))', '(?i)[(?<no>](\\(x(y))'],
    ['a(?i)b\\Q(?<no>x)\\E(c)', [null], 'a(?i)b\\Q(?<no>x)\\E(?:c)', 'a(?i)b\\Q(?<no>x)\\E(c)'],
    ['plain', [], 'plain', 'plain'],
  ])('%s', (pattern, names, numbered, positional) => {
    const inspection = inspectRegex(pattern);
    expect(inspection.groups).toEqual(names.map((name, position) => ({ name, index: position + 1 })));
    expect(inspection.namedGroups).toEqual(names.filter((name) => name !== null));
    expect(inspection.numberedPattern).toBe(numbered);
    expect(inspection.positionalPattern).toBe(positional);
    expect(inspection.problems).toEqual([]);
  });
});
