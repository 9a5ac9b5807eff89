import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { duckdbJson as json } from './duckdb-json.ts';
import { jsonFunctions as f } from './duckdb-json-functions.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

/** The value of an SQL expression in DuckDB itself. */
async function evaluate(sql: string): Promise<unknown> {
  const reader = await connection.runAndReadAll(`SELECT ${sql}`);
  const value = reader.getRowsJS()[0]?.[0];
  return typeof value === 'bigint' ? Number(value) : value;
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

describe('a path', () => {
  const document = {
    a: { 'b/c': 1, 'x~y': 2, 'q"r': 3, 'd.e': 4, '': 5, grüße: 6, '*': 7, '-': 8, 'k\\l': [[9]], '0': 10 },
    list: [{ '*': [11] }, { k: [12] }],
    '': [13],
  };
  it.each([
    [['a', 'b/c'], '1'],
    [['a', 'x~y'], '2'],
    [['a', 'q"r'], '3'],
    [['a', 'd.e'], '4'],
    [['a', ''], '5'],
    [['a', 'grüße'], '6'],
    [['a', '*'], '7'],
    [['a', '-'], '8'],
    [['a', 'k\\l', 0, 0], '9'],
    [['a', 'k\\l', '0', '0'], '9'],
    [['a', '0'], '10'],
    [['a', 0], null],
    [['list', 0, '*', 0], '11'],
    [['list', 1, 'k', 0], '12'],
    [['list', '1', 'k', 0], '12'],
    [['list', '-'], null],
    [['list', 2], null],
    [['list', 9_007_199_254_740_991], null],
    [['', 0], '13'],
    [['nope', 'deeper'], null],
  ] as const)('%j finds %s', async (steps, found) => {
    const fragment = text(JSON.stringify(document));
    expect(await evaluate(json.member(fragment, text(json.path(steps))))).toBe(found);
    expect(await evaluate(json.nth(json.members(fragment, [text(json.path(steps))]), 0))).toBe(found);
  });
});

describe('text that stands for a map or list', () => {
  it.each([
    [' { "a" : [1, 2.50] } ', '{"a":[1,2.5]}'],
    ['[]', '[]'],
    [
      '[9007199254740993, 123456789012345678901234567890]',
      '[9007199254740993,123456789012345678901234567890]',
    ],
    ['"text"', null],
    ['5', null],
    ['null', null],
    ['', null],
    ['{"a":1', null],
    ['{"a":1} more', null],
    ['[1] [2]', null],
    ['not JSON', null],
  ])('%s', async (source, decoded) => {
    expect(await evaluate(json.decode(text(source), 'json'))).toBe(decoded);
  });

  it('may be nested as deeply as a message is long', async () => {
    const deep = '['.repeat(500_000) + ']'.repeat(500_000);
    const objects = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    for (const source of [deep, objects, deep.slice(0, 600_000)]) {
      const decoded = json.decode(text(source), 'json');
      const complete = source.length !== 600_000;
      expect(await evaluate(`length(${decoded})`)).toBe(complete ? source.length : null);
      const member = json.nth(json.membersOfText(text(source), [text('/0/0/0'), text('/a/a/a')]), 0);
      expect(await evaluate(`length(${member})`)).toBe(source === deep ? source.length - 6 : null);
      expect(await evaluate(`length(${json.itemsOfText(text(source))})`)).toBe(1);
      expect(await evaluate(json.toText(decoded))).toBeNull();
    }
  });
});

describe('the text of a fragment', () => {
  it.each([
    ['"a \\"b\\" \\u2603"', 'a "b" ☃'],
    ['true', '1'],
    ['false', '0'],
    ['"true"', 'true'],
    ['12.5', '12.5'],
    ['200.0', '200'],
    ['9007199254740993', '9007199254740993'],
    ['{}', null],
    ['[1]', null],
  ])('%s', async (fragment, shown) => {
    expect(await evaluate(json.toText(text(fragment)))).toBe(shown);
    expect(await evaluate(json.toText(`concat(${text(fragment)}, '')`))).toBe(shown);
  });
});

describe('items', () => {
  it.each([
    ['[1,"a",{"b":[]},null]', ['1', '"a"', '{"b":[]}', 'null']],
    ['[]', []],
    ['{"a":1}', ['{"a":1}']],
    ['"[1,2]"', ['"[1,2]"']],
  ])('of %s', async (fragment, items) => {
    expect(await evaluate(json.items(text(fragment)))).toEqual(items);
  });

  it('of text, and of text in JSON', async () => {
    expect(await evaluate(json.itemsOfText(text(' [1, "a"]')))).toEqual(['1', '"a"']);
    expect(await evaluate(json.itemsOfText(text('[1, "a"')))).toEqual(['"[1, \\"a\\""']);
    expect(await evaluate(json.itemsOfText(text('{"a":1}')))).toEqual(['"{\\"a\\":1}"']);
    expect(await evaluate(json.itemsOfDocument(text('"[1,2]"')))).toEqual(['1', '2']);
    expect(await evaluate(json.itemsOfDocument(text('[1,2]')))).toEqual(['1', '2']);
    expect(await evaluate(json.itemsOfDocument(text('"[1,2"')))).toEqual(['"[1,2"']);
  });
});

describe('logfmt', () => {
  it.each([
    ['a=1 b="two words" c', { a: '1', b: 'two words', c: true }],
    ['a="say \\"hi\\"" b= c=""', { a: 'say "hi"', b: '', c: '' }],
    ['a=x=y  \n b=\tz', { a: 'x=y', b: '', z: true }],
    ['a="open b=2', { a: 'open', b: '2' }],
    ['a="bad \\d escape"', { a: 'bad \\d escape' }],
    ['grüße=☃', { grüße: '☃' }],
    ['no pairs here', null],
    ['', null],
  ])('%s', async (source, map) => {
    const decoded = await evaluate(json.decode(text(source), 'logfmt'));
    expect(decoded === null ? null : JSON.parse(String(decoded))).toEqual(map);
  });
});

describe('csv', () => {
  it.each([
    ['a,b,c', ['a', 'b', 'c']],
    ['', ['']],
    ['a,,', ['a', '', '']],
    ['"a,b","c ""d""",e', ['a,b', 'c "d"', 'e']],
    ['"two\nlines",x\r\nnext,line', ['two\nlines', 'x']],
    [' a , "b" ', [' a ', ' "b" ']],
    ['"open,b', ['"open', 'b']],
    ['6" pipe,x', ['6" pipe', 'x']],
    ['"', ['"']],
  ])('%j', async (source, values) => {
    expect(JSON.parse(String(await evaluate(json.decode(text(source), 'csv'))))).toEqual(values);
  });
});

describe('functions', () => {
  it.each([
    ['[1, [2, 3], {}]', 3],
    [' [] ', 0],
    ['{"a":1}', null],
    ['[1', null],
    ['7', null],
  ])('jsonArraySize(%s) is %s', async (list, size) => {
    expect(await evaluate(f.jsonArraySize([text(list)]))).toBe(size);
  });

  it.each([
    ['["a", "b"]', 'b', true],
    ['["a", "b"]', 'B', false],
    ['[1, 2.0]', '2', true],
    ['[true]', '1', true],
    ['[{"a":1}]', '{"a":1}', false],
    ['[null]', 'null', false],
    ['[]', '', false],
    ['["a"', 'a', false],
    ['a', 'a', false],
  ])('jsonArrayContains(%s, %s) is %s', async (list, value, contained) => {
    expect(await evaluate(f.jsonArrayContains([text(list), text(value)]))).toBe(contained);
    expect(await evaluate(f.jsonArrayContains(['CAST(NULL AS VARCHAR)', text(value)]))).toBe(false);
  });
});
