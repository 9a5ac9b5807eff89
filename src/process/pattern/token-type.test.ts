import { describe, expect, it } from 'vitest';
import { tokenType } from './token-type.ts';
import { addValue, newValueCounts } from './value-counts.ts';

function typeOf(values: readonly string[], before = ''): string {
  const counts = newValueCounts();
  for (const [index, value] of values.entries()) addValue(counts, index, value, 1, 0);
  return tokenType(counts, before);
}

describe('the type of a token', () => {
  it.each([
    [['2026-11-22T10:20:30Z', '2026-11-22 10:20:30,123'], 'Time'],
    [['10/Oct/2000:13:55:36 -0700', 'Oct 11 22:14:15', '10:20'], 'Time'],
    [['1700000000000'], 'Time'],
    [['2026-11-22', '2026/11/22'], 'Date'],
    [['10.0.0.1', '192.168.1.1:8080', '10.0.0.0/8'], 'IPAddress'],
    [['2001:db8::1', '1:2:3:4:5:6:7:8'], 'IPAddress'],
    [['arn:aws:ecs:eu-central-1:111122223333:task/prod/1'], 'ARN'],
    [['1', '-2.5', '3e10'], 'Token'],
    [['1', '-2.5', '300'], 'Number'],
    [['111122223333'], 'ID'],
    [['0a:9a:c1:d0:9a:06'], 'ID'],
    [['0ae4d702-e0be-4e9c-8d7a-9a44e755fc52', 'eni-079a36ef5fc6012ea'], 'ID'],
    [['eu-central-1', 'us-east-1'], 'Token'],
    [['a1', 'b2', 'c3', 'd4', 'e5', 'f6'], 'ID'],
    [['g', 'a1', 'b2', 'c3', 'd4', 'e5', 'f6'], 'Token'],
    [['alice', 'bob'], 'Token'],
    [['', 'eni-079a36ef5fc6012ea'], 'ID'],
    // An empty text is no number.
    [['', '5'], 'Token'],
    [[''], 'Token'],
    [['5', 'x'], 'Token'],
  ])('%s is %s', (values, type) => {
    expect(typeOf(values)).toBe(type);
  });

  it('is StatusCode by what stands before', () => {
    for (const before of [
      '"status":',
      '"statusCode":"',
      'HTTP/1.1" ',
      '"GET <Token-2>" ',
      'status=',
      'status: ',
    ]) {
      expect(typeOf(['200', '503'], before)).toBe('StatusCode');
    }
    expect(typeOf(['200', '137'], '"exitCode":')).toBe('Number');
    expect(typeOf(['200', '600'], '"status":')).toBe('Number');
  });
});
