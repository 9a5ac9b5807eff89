import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { duckdb } from './duckdb.ts';
import { duckdbFunctions as f } from './duckdb-functions.ts';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

/** The value of an SQL expression in DuckDB itself. */
async function evaluate(sql: string): Promise<unknown> {
  const reader = await connection.runAndReadAll(`SELECT ${sql}`);
  const value = reader.getRows()[0]?.[0];
  return typeof value === 'bigint' ? Number(value) : value;
}

const text = (value: string | null): string =>
  value === null ? 'CAST(NULL AS VARCHAR)' : `'${value.replaceAll("'", "''")}'`;

describe('text that reads as a number', () => {
  it.each([
    ['200', 200],
    ['-1.5', -1.5],
    ['1e3', 1000],
    ['.5', 0.5],
    ['', null],
    ['abc', null],
    ['12abc', null],
    ['nan', null],
    ['inf', null],
    ['1_000', null],
    ['0x1f', null],
    [' 12 ', null],
    ['12\n', null],
    ['1e', null],
    ['1-2', null],
    ['+5', 5],
    ['5.', 5],
    ['1e400', null],
    [null, null],
  ])('%s is %s', async (value, number) => {
    expect(await evaluate(duckdb.textToNumber(text(value)))).toBe(number);
  });
});

describe('numbers as text', () => {
  it.each([
    ['3.0', '3'],
    ['27.65655', '27.6566'],
    ['0.1', '0.1'],
    ['-2.5', '-2.5'],
    ['100000000000.0', '100000000000'],
    ['CAST(NULL AS DOUBLE)', null],
  ])('%s is %s', async (number, shown) => {
    expect(await evaluate(duckdb.numberToText(`CAST(${number} AS DOUBLE)`))).toBe(shown);
  });
});

describe('natural order (reference 3.5)', () => {
  it('sorts runs of digits by length, then digits', async () => {
    const values = ['2345_', '111A', '@', '0#', '5A', 'a5', 'a!', 'ab', 'a10', 'a9', 'a'];
    const rows = await connection.runAndReadAll(
      `SELECT v FROM (VALUES ${values.map((value) => `(${text(value)})`).join(',')}) t(v) ORDER BY ${duckdb.naturalKey('v')}`,
    );
    expect(rows.getRows().map(([value]) => value)).toEqual([
      '0#',
      '5A',
      '111A',
      '2345_',
      '@',
      'a',
      'a5',
      'a9',
      'a10',
      'a!',
      'ab',
    ]);
  });
});

