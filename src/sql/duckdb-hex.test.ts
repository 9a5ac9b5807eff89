import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { duckdbFunctions } from './duckdb-functions.ts';
import { hexFunctions as f } from './duckdb-hex.ts';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

async function evaluate(sql: string): Promise<unknown> {
  return (await connection.runAndReadAll(`SELECT ${sql}`)).getRows()[0]?.[0];
}

it.each([
  ['hexToAscii', '4f4b', 'OK'],
  ['hexToAscii', '4F4b', 'OK'],
  ['hexToAscii', 'c3bc', 'ü'],
  ['hexToAscii', 'ff', null],
  ['hexToAscii', '4f4', null],
  ['hexToAscii', '4g', null],
  ['hexToAscii', '0x4f', null],
  ['hexToDec', 'ff', '255'],
  ['hexToDec', '0xFF', '255'],
  ['hexToDec', '0Xff', '255'],
  ['hexToDec', '-0xff', '-255'],
  ['hexToDec', '0', '0'],
  ['hexToDec', '7fffffffffffffff', '9223372036854775807'],
  ['hexToDec', 'ffffffffffffffff', '18446744073709551615'],
  ['hexToDec', '000000000000000000001', '1'],
  ['hexToDec', '10000000000000000', null],
  ['hexToDec', '0x', null],
  ['hexToDec', 'xyz', null],
  ['hexToDec', 'f f', null],
  ['decToHex', '255', '0xff'],
  ['decToHex', '-255', '-0xff'],
  ['decToHex', '255.9', '0xff'],
  ['decToHex', '-255.9', '-0xff'],
  ['decToHex', '-0.5', '0x0'],
  ['decToHex', '0', '0x0'],
  ['decToHex', '9007199254740993', '0x20000000000001'],
  ['decToHex', '-9223372036854775808', '-0x8000000000000000'],
  ['decToHex', '18446744073709551615', '0xffffffffffffffff'],
  ['decToHex', '18446744073709551616', null],
  ['decToHex', '1e300', null],
  ['decToHex', 'x', null],
] as const)('%s of %s is %s', async (name, value, expected) => {
  expect(await evaluate(f[name]([`concat('${value}', '')`]))).toBe(expected);
});

it('measures distances on the globe', async () => {
  const { haversine } = duckdbFunctions;
  expect(await evaluate(haversine(['0', '0', '0', '180']))).toBeCloseTo(Math.PI * 6371, 6);
  expect(await evaluate(haversine(['90', '12', '-90', '77']))).toBeCloseTo(Math.PI * 6371, 6);
  expect(await evaluate(haversine(['36.12', '-86.67', '33.94', '-118.40']))).toBeCloseTo(2886.444443, 5);
  expect(await evaluate(haversine(['1', '1', '1', 'CAST(NULL AS DOUBLE)']))).toBeNull();
});
