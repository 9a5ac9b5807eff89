// The functions on network addresses among the scalar ones (reference logs-insights-ql 4.6).

import type { FunctionRow } from './function-spec.ts';

const address = { required: ['string'], result: 'boolean', confidence: 'documented' } as const;
const inSubnet = { required: ['string', 'string'], result: 'boolean', confidence: 'documented' } as const;

export const addressFunctions = {
  isValidIp: {
    ...address,
    signature: 'isValidIp(address)',
    doc: '1 for an IPv4 or IPv6 address, else 0.',
    example: 'isValidIp(sourceIp)',
  },
  isValidIpV4: {
    ...address,
    signature: 'isValidIpV4(address)',
    doc: '1 for an IPv4 address, else 0.',
    example: 'isValidIpV4(sourceIp)',
  },
  isValidIpV6: {
    ...address,
    signature: 'isValidIpV6(address)',
    doc: '1 for an IPv6 address, else 0.',
    example: 'isValidIpV6(sourceIp)',
  },
  isIpInSubnet: {
    ...inSubnet,
    signature: 'isIpInSubnet(address, subnet)',
    doc: '1 when the address is in the subnet, of either family, else 0.',
    example: 'isIpInSubnet(sourceIp, "10.0.0.0/8")',
  },
  isIpv4InSubnet: {
    ...inSubnet,
    signature: 'isIpv4InSubnet(address, subnet)',
    doc: '1 when it is an IPv4 address in the subnet, else 0.',
    example: 'isIpv4InSubnet(sourceIp, "10.0.0.0/8")',
  },
  isIpv6InSubnet: {
    ...inSubnet,
    signature: 'isIpv6InSubnet(address, subnet)',
    doc: '1 when it is an IPv6 address in the subnet, else 0.',
    example: 'isIpv6InSubnet(sourceIp, "2001:db8::/32")',
  },
  ipv4ToNumber: {
    signature: 'ipv4ToNumber(address)',
    required: ['string'],
    result: 'number',
    doc: 'An IPv4 address as a number; null when it is none.',
    example: 'ipv4ToNumber(sourceIp)',
    confidence: 'documented',
  },
  isPrivateIP: {
    ...address,
    signature: 'isPrivateIP(address)',
    doc: '1 for an address of a private network (RFC 1918), else 0.',
    example: 'isPrivateIP(sourceIp)',
  },
  isPublicIP: {
    ...address,
    signature: 'isPublicIP(address)',
    doc: '1 for an address that is neither private nor reserved, else 0.',
    example: 'isPublicIP(sourceIp)',
  },
  isReservedIP: {
    ...address,
    signature: 'isReservedIP(address)',
    doc: '1 for an address with a special purpose, private ones among them, else 0.',
    example: 'isReservedIP(sourceIp)',
  },
} as const satisfies Record<string, FunctionRow>;
