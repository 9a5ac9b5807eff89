import { expect, it } from 'vitest';
import { presentedToken } from './presented-token.ts';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

it.each([
  [{}, undefined],
  [{ authorization: 'Bearer abc' }, 'abc'],
  [{ authorization: '  bearer   abc  ' }, 'abc'],
  [{ authorization: 'Bearer a b' }, undefined],
  [{ authorization: 'Bearer' }, undefined],
  [{ authorization: '' }, undefined],
  [{ authorization: basic('anyone:abc') }, 'abc'],
  [{ authorization: basic(':a:b:c') }, 'a:b:c'],
  [{ authorization: basic('anyone:') }, undefined],
  [{ authorization: basic('anyone') }, undefined],
  [{ authorization: 'Basic !!!' }, undefined],
  [{ authorization: 'AWS4-HMAC-SHA256 Credential=a' }, undefined],
  [{ authorization: 'Digest abc', 'x-api-key': 'abc' }, undefined],
  [{ 'x-api-key': 'abc' }, 'abc'],
  [{ 'x-api-key': '' }, undefined],
  [{ 'x-api-key': ['abc', 'def'] }, undefined],
  [{ 'x-amz-firehose-access-key': 'abc' }, 'abc'],
  [{ 'x-amz-firehose-access-key': '' }, undefined],
  [{ 'x-amz-firehose-access-key': 'abc', 'x-api-key': 'def' }, 'def'],
])('%j brings %s', (headers, expected) => {
  expect(presentedToken(headers)).toBe(expected);
});
