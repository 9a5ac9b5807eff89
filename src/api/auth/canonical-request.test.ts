// The test suite that AWS published for Signature Version 4 (aws-sig-v4-test-suite): same key, date and scope, one difference each.
import { describe, expect, it } from 'vitest';
import { canonicalRequest, signatureOf } from './canonical-request.ts';
import { sha256Hex } from './credentials.ts';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const scope = { date: '20150830', region: 'us-east-1', service: 'service' };
const dateTime = '20150830T123600Z';
const always = ['Host', 'example.amazonaws.com', 'X-Amz-Date', dateTime];

function sign(method: string, url: string, headers: readonly string[] = [], body = ''): string {
  const rawHeaders = [...headers, ...always];
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const request = { method, url: Buffer.from(url).toString('latin1'), rawHeaders };
  const canonical = canonicalRequest(request, [...new Set(names)].sort(), sha256Hex(body));
  return signatureOf(canonical, dateTime, scope, secret);
}

const vanilla = '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31';
const unreserved = '-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('the signature of', () => {
  it.each([
    ['get-vanilla', '/', vanilla],
    ['get-relative', '/example/..', vanilla],
    ['get-relative-relative', '/example1/example2/../..', vanilla],
    ['get-slash', '//', vanilla],
    ['get-slash-dot-slash', '/./', vanilla],
    [
      'get-slash-pointless-dot',
      '/./example',
      'ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5',
    ],
    ['get-slashes', '//example//', '9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84'],
    ['get-space', '/example space/', '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741'],
    ['get-unreserved', `/${unreserved}`, '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f'],
    ['get-utf8', '/ሴ', '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85'],
    [
      'get-vanilla-empty-query-key',
      '/?Param1=value1',
      'a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb',
    ],
    [
      'get-vanilla-query-order-key-case',
      '/?Param2=value2&Param1=value1',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-vanilla-query-unreserved',
      `/?${unreserved}=${unreserved}`,
      '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197',
    ],
    ['get-vanilla-utf8-query', '/?ሴ=bar', '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04'],
  ])('%s', (_, url, expected) => {
    expect(sign('GET', url)).toBe(expected);
  });

  it.each([
    [
      'get-header-key-duplicate',
      ['My-Header1', 'value2', 'My-Header1', 'value2', 'My-Header1', 'value1'],
      'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea',
    ],
    [
      'get-header-value-order',
      ['My-Header1', 'value4', 'My-Header1', 'value1', 'My-Header1', 'value3', 'My-Header1', 'value2'],
      '08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01',
    ],
    [
      'get-header-value-trim',
      ['My-Header1', ' value1', 'My-Header2', ' "a   b   c"'],
      'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    ],
    [
      'get-header-value-multiline',
      ['My-Header1', 'value1\n  value2\n     value3'],
      'cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd',
    ],
  ])('%s', (_, headers, expected) => {
    expect(sign('GET', '/', headers)).toBe(expected);
  });

  it.each([
    ['post-vanilla', '/', [], '', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
    [
      'post-vanilla-query',
      '/?Param1=value1',
      [],
      '',
      '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11',
    ],
    [
      'post-header-key-sort',
      '/',
      ['My-Header1', 'value1'],
      '',
      'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c',
    ],
    [
      'post-x-www-form-urlencoded',
      '/',
      ['Content-Type', 'application/x-www-form-urlencoded'],
      'Param1=value1',
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
  ] as const)('%s', (_, url, headers, body, expected) => {
    expect(sign('POST', url, headers, body)).toBe(expected);
  });
});
