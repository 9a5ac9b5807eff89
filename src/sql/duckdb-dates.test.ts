import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { datePattern } from '../plan/date-pattern.ts';
import { dateFunctions } from './duckdb-dates.ts';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

/** The time as ISO text, or null. */
async function parsed(value: string, format: string, zone?: string): Promise<string | null> {
  const pattern = datePattern(format);
  if ('problem' in pattern) throw new Error(pattern.problem);
  const values = { text: value, regex: pattern.regex, rewrite: pattern.rewrite };
  const sql = dateFunctions.parseDate([
    'concat($text)',
    '$regex',
    '$rewrite',
    ...(zone === undefined ? [] : ['$zone']),
  ]);
  const reader = await connection.runAndReadAll(
    `SELECT ${sql}`,
    zone === undefined ? values : { ...values, zone },
  );
  const ms = reader.getRows()[0]?.[0];
  return typeof ms === 'number' ? new Date(ms).toISOString() : null;
}

describe('parseDate', () => {
  it.each([
    ['2026-11-22', 'yyyy-MM-dd', '2026-11-22T00:00:00.000Z'],
    ['2026-11', 'yyyy-MM', '2026-11-01T00:00:00.000Z'],
    ['2026', 'uuuu', '2026-01-01T00:00:00.000Z'],
    ['22/3/26', 'dd/M/yy', '2026-03-22T00:00:00.000Z'],
    ['20261122203059', 'yyyyMMddHHmmss', '2026-11-22T20:30:59.000Z'],
    ['2026-11-22T20:03:59.007Z', "yyyy-MM-dd'T'HH:mm:ss.SSSX", '2026-11-22T20:03:59.007Z'],
    ['2026-11-22T20:03:59.5', "yyyy-MM-dd'T'HH:mm:ss.S", '2026-11-22T20:03:59.500Z'],
    ['2026-11-22T20:03:59.05', "yyyy-MM-dd'T'HH:mm:ss.SS", '2026-11-22T20:03:59.050Z'],
    ['2026-11-22T20:03:59.123999999', "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS", '2026-11-22T20:03:59.123Z'],
    ['22/Nov/2026:20:03:59 +0530', 'dd/MMM/yyyy:HH:mm:ss Z', '2026-11-22T14:33:59.000Z'],
    ['2026-11-22 20:03 -03:30', 'yyyy-MM-dd HH:mm XXX', '2026-11-22T23:33:00.000Z'],
    ['2026-11-22 20:03 -0030', 'yyyy-MM-dd HH:mm xx', '2026-11-22T20:33:00.000Z'],
    ['2026-11-22 20:03 +05', 'yyyy-MM-dd HH:mm X', '2026-11-22T15:03:00.000Z'],
    ['Sun, 22 Nov 2026 20:03:59 GMT', 'EEE, dd MMM yyyy HH:mm:ss z', '2026-11-22T20:03:59.000Z'],
    ['Sunday 22 November 2026', 'EEEE d MMMM yyyy', '2026-11-22T00:00:00.000Z'],
    ['May 5, 2026 12:00 AM', 'MMM d, yyyy h:mm a', '2026-05-05T00:00:00.000Z'],
    ['May 5, 2026 12:59 PM', 'MMM d, yyyy h:mm a', '2026-05-05T12:59:00.000Z'],
    ['May 5, 2026 1:00 PM', 'MMM d, yyyy h:mm a', '2026-05-05T13:00:00.000Z'],
    ['2024-02-29', 'yyyy-MM-dd', '2024-02-29T00:00:00.000Z'],
    ['2026-02-30', 'yyyy-MM-dd', '2026-02-28T00:00:00.000Z'],
    ['1969-12-31 23:59:59.999', 'yyyy-MM-dd HH:mm:ss.SSS', '1969-12-31T23:59:59.999Z'],
    ["5 o'clock 2026|01|02 (ok)", "H 'o''clock' yyyy|MM|dd '(ok)'", '2026-01-02T05:00:00.000Z'],
  ])('%s by %s', async (value, format, iso) => {
    expect(await parsed(value, format)).toBe(iso);
  });

  it.each([
    ['2026-11-22 ', 'yyyy-MM-dd'],
    ['2026-1-22', 'yyyy-MM-dd'],
    ['2026-13-01', 'yyyy-MM-dd'],
    ['2026-11-32', 'yyyy-MM-dd'],
    ['26-11-22', 'yyyy-MM-dd'],
    ['2026-11-22 24:00', 'yyyy-MM-dd HH:mm'],
    ['2026-11-22 13:00 PM', 'yyyy-MM-dd h:mm a'],
    ['22 nov 2026', 'dd MMM yyyy'],
    ['22 November 2026', 'dd MMM yyyy'],
    ['Mon, 22 Nov 2026', 'EEE, dd MMM yyyy'],
    ['2026-11-22 20:03 Z', 'yyyy-MM-dd HH:mm Z'],
    ['2026-11-22 20:03 Z', 'yyyy-MM-dd HH:mm xxx'],
    ['2026-11-22 20:03 +0100', 'yyyy-MM-dd HH:mm XXX'],
    ['2026-11-22 20:03 PST', 'yyyy-MM-dd HH:mm z'],
    ['', 'yyyy'],
  ])('%s is no %s', async (value, format) => {
    expect(await parsed(value, format)).toBeNull();
  });

  it.each([
    ['2026-07-01 12:00', 'yyyy-MM-dd HH:mm', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
    ['2026-12-01 12:00', 'yyyy-MM-dd HH:mm', 'Europe/Berlin', '2026-12-01T11:00:00.000Z'],
    ['2026-10-25 02:30', 'yyyy-MM-dd HH:mm', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25 03:30', 'yyyy-MM-dd HH:mm', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
    ['2026-03-29 02:30', 'yyyy-MM-dd HH:mm', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-07-01 12:00 +0500', 'yyyy-MM-dd HH:mm Z', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
  ])('%s by %s in %s', async (value, format, zone, iso) => {
    expect(await parsed(value, format, zone)).toBe(iso);
  });
});
