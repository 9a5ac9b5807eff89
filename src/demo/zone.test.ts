import { expect, it } from 'vitest';
import { clusters } from './fleet.ts';
import { random } from './prng.ts';
import { newZone, storyAddress, zoneIndexOf } from './zone.ts';

const [prod] = clusters;
if (prod === undefined) throw new Error('no cluster');
const zone = () => newZone(random(1, 'zone'), prod, 2);

it('never hands out an address twice while it is in use, even beyond the usual ones', () => {
  const subnet = zone();
  const addresses = Array.from({ length: 1200 }, () => subnet.takeAddress());
  expect(new Set(addresses).size).toBe(1200);
  for (const address of addresses) expect(zoneIndexOf(address)).toBe(2);
});

it('hands a released address out again when its turn comes', () => {
  const subnet = zone();
  const first = subnet.takeAddress();
  subnet.releaseAddress(first);
  const later = Array.from({ length: 500 }, () => subnet.takeAddress());
  expect(later).toContain(first);
});

it('keeps addresses for stories', () => {
  expect(storyAddress(prod, 0, 77)).toBe('10.20.14.77');
  expect(storyAddress(prod, 2, 5)).toBe('10.20.46.5');
  expect(zoneIndexOf('10.20.46.5')).toBe(2);
});
