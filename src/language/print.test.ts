import { describe, expect, it } from 'vitest';
import { commandsOf, expressionOf } from '../../test/language-expectations.ts';
import { parse } from './parser.ts';
import { print, printExpression, stringLiteral } from './print.ts';

describe('print', () => {
  it.each([
    ['FIELDS a,b.`c d` AS `e f`', 'fields a, b.`c d` as `e f`'],
    ['display @timestamp,@message', 'display @timestamp, @message'],
    ['where a==1', 'filter a = 1'],
    ['order by a ASC,b DESC', 'sort a, b desc'],
    ['head 5', 'limit 5'],
    ['limit ANY 5', 'limit any 5'],
    [
      'stats count(*)as n,PERCENTILE(a,95)group by bin(5 minutes)as t,b offset 1 h',
      'stats count(*) as n, pct(a, 95) by bin(5m) as t, b offset 1h',
    ],
    ["parse 'a=*,' as a", 'parse "a=*," as a'],
    ['parse `xml` /(?<a>x\\/y)/', 'parse `xml` /(?<a>x\\/y)/'],
    ['parse b /(x)/ as c', 'parse b /(x)/ as c'],
    ['dedup a,`b-c`', 'dedup a, `b-c`'],
    ['parse LOGFMT as m', 'parse logfmt as m'],
    ['parse `csv` csv as a,b', 'parse `csv` csv as a, b'],
    ["JSON field = m.`a b` 'c.0' as d", 'json field=m.`a b` "c.0" as d'],
    ['unnest m.list[1].`a-b` INTO c', 'unnest m.list[1].`a-b` into c'],
    ['expand m.list', 'expand m.list'],
    ['fields a # note\n|limit 1', 'fields a\n| limit 1'],
    ['', ''],
  ])('%s', (text, expected) => {
    commandsOf(text);
    expect(print(parse(text).query)).toBe(expected);
  });
});

describe('printExpression', () => {
  it.each([
    ['((a or b)) and (c and d)', '(a or b) and (c and d)'],
    ['(a and b) or c', 'a and b or c'],
    ['not (a = 1)', 'not a = 1'],
    ['!(a = 1)', '!(a = 1)'],
    ['not (a or b)', 'not (a or b)'],
    ['(not a) = b', '(not a) = b'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a - b) - c', 'a - b - c'],
    ['(a + b)*c', '(a + b) * c'],
    ['a ^ (b ^ c)', 'a ^ b ^ c'],
    ['(a ^ b) ^ c', '(a ^ b) ^ c'],
    ['-(a ^ b)', '-(a ^ b)'],
    ['(-a) ^ b', '-a ^ b'],
    ['(a = b) = c', '(a = b) = c'],
    ['(a like /x/) in [1, -2, "y", null, TRUE]', '(a like /x/) in [1, -2, "y", null, true]'],
    ["a =~ 'x'", 'a like "x"'],
    ['a NOT LIKE /b\\/c/', 'a not like /b\\/c/'],
    ['COALESCE(a ,"b")', 'coalesce(a, "b")'],
    ['trim(a).b[0].`c d`.0', 'trim(a).b[0].`c d`.0'],
    ['m.list[ 1 ].name', 'm.list[1].name'],
  ])('%s', (text, expected) => {
    expect(printExpression(expressionOf(text))).toBe(expected);
  });
});

it('stringLiteral escapes what would end or change a text', () => {
  expect(stringLiteral('a"b\\c\n\t\r\'')).toBe(`"a\\"b\\\\c\\n\\t\\r'"`);
});
