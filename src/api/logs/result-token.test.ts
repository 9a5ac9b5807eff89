import { describe, expect, it } from 'vitest';
import { resultTokenMs } from '../../limits.ts';
import { positionIn, resultToken } from './result-token.ts';

const token = resultToken('q1', 10_000, 1_000);

describe('a page token', () => {
  it('tells where to go on, for an hour', () => {
    expect(positionIn(token, 'q1', 1_000)).toBe(10_000);
    expect(positionIn(token, 'q1', 1_000 + resultTokenMs)).toBe(10_000);
    expect(() => positionIn(token, 'q1', 1_001 + resultTokenMs)).toThrow(
      'The specified nextToken has expired.',
    );
  });

  it.each([
    ['of another query', resultToken('q2', 10_000, 1_000)],
    ['changed', `${token}x`],
    ['empty', ''],
    ['no token', 'next'],
    ['a negative place', Buffer.from('[-1,1000,"q1"]').toString('base64url')],
    ['of another form', Buffer.from('[1,1000, "q1"]').toString('base64url')],
  ])('%s is refused', (_, given) => {
    expect(() => positionIn(given, 'q1', 1_000)).toThrow('The specified nextToken is invalid.');
  });

  it('is not longer than the model allows', () => {
    expect(resultToken('q'.repeat(256), 99_999, 1_764_000_000_000).length).toBeLessThanOrEqual(1_024);
  });
});
