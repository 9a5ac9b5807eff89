import { describe, expect, it } from 'vitest';
import { decodePointer, encodePointer } from './pointer.ts';

describe('pointer', () => {
  it.each([
    [0, 0n, 'AAAAAAAAAAAAAAAA'],
    [1, 1n, 'AAAAAQAAAAAAAAAB'],
    [0xffff_ffff, 0x7fff_ffff_ffff_ffffn, '_____3__________'],
  ])('names event %i/%i as %s and reads it back', (groupId, sequence, text) => {
    expect(encodePointer(groupId, sequence)).toBe(text);
    expect(decodePointer(text)).toEqual({ groupId, sequence });
  });

  it.each(['', 'AAAA', 'AAAAAQAAAAAAAAAB=', 'AAAAAQAAAAAAAAA!', 'AAAAAQAAAAAAAAABAAAA', 'AAAAAf__________'])(
    'refuses %j',
    (text) => {
      expect(decodePointer(text)).toBeNull();
    },
  );

  it('refuses numbers that do not fit', () => {
    expect(() => encodePointer(-1, 0n)).toThrow(RangeError);
    expect(() => encodePointer(0x1_0000_0000, 0n)).toThrow(RangeError);
    expect(() => encodePointer(0, 1n << 63n)).toThrow(RangeError);
  });
});
