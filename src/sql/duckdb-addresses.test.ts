import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressBits, addressFunctions as f, rangeBits } from './duckdb-addresses.ts';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

async function evaluate(sql: string): Promise<unknown> {
  return (await connection.runAndReadAll(`SELECT ${sql}`)).getRows()[0]?.[0];
}

const text = (value: string): string => `concat('${value}', '')`;

const valid4 = ['0.0.0.0', '10.1.2.3', '255.255.255.255', '192.168.0.1'];
const valid6 = [
  '::',
  '::1',
  '1::',
  '2001:db8::1',
  '2001:DB8:0:0:8:800:200C:417A',
  '1:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7::',
  '::2:3:4:5:6:7:8',
  '::ffff:192.0.2.33',
  '1:2:3:4:5:6:1.2.3.4',
  'fe80::0001',
];
const invalid = [
  '',
  ' 10.0.0.1',
  '10.0.0.1 ',
  '10.0.0',
  '10.0.0.0.1',
  '256.1.1.1',
  '01.1.1.1',
  '1.1.1.1/32',
  '1e1.1.1.1',
  ':',
  ':::',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1::2::3',
  '1:2:3:4::5:6:7:8',
  '12345::',
  'g::',
  '1:2:3:4:5:6:7:1.2.3.4',
  '1.2.3.4::',
  '::1.2.3',
  '::1.2.3.256',
  'fe80::1%eth0',
  '[::1]',
  ':1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:',
];

describe('addresses', () => {
  it.each(valid4)('%s is of IPv4', async (address) => {
    expect(await evaluate(f.isValidIpV4([text(address)]))).toBe(true);
    expect(await evaluate(f.isValidIpV6([text(address)]))).toBe(false);
    expect(await evaluate(f.isValidIp([text(address)]))).toBe(true);
  });

  it.each(valid6)('%s is of IPv6', async (address) => {
    expect(await evaluate(f.isValidIpV6([text(address)]))).toBe(true);
    expect(await evaluate(f.isValidIpV4([text(address)]))).toBe(false);
    expect(await evaluate(f.isValidIp([text(address)]))).toBe(true);
  });

  it.each(invalid)('"%s" is none', async (address) => {
    expect(await evaluate(f.isValidIp([text(address)]))).toBe(false);
    expect(await evaluate(f.isValidIpV4([text(address)]))).toBe(false);
    expect(await evaluate(f.isValidIpV6([text(address)]))).toBe(false);
  });

  it.each([
    ['0.0.0.0', 0],
    ['1.2.3.4', 16_909_060],
    ['255.255.255.255', 4_294_967_295],
    ['1.2.3', null],
    ['::1', null],
  ])('%s is the number %s', async (address, number) => {
    expect(await evaluate(f.ipv4ToNumber([text(address)]))).toBe(number);
  });

  it('has the same bits in every form', async () => {
    const bits = `6${'0'.repeat(80)}${'1'.repeat(16)}11000000000000000000001000100001`;
    expect(await evaluate(addressBits(text('::ffff:192.0.2.33')))).toBe(bits);
    expect(await evaluate(addressBits(text('0:0:0:0:0:FFFF:c000:221')))).toBe(bits);
    expect(await evaluate(addressBits(text('10.0.0.255')))).toBe('400001010000000000000000011111111');
  });
});

describe('ranges', () => {
  it.each([
    ['10.0.0.0/8', '400001010'],
    ['10.9.9.9/8', '400001010'],
    ['0.0.0.0/0', '4'],
    ['::/0', '6'],
    ['2001:db8::/20', '600100000000000010000'],
    ['128.0.0.1', '410000000000000000000000000000001'],
    ['10.0.0.0/33', null],
    ['::/129', null],
    ['10.0.0.0/', null],
    ['10.0.0.0/08', null],
    ['10.0.0.0/8/8', null],
    ['10.0.0/8', null],
    ['x', null],
    ['', null],
  ])('%s begins with %s', async (range, bits) => {
    expect(await evaluate(rangeBits(text(range)))).toBe(bits);
  });

  it.each([
    ['isIpInSubnet', '10.1.2.3', '10.1.0.0/16', true],
    ['isIpInSubnet', '10.2.0.0', '10.1.0.0/16', false],
    ['isIpInSubnet', '10.1.2.3', '10.1.2.3', true],
    ['isIpInSubnet', '2001:db8::5', '2001:DB8::/32', true],
    ['isIpInSubnet', '2001:db9::5', '2001:db8::/32', false],
    ['isIpInSubnet', '10.1.2.3', '::/0', false],
    ['isIpInSubnet', 'x', '0.0.0.0/0', false],
    ['isIpInSubnet', '10.1.2.3', 'x', false],
    ['isIpv4InSubnet', '10.1.2.3', '10.0.0.0/8', true],
    ['isIpv4InSubnet', '::1', '::/0', false],
    ['isIpv6InSubnet', '::1', '::/0', true],
    ['isIpv6InSubnet', '10.1.2.3', '10.0.0.0/8', false],
  ] as const)('%s(%s, %s) is %s', async (name, address, range, found) => {
    expect(await evaluate(f[name]([text(address), text(range)]))).toBe(found);
  });
});

describe('special addresses', () => {
  it.each([
    ['10.255.255.255', 'private'],
    ['172.15.255.255', 'public'],
    ['172.16.0.0', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', 'public'],
    ['192.168.0.1', 'private'],
    ['127.0.0.1', 'reserved'],
    ['169.254.169.254', 'reserved'],
    ['100.64.0.1', 'reserved'],
    ['224.0.0.1', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['8.8.8.8', 'public'],
    ['fd12::1', 'private'],
    ['::', 'reserved'],
    ['::1', 'reserved'],
    ['::2', 'public'],
    ['::ffff:8.8.8.8', 'reserved'],
    ['fe80::1', 'reserved'],
    ['2001:db8::1', 'reserved'],
    ['2600:1f18::1', 'public'],
    ['nonsense', 'none'],
    ['', 'none'],
  ])('%s is %s', async (address, what) => {
    expect(await evaluate(f.isPrivateIP([text(address)]))).toBe(what === 'private');
    expect(await evaluate(f.isReservedIP([text(address)]))).toBe(what === 'private' || what === 'reserved');
    expect(await evaluate(f.isPublicIP([text(address)]))).toBe(what === 'public');
  });

  it('is none of them without an address', async () => {
    for (const name of ['isValidIp', 'isPrivateIP', 'isReservedIP', 'isPublicIP'] as const)
      expect(await evaluate(f[name](['CAST(NULL AS VARCHAR)']))).toBe(false);
  });
});
