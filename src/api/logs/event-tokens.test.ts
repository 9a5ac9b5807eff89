import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../errors.ts';
import { filterToken, readFilterToken, readStreamToken, streamToken } from './event-tokens.ts';

const place = fc.record({
  timestampMs: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  sequence: fc.integer({ min: 0, max: 2 ** 32 }),
});
const direction = fc.constantFrom('forward' as const, 'backward' as const);
const scope = ['filter', '/app', { names: ['a'] }, 0, 1, 'ERROR'];

describe('tokens', () => {
  it('come back as what they were made of', () => {
    fc.assert(
      fc.property(direction, place, (way, from) => {
        expect(readStreamToken(streamToken(way, from))).toEqual({ direction: way, from });
        expect(readFilterToken(filterToken({ direction: way, from }, scope), scope)).toEqual({
          direction: way,
          from,
        });
      }),
    );
    expect(streamToken('backward', { timestampMs: 1_763_812_800_000, sequence: 7 })).toBe(
      'b/100017638128000000000000007/s',
    );
  });

  it('of anybody else are refused', () => {
    const anyToken = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    );
    fc.assert(
      fc.property(anyToken, (token) => {
        expect(() => readStreamToken(token)).toThrow(ServiceError);
        expect(() => readFilterToken(token, scope)).toThrow(ServiceError);
      }),
    );
    const token = filterToken({ direction: 'forward', from: { timestampMs: 5, sequence: 1 } }, scope);
    expect(() => readFilterToken(token, [...scope, 1])).toThrow('The specified nextToken is invalid.');
    expect(() => readFilterToken(`${token}=`, scope)).toThrow('The specified nextToken is invalid.');
    expect(() => readStreamToken('f/199999999999999990000000000/s')).toThrow('nextToken is invalid');
  });
});
