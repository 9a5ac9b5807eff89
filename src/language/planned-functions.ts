// Functions of the language that Shiplog does not run yet: known, so that using one is refused by name instead of
// being taken for a misspelling. A function leaves this table when sql/ learns it.

import type { FunctionRow } from './function-spec.ts';

const address = (name: string, doc: string): FunctionRow => ({
  signature: `${name}(address)`,
  required: ['string'],
  result: 'boolean',
  doc,
  example: `${name}(sourceIp)`,
});
const subnet = (name: string, doc: string): FunctionRow => ({
  signature: `${name}(address, subnet)`,
  required: ['string', 'string'],
  result: 'boolean',
  doc,
  example: `${name}(sourceIp, "10.0.0.0/8")`,
});

export const plannedScalarFunctions: Readonly<Record<string, FunctionRow>> = {
  haversine: {
    signature: 'haversine(lat1, lon1, lat2, lon2)',
    required: ['number', 'number', 'number', 'number'],
    result: 'number',
    doc: 'Distance on the globe in kilometres.',
    example: 'haversine(a.lat, a.lon, b.lat, b.lon)',
  },
  parseDate: {
    signature: 'parseDate(s, format[, zone])',
    required: ['string', 'string'],
    optional: ['string'],
    result: 'number',
    doc: 'Text as epoch milliseconds, by a Java date pattern.',
    example: 'parseDate(detail.stoppedAt, "yyyy-MM-dd")',
  },
  jsonParse: {
    signature: 'jsonParse(s)',
    required: ['string'],
    result: 'map',
    doc: 'Map or list from JSON text.',
    example: 'jsonParse(@message)',
  },
  jsonStringify: {
    signature: 'jsonStringify(x)',
    required: ['any'],
    result: 'text',
    doc: 'Map or list as JSON text.',
    example: 'jsonStringify(doc)',
  },
  jsonArraySize: {
    signature: 'jsonArraySize(s)',
    required: ['string'],
    result: 'number',
    doc: 'Number of elements of a JSON array.',
    example: 'jsonArraySize(list)',
  },
  jsonArrayContains: {
    signature: 'jsonArrayContains(s, value)',
    required: ['string', 'any'],
    result: 'boolean',
    doc: '1 when a JSON array has the element.',
    example: 'jsonArrayContains(list, "a")',
  },
  split: {
    signature: 'split(s, delimiter)',
    required: ['string', 'string'],
    result: 'list',
    doc: 'List of the parts of a text.',
    example: 'split(resources.0, "/")',
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
  },
  hexToDec: {
    signature: 'hexToDec(s)',
    required: ['string'],
    result: 'number',
    doc: 'Number from hexadecimal digits.',
    example: 'hexToDec("0xff")',
  },
  decToHex: {
    signature: 'decToHex(n)',
    required: ['number'],
    result: 'text',
    doc: 'Number as hexadecimal digits.',
    example: 'decToHex(255)',
  },
};

export const plannedAggregateFunctions: Readonly<Record<string, FunctionRow>> = {
  topk: {
    signature: 'topk(k, x)',
    required: ['number', 'any'],
    result: 'list',
    doc: 'The k most frequent values.',
    example: 'topk(5, detail.stopCode)',
  },
  rate: {
    signature: 'rate(n, period)',
    required: ['number', 'period'],
    result: 'number',
    doc: 'Average change per period.',
    example: 'rate(requests, 1m)',
  },
  countOverTime: {
    signature: 'countOverTime(*) or countOverTime(x)',
    required: [],
    optional: ['star'],
    result: 'number',
    doc: 'Number of rows per time bucket.',
    example: 'countOverTime(*)',
  },
  sumOverTime: {
    signature: 'sumOverTime(n)',
    required: ['number'],
    result: 'number',
    doc: 'Sum per time bucket.',
    example: 'sumOverTime(size)',
  },
  histogram: {
    signature: 'histogram(n, width)',
    required: ['number', 'number'],
    result: 'map',
    doc: 'Values grouped into equal ranges.',
    example: 'histogram(duration, 100)',
  },
};
