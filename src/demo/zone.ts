// A subnet of a cluster's network: the private addresses that it hands out, and those kept for stories.

import type { ClusterSpec } from './fleet.ts';
import type { Random } from './prng.ts';

export interface Zone {
  /** Availability zone. */
  readonly name: string;
  readonly subnetId: string;
  takeAddress(): string;
  releaseAddress(address: string): void;
}

/** Addresses that a subnet usually hands out: few enough that they come round again within days, as they do. */
const usualAddresses = 500;
const addressesMax = 3000;
const hostsPerOctet = 250;
/** Zone N has the third octets from 16 N on; the 15th of them is for stories. */
const octetsPerZone = 16;
const storyOctet = 14;

export function newZone(rng: Random, spec: ClusterSpec, index: number): Zone {
  const inUse = new Set<number>();
  let next = rng.int(0, usualAddresses - 1);
  const base = index * octetsPerZone;
  return {
    name: `${spec.region}${'abc'[index]}`,
    subnetId: `subnet-0${rng.hex(16)}`,
    takeAddress() {
      let host = next;
      while (inUse.has(host)) host = (host + 1) % addressesMax;
      inUse.add(host);
      next = (host + 1) % usualAddresses;
      return `${spec.network}.${base + Math.floor(host / hostsPerOctet)}.${4 + (host % hostsPerOctet)}`;
    },
    releaseAddress(address) {
      const [, , third, fourth] = address.split('.').map(Number) as [number, number, number, number];
      inUse.delete((third - base) * hostsPerOctet + fourth - 4);
    },
  };
}

/** An address that no subnet hands out, for a story; `last` from 4 to 250. */
export function storyAddress(spec: ClusterSpec, zoneIndex: number, last: number): string {
  return `${spec.network}.${zoneIndex * octetsPerZone + storyOctet}.${last}`;
}

/** Index of the zone that an address belongs to. */
export function zoneIndexOf(address: string): number {
  return Math.floor(Number(address.split('.')[2]) / octetsPerZone);
}