describe('time buckets', () => {
  const at = (iso: string): string => `CAST(${Date.parse(iso)} AS BIGINT)`;
  it.each([
    ['2026-11-22T20:03:59.999Z', 5, 'minute', '2026-11-22T20:00:00.000Z'],
    ['2026-11-22T20:03:59.999Z', 1, 'hour', '2026-11-22T20:00:00.000Z'],
    ['2026-11-22T20:03:59.999Z', 1, 'day', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T20:03:59.999Z', 1, 'week', '2026-11-16T00:00:00.000Z'],
    ['2026-11-16T00:00:00.000Z', 1, 'week', '2026-11-16T00:00:00.000Z'],
    ['2026-11-22T20:03:59.999Z', 1, 'month', '2026-11-01T00:00:00.000Z'],
    ['2026-11-22T20:03:59.999Z', 1, 'quarter', '2026-10-01T00:00:00.000Z'],
    ['2026-11-22T20:03:59.999Z', 1, 'year', '2026-01-01T00:00:00.000Z'],
    ['1969-12-31T23:59:59.999Z', 1, 'minute', '1969-12-31T23:59:00.000Z'],
  ] as const)('%s floored to %i %s', async (time, count, unit, start) => {
    expect(await evaluate(duckdb.floorTime(at(time), { count, unit }))).toBe(Date.parse(start));
  });

  it.each([
    ['2026-01-31T00:00:00Z', 1, 'month', 1, '2026-02-28T00:00:00Z'],
    ['2026-01-01T00:00:00Z', 1, 'quarter', -1, '2025-10-01T00:00:00Z'],
    ['2026-01-01T00:00:00Z', 2, 'week', 1, '2026-01-15T00:00:00Z'],
    ['2026-01-01T00:00:00Z', 90, 'second', -1, '2025-12-31T23:58:30Z'],
  ] as const)('%s moved by %i %s', async (time, count, unit, sign, moved) => {
    expect(await evaluate(duckdb.addPeriod(at(time), { count, unit }, sign))).toBe(Date.parse(moved));
  });

  it('shows milliseconds', async () => {
    expect(await evaluate(duckdb.timestampToText(at('2026-11-22T20:03:59.007Z')))).toBe(
      '2026-11-22 20:03:59.007',
    );
  });
});

describe('functions', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    [f.ltrim([text('xyZxyfooxyZ'), text('xyZ')]), 'fooxyZ'],
    [f.trim([text(' \t\n a b \r')]), 'a b'],
    [f.rtrim([text('a  ')]), 'a'],
    [f.substr([text('abcdef'), '2']), 'cdef'],
    [f.substr([text('abcdef'), '2', '3']), 'cde'],
    [f.substr([text('abc'), '9']), ''],
    [f.substr([text('abc'), '-1', '2']), ''],
    [f.strlen([text('a😀é')]), 3],
    [f.messageSize([text('a😀é')]), 7],
    [f.isempty([text(null)]), true],
    [f.isempty([text('')]), true],
    [f.isblank([text(' \t')]), true],
    [f.isblank([text('x')]), false],
    [f.isNumeric([text(null)]), false],
    [f.isNumeric([text('1.5')]), true],
    [f.isNumeric([text(' 12 ')]), false],
    [f.isNumeric([text('nan')]), false],
    [f.concat([text('a'), text(null), text('b')]), 'ab'],
    [f.replace([text('a.b.c'), text('.'), text('-')]), 'a-b-c'],
    [f.regexReplace([text('a1b22'), text('[0-9]+'), text('#')]), 'a#b#'],
    [f.strcontains([text('Hello'), text('ell')]), true],
    [f.strcontains([text('Hello'), text('HELL'), 'TRUE']), true],
    [f.strcontains([text('Hello'), text('HELL'), 'FALSE']), false],
    [f.startsWith([text('Hello'), text('He')]), true],
    [f.endsWith([text('Hello'), text('lo')]), true],
    [f.base64encode([text('hi é')]), 'aGkgw6k='],
    [f.base64decode([text('aGkgw6k=')]), 'hi é'],
    [f.base64decode([text('***')]), null],
    [f.urlencode([text('a b&c')]), 'a%20b%26c'],
    [f.urldecode([text('a%20b%26c')]), 'a b&c'],
    [f.md5([text('a')]), '0cc175b9c0f1b6a831c399e269772661'],
    [f.sqrt(['-1']), null],
    [f.log(['0']), null],
    [f.pow(['2', '10']), 1024],
    [f.pow(['CAST(-8 AS DOUBLE)', '0.5']), null],
    [f.mod(['7', '0']), null],
    [f.round(['CAST(2.5 AS DOUBLE)']), 3],
    [f.round(['CAST(-2.5 AS DOUBLE)']), -3],
    [f.round(['CAST(2.345 AS DOUBLE)', '1']), 2.3],
    [f.toInt(['CAST(-1.9 AS DOUBLE)']), -1],
    [f.toInt(['CAST(3000000000 AS DOUBLE)']), null],
    [f.toLong([text('3000000000.7')]), '3000000000'],
    [f.toLong([text('9223372036854775807')]), '9223372036854775807'],
    [f.urldecode([text('%zz')]), null],
    [f.greatest(['1', 'NULL', '3']), 3],
    [f.if(['CAST(NULL AS BOOLEAN)', '1', '2']), 2],
  ];
  it.each(cases)('%s', async (sql, expected) => {
    expect(await evaluate(sql)).toEqual(expected);
  });
});

describe('captures', () => {
  it('are null together when nothing matches', async () => {
    await connection.run(`SET VARIABLE k1 = 'took ([0-9]+) (ms|s)'`);
    const record = duckdb.captures('v', duckdb.constant('k1'), ['c1', 'c2']);
    const rows = await connection.runAndReadAll(
      `SELECT ${duckdb.capture('r', 'c1')}, ${duckdb.capture('r', 'c2')} FROM (SELECT ${record} AS r FROM (VALUES ('took 12 ms'), ('nothing')) t(v))`,
    );
    expect(rows.getRows()).toEqual([
      ['12', 'ms'],
      [null, null],
    ]);
  });
});

it('quotes a name inside a name', () => {
  expect(quoteIdentifier('a"b')).toBe('"a""b"');
});
