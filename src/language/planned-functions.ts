// Functions of the language that Shiplog does not run yet: known, so that using one is refused by name instead of
// being taken for a misspelling. A function leaves this table when sql/ learns it.

import type { FunctionRow } from './function-spec.ts';

const address = (name: string, doc: string): FunctionRow => ({
  signature: `${name}(address)`,
  required: ['string'],
  result: 'boolean',
  doc,
  example: `${name}(sourceIp)`,
  confidence: 'documented',
});
const subnet = (name: string, doc: string): FunctionRow => ({
  signature: `${name}(address, subnet)`,
  required: ['string', 'string'],
  result: 'boolean',
  doc,
  example: `${name}(sourceIp, "10.0.0.0/8")`,
  confidence: 'documented',
});

export const plannedScalarFunctions: Readonly<Record<string, FunctionRow>> = {
  haversine: {
    signature: 'haversine(lat1, lon1, lat2, lon2)',
    required: ['number', 'number', 'number', 'number'],
    result: 'number',
    doc: 'Distance on the globe in kilometres.',
    example: 'haversine(a.lat, a.lon, b.lat, b.lon)',
    confidence: 'documented',
  },
  parseDate: {
    signature: 'parseDate(s, format[, zone])',
    required: ['string', 'string'],
    optional: ['string'],
    result: 'number',
    doc: 'Text as epoch milliseconds, by a Java date pattern.',
    example: 'parseDate(detail.stoppedAt, "yyyy-MM-dd")',
    confidence: 'documented',
  },
  isValidIp: address('isValidIp', '1 for an IPv4 or IPv6 address.'),
  isValidIpV4: address('isValidIpV4', '1 for an IPv4 address.'),
  isValidIpV6: address('isValidIpV6', '1 for an IPv6 address.'),
  isIpInSubnet: subnet('isIpInSubnet', '1 when the address is in the subnet.'),
  isIpv4InSubnet: subnet('isIpv4InSubnet', '1 when the IPv4 address is in the subnet.'),
  isIpv6InSubnet: subnet('isIpv6InSubnet', '1 when the IPv6 address is in the subnet.'),
  ipv4ToNumber: { ...address('ipv4ToNumber', 'IPv4 address as a number.'), result: 'number' },
  isPrivateIP: address('isPrivateIP', '1 for an address of RFC 1918.'),
  isPublicIP: address('isPublicIP', '1 for a public address.'),
  isReservedIP: address('isReservedIP', '1 for a reserved address.'),
  hexToAscii: {
    signature: 'hexToAscii(s)',
    required: ['string'],
    result: 'text',
    doc: 'Text from hexadecimal codes.',
    example: 'hexToAscii("4f4b")',
    confidence: 'documented',
  },
  hexToDec: {
    signature: 'hexToDec(s)',
    required: ['string'],
    result: 'number',
    doc: 'Number from hexadecimal digits.',
    example: 'hexToDec("0xff")',
    confidence: 'documented',
  },
  decToHex: {
    signature: 'decToHex(n)',
    required: ['number'],
    result: 'text',
    doc: 'Number as hexadecimal digits.',
    example: 'decToHex(255)',
    confidence: 'documented',
  },
};

export const plannedAggregateFunctions: Readonly<Record<string, FunctionRow>> = {};
