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
    [`parse XML '/a[b="x"]' as c`, String.raw`parse xml "/a[b=\"x\"]" as c`],
    ['parse `xml` xml "/a" as b', 'parse `xml` xml "/a" as b'],
    ["JSON field = m.`a b` 'c.0' as d", 'json field=m.`a b` "c.0" as d'],
    ['unnest m.list[1].`a-b` INTO c', 'unnest m.list[1].`a-b` into c'],
    ['expand m.list', 'expand m.list'],
    ['fields a # note\n|limit 1', 'fields a\n| limit 1'],
    ['', ''],
    [
      "source a/b-c 'd' logGroups(NamePrefix: 'p') start=-1h END=now|limit 1",
      'SOURCE "a/b-c" "d" logGroups(namePrefix: ["p"]) START=-1h END=now\n| limit 1',
    ],
    ['SOURCE a | source b | limit 1', 'SOURCE "a" "b"\n| limit 1'],
    ['SOURCE a START=1700000000 END=1700000000', 'SOURCE "a" START=1700000000000 END=1700000000999'],
    [
      "SOURCE logGroupTags([{'values': 'x', \"Key\": 'env'}]) dataSources('amazon_vpc')",
      'SOURCE logGroupTags([{"key": "env", "values": ["x"]}]) dataSource(["amazon_vpc"])',
    ],
    ['where a NOT IN ( source x|fields `b-c` )', 'filter a not in (SOURCE "x"\n| fields `b-c`)'],
    ['APPENDCOLS Max=10000 Override=FALSE (limit 1)', 'appendcols (limit 1)'],
    ['appendcols max=5 override=true (limit 1)', 'appendcols override=true max=5 (limit 1)'],
    [
      'JOIN type = inner left = a right = b where b.`y z` = a.x.0 (source g)',
      'join left=a right=b where a.x.0 = b.`y z` (SOURCE "g")',
    ],
    [
      'join type=left left=a right=b where a.x=b.x (SOURCE g)',
      'join type=left left=a right=b where a.x = b.x (SOURCE "g")',
    ],
    ['Lookup t a AS a, `b c` as d.e output x AS y,z', 'lookup t a, `b c` as d.e OUTPUT x as y, z'],
    ['cidrlookup t ip as cidr outputnew x', 'cidrlookup t ip as cidr OUTPUTNEW x'],
    ['FILTERINDEX a==1', 'filterIndex a = 1'],
    ['filter_index a in ["x",-1]', 'filterIndex a in ["x", -1]'],
    ['Pattern  @message|DIFF PreviousDay', 'pattern @message\n| diff previousDay'],
    ['logcompare timeshift 7 days', 'logcompare timeshift 7d'],
    ['relevantfields a,b where c=1|limit 2', 'relevantfields a, b where c = 1\n| limit 2'],
    ['relevantfields WHERE c', 'relevantfields where c'],
    ['filter a|ESTIMATE', 'filter a\n| estimate'],
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
