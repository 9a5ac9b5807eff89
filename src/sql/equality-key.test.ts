import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import type { ValueKind } from '../plan/plan.ts';
import { newSqlContext } from './context.ts';
import { duckdb } from './duckdb.ts';
import { equalityKey } from './equality-key.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

const context = newSqlContext(duckdb, {
  sources: [],
  subselect: () => {
    throw new Error('no plan has a sub-plan here');
  },
});

async function equal([kind, sql]: [ValueKind, string], [otherKind, otherSql]: [ValueKind, string]) {
  const key = equalityKey(kind, otherKind);
  const [one, other] = [key({ kind, sql }, context), key({ kind: otherKind, sql: otherSql }, context)];
  return (await connection.runAndReadAll(`SELECT ${one} = ${other}`)).getRows()[0]?.[0];
}

it.each<[[ValueKind, string], [ValueKind, string], boolean | null]>([
  [['text', `'a'`], ['text', `'a'`], true],
  [['text', `'a'`], ['text', `'A'`], false],
  [['text', `'200'`], ['text', `'2e2'`], false],
  [['numericText', `'200'`], ['text', `'2e2'`], true],
  [['text', `'007'`], ['numericText', `'7'`], true],
  [['numericText', `'1.5'`], ['numericText', `'1.50'`], true],
  [['numericText', `'0'`], ['text', `'-0.0'`], true],
  [['numericText', `'9223372036854775807'`], ['text', `'9223372036854775806'`], false],
  [['numericText', `'a'`], ['text', `'a'`], true],
  [['numericText', `'1'`], ['text', `'one'`], false],
  [['number', '200.0'], ['text', `'2e2'`], true],
  [['boolean', 'TRUE'], ['text', `'1'`], true],
  [['timestamp', '1700000000000'], ['text', `'1700000000000'`], true],
  [['timestamp', '1700000000000'], ['text', `'2023-11-14'`], null],
  [['timestamp', '5'], ['timestamp', '5'], true],
  [['text', 'CAST(NULL AS VARCHAR)'], ['numericText', `'1'`], null],
])('%s beside %s', async (one, other, expected) => {
  expect(await equal(one, other)).toBe(expected);
  expect(await equal(other, one)).toBe(expected);
});
