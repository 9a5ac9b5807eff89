// Signature Version 4: the canonical form of a request, its string to sign, and the signature.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
// Everything is made from what came over the wire: decoded forms (URL objects, header maps) forget what was signed. Node hands
// both over byte by byte, as latin1.

import { createHmac } from 'node:crypto';
import { sha256Hex } from './credentials.ts';

export interface WireRequest {
  readonly method: string;
  /** Path and query as in the request line. */
  readonly url: string;
  /** Names and values in turns, as they came. */
  readonly rawHeaders: readonly string[];
}

/** keyid/DATE/REGION/SERVICE/aws4_request, without the key. */
export interface Scope {
  /** YYYYMMDD. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

export const algorithm = 'AWS4-HMAC-SHA256';
export const terminator = 'aws4_request';

/** `signedHeaders` are lower-case and sorted. */
export function canonicalRequest(
  request: WireRequest,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  const [path, query] = pathAndQuery(request.url);
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${canonicalValue(request, name)}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

/** `dateTime` is YYYYMMDD'T'HHMMSS'Z'. Answers 64 hexadecimal digits. */
export function signatureOf(canonical: string, dateTime: string, scope: Scope, secret: string): string {
  const { date, region, service } = scope;
  const place = [date, region, service, terminator];
  const stringToSign = [
    algorithm,
    dateTime,
    place.join('/'),
    sha256Hex(Buffer.from(canonical, 'latin1')),
  ].join('\n');
  const signingKey = place.reduce<string | Buffer>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac('sha256', signingKey).update(stringToSign).digest('hex');
}

export function pathAndQuery(url: string): readonly [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** All values of a header, in the order in which they came; undefined when it did not come. */
export function headerValues({ rawHeaders }: WireRequest, name: string): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

/** Runs of spaces count as one; Node has unfolded values that were written on several lines. */
const canonicalValue = (request: WireRequest, name: string): string =>
  headerValues(request, name)
    .map((value) => value.trim().replace(/\s+/g, ' '))
    .join(',');

/** Dot segments and empty ones are resolved; then what was encoded is encoded again, as every service but S3 wants it. */
function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(encoded(segment));
  }
  const folder = segments.length > 0 && /\/\.{0,2}$/.test(path) ? '/' : '';
  return `/${segments.join('/')}${folder}`;
}

/** Sorted by name and then by value, each decoded and encoded anew; the signature of a presigned URL is no part of it. */
function canonicalQuery(query: string): string {
  return queryPairs(query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Names and values of a query with percent escapes resolved; a plus sign is a plus sign. */
export function queryPairs(query: string): readonly (readonly [name: string, value: string])[] {
  const parts = query.split('&').filter((part) => part !== '');
  return parts.map((part) => {
    const mark = part.indexOf('=');
    const [name, value] = mark === -1 ? [part, ''] : [part.slice(0, mark), part.slice(mark + 1)];
    return [unescaped(name), unescaped(value)];
  });
}

const unescaped = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

/** RFC 3986: letters, digits, `-._~` as they are, any other byte as %XX. */
const encoded = (latin1: string): string =>
  latin1.replace(/[^A-Za-z0-9\-._~]/g, (char) => {
    const byte = char.charCodeAt(0).toString(16).toUpperCase();
    return `%${byte.padStart(2, '0')}`;
  });

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
