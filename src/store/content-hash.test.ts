// What changes the hash of a content and what does not.
import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { contentHash, textHash } from './content-hash.ts';

describe('contentHash', () => {
  it('ignores the order of keys at every level', () => {
    const one = { a: 1, b: { c: 'x', d: [{ e: true, f: null }] } };
    const other = { b: { d: [{ f: null, e: true }], c: 'x' }, a: 1 };
    expect(contentHash(one)).toBe(contentHash(other));
  });

  it.each([
    ['another value', { a: 'x' }, { a: 'y' }],
    ['another key', { a: 'x' }, { b: 'x' }],
    ['another type', { a: 1 }, { a: '1' }],
    ['another order in a list', ['x', 'y'], ['y', 'x']],
    ['a value one level deeper', { a: { b: 'x' } }, { 'a.b': 'x' }],
    ['swapped values', { a: 'x', b: 'y' }, { a: 'y', b: 'x' }],
    ['null and absent', { a: null }, {}],
    ['empty list and empty object', { a: [] }, { a: {} }],
    ['number forms', { a: new LosslessNumber('1.0') }, { a: 1 }],
    ['a letter moved between neighbours', { a: 'xy', b: 'z' }, { a: 'x', b: 'yz' }],
  ])('tells apart: %s', (_, one, other) => expect(contentHash(one)).not.toBe(contentHash(other)));

  it('takes a number for what it says, however it was parsed', () => {
    expect(contentHash({ a: new LosslessNumber('12') })).toBe(contentHash({ a: 12 }));
  });

  it('is the same in every version, since tables hold it', () => {
    expect(contentHash({ lastStatus: 'STOPPED', version: 6, containers: [{ exitCode: 137 }] })).toBe(
      1_891_280_465,
    );
    expect(textHash('arn:aws:ecs:eu-central-1:111122223333:task/prod/0123456789abcdef 6')).toBe(
      -2_142_191_234,
    );
  });

  it('survives nesting that would exhaust the stack', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}1${']'.repeat(50_000)}`) as unknown;
    expect(Number.isInteger(contentHash({ a: deep }))).toBe(true);
  });

  it('spreads: no two of 100,000 similar events collide more often than chance', () => {
    const hashes = new Set(
      Array.from({ length: 100_000 }, (_, i) => contentHash({ version: i, status: 'RUNNING' })),
    );
    // 100,000 draws from 2^32 give 1.2 collisions on average.
    expect(hashes.size).toBeGreaterThan(100_000 - 12);
  });
});
