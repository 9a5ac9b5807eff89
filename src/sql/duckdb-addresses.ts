// Addresses of IPv4 and IPv6 in DuckDB's SQL (reference logs-insights-ql 4.6), without an extension. An address is read into its bits,
// as text behind a 4 or a 6; a range into the bits that its addresses begin with. So one test serves subnets, special ranges and lookup.

import type { SqlTemplate } from './dialect.ts';
import { once, onceEach } from './duckdb-once.ts';

/** Inferred: an octet has no leading zeros, which some systems would read as octal. */
const octet = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const dotted = `${octet}([.]${octet}){3}`;

const group = '[0-9a-f]{1,4}';
const groups = `(${group}(:${group})*)?`;

/** RFC 1918 and, inferred, its counterpart for IPv6 (RFC 4193). */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

/**
 * Inferred: RFC 5735 with the shared addresses of RFC 6598; for IPv6 what IANA's registry of special addresses does not call globally
 * reachable, and multicast. Private ranges are among them.
 */
const reservedRanges = [
  ...privateRanges,
  '0.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/127',
  '0:0:0:0:0:ffff::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fe80::/10',
  'ff00::/8',
];

/** The bits that the addresses of a range of the lists above begin with; in those `::` stands at the end only. */
function networkBits(range: string): string {
  const [address = '', length] = range.split('/');
  const isDotted = address.includes('.');
  const parts = address.split(isDotted ? '.' : ':').filter((part) => part !== '');
  const [radix, width] = isDotted ? [10, 8] : [16, 16];
  const bits = parts.map((part) => Number.parseInt(part, radix).toString(2).padStart(width, '0')).join('');
  return (isDotted ? '4' : '6') + bits.padEnd(128, '0').slice(0, Number(length));
}

const beginsInOne = (bits: string, ranges: readonly string[]): string =>
  `regexp_matches(${bits}, '^(${ranges.map(networkBits).join('|')})')`;

/** The octets of a dotted address, which may end an address of IPv6. */
function octets(text: string): readonly string[] {
  const tail = `split_part(${text}, ':', -1)`;
  return [1, 2, 3, 4].map((place) => `TRY_CAST(split_part(${tail}, '.', ${place}) AS INTEGER)`);
}

function bitsOfHex(hex: string): string {
  return `CAST(CAST(unhex(${hex}) AS BIT) AS VARCHAR)`;
}

const isDotted = (text: string): string => `regexp_full_match(${text}, '${dotted}')`;

/** `4` and 32 bits, or null for anything but an address of IPv4. */
function bits4(text: string): string {
  return once(
    text,
    (it) =>
      `CASE WHEN ${isDotted(it)} THEN '4' || ${bitsOfHex(`format('{:02x}{:02x}{:02x}{:02x}', ${octets(it).join(', ')})`)} END`,
  );
}

/**
 * `6` and 128 bits, or null for anything but an address of IPv6 (RFC 4291, 2.2), without a zone. Each group is filled up to four digits;
 * a `::` becomes a z, which then makes room for the zeros that are missing.
 */
function bits6(text: string): string {
  return once(text, (it) => {
    const tail = `format('{:02x}{:02x}:{:02x}{:02x}', ${octets(it).join(', ')})`;
    const grouped = `lower(CASE WHEN regexp_full_match(${it}, '.*:${dotted}') THEN regexp_extract(${it}, '^.*:') || ${tail} ELSE ${it} END)`;
    const sound = `regexp_extract(${grouped}, '^${groups}(::${groups})?$')`;
    const padded = `regexp_replace(regexp_replace(${sound}, '${group}', '000\\0', 'g'), '0{0,3}([0-9a-f]{4})', '\\1', 'g')`;
    const hex = once(
      `replace(replace(${padded}, '::', 'z'), ':', '')`,
      (digits) =>
        `CASE WHEN contains(${digits}, 'z') AND length(${digits}) <= 29 THEN replace(${digits}, 'z', repeat('0', 33 - length(${digits}))) WHEN length(${digits}) = 32 THEN ${digits} END`,
    );
    return `('6' || ${bitsOfHex(hex)})`;
  });
}

/** The family and the bits of an address, or null. */
export function addressBits(text: string): string {
  return once(text, (it) => `CASE WHEN contains(${it}, ':') THEN ${bits6(it)} ELSE ${bits4(it)} END`);
}

/** What the bits of each address in a range begin with, or null. Inferred: an address alone is a range, and bits behind the prefix are ignored. */
export function rangeBits(text: string): string {
  return once(text, (it) => {
    const values = [
      addressBits(`split_part(${it}, '/', 1)`),
      `regexp_extract(${it}, '/.*$')`,
      `TRY_CAST(regexp_extract(${it}, '^[^/]*/(0|[1-9][0-9]{0,2})$', 1) AS INTEGER)`,
    ];
    return onceEach(
      values,
      ([bits, suffix, length]) =>
        `CASE WHEN ${suffix} = '' THEN ${bits} WHEN ${length} < length(${bits}) THEN substring(${bits}, 1, ${length} + 1) END`,
    );
  });
}

/** Unknown is false here: a missing or broken address is in no range (reference 4.6). */
function orFalse(condition: string): string {
  return `COALESCE(${condition}, false)`;
}

const isAddress =
  (bits: (text: string) => string): SqlTemplate =>
  ([text]) =>
    `(${bits(`${text}`)} IS NOT NULL)`;

const isInSubnet =
  (bits: (text: string) => string): SqlTemplate =>
  ([text, range]) =>
    orFalse(`starts_with(${bits(`${text}`)}, ${rangeBits(`${range}`)})`);

export const addressFunctions = {
  isValidIp: isAddress(addressBits),
  isValidIpV4: isAddress(bits4),
  isValidIpV6: isAddress(bits6),
  isIpInSubnet: isInSubnet(addressBits),
  isIpv4InSubnet: isInSubnet(bits4),
  isIpv6InSubnet: isInSubnet(bits6),
  ipv4ToNumber: ([text]) =>
    once(`${text}`, (it) => {
      const [a, b, c, d] = octets(it);
      return `CASE WHEN ${isDotted(it)} THEN CAST(((${a} * 256 + ${b}) * 256 + ${c}) * 256.0 + ${d} AS DOUBLE) END`;
    }),
  isPrivateIP: ([text]) => orFalse(beginsInOne(addressBits(`${text}`), privateRanges)),
  isReservedIP: ([text]) => orFalse(beginsInOne(addressBits(`${text}`), reservedRanges)),
  isPublicIP: ([text]) => orFalse(`NOT ${beginsInOne(addressBits(`${text}`), reservedRanges)}`),
} satisfies Readonly<Record<string, SqlTemplate>>;
