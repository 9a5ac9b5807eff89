// Requests signed by the AWS SDK's own signer and then, mostly, spoilt. What is refused is refused in AWS's words.
import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awsSigner } from '../../../test/aws-signer.ts';
import { ServiceError } from '../errors.ts';
import type { WireRequest } from './canonical-request.ts';
import { Keyring } from './credentials.ts';
import { claimedSignature, verifySignature } from './verify-signature.ts';

const nowMs = Date.UTC(2026, 10, 22, 12);
const key = { id: 'SHIPLOGKEY', secret: 'a/secret+of=the0123456789', name: 'ci', role: 'admin' } as const;
const keyring = new Keyring({ accessKeys: [key], tokens: [] });

interface Draft {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string | string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly service?: string;
  readonly region?: string;
  readonly atMs?: number;
  readonly applyChecksum?: boolean;
}

const signerFor = ({ service = 'logs', region = 'us-east-1', applyChecksum = true }: Draft) =>
  awsSigner({ ...key, service, region, applyChecksum });

const requestOf = ({ method = 'POST', path = '/', query = {}, headers = {}, body }: Draft) => ({
  method,
  protocol: 'http:',
  hostname: 'shiplog.example',
  path,
  query: { ...query },
  headers: { host: 'shiplog.example', ...headers },
  ...(body === undefined ? {} : { body }),
});

/** As Node would hand it over. */
function wire(signed: ReturnType<typeof requestOf>): WireRequest {
  const pairs = Object.entries(signed.query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  return {
    method: signed.method,
    url: `${signed.path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`,
    rawHeaders: Object.entries(signed.headers).flat(),
  };
}

async function signed(draft: Draft = {}): Promise<WireRequest> {
  const signingDate = new Date(draft.atMs ?? nowMs);
  return wire(
    (await signerFor(draft).sign(requestOf(draft), { signingDate })) as ReturnType<typeof requestOf>,
  );
}

async function presigned(draft: Draft = {}, expiresIn = 900): Promise<WireRequest> {
  const signingDate = new Date(draft.atMs ?? nowMs);
  const request = requestOf({ method: 'GET', ...draft });
  return wire(
    (await signerFor(draft).presign(request, { signingDate, expiresIn })) as ReturnType<typeof requestOf>,
  );
}

/** 'ok', or the type and message of the refusal. */
function verdict(request: WireRequest, body = '', secure = false): string {
  try {
    verifySignature(request, claimedSignature(request, keyring, nowMs), Buffer.from(body), secure);
    return 'ok';
  } catch (cause) {
    if (!(cause instanceof ServiceError)) throw cause;
    return `${cause.type}: ${cause.message}`;
  }
}

const withHeader = (request: WireRequest, name: string, value: string | undefined): WireRequest => {
  const pairs = request.rawHeaders.flatMap((text, index) =>
    index % 2 === 0 && text.toLowerCase() !== name.toLowerCase()
      ? [text, request.rawHeaders[index + 1] ?? '']
      : [],
  );
  return { ...request, rawHeaders: value === undefined ? pairs : [...pairs, name, value] };
};
const headerOf = ({ rawHeaders }: WireRequest, name: string): string =>
  rawHeaders[rawHeaders.findIndex((text, index) => index % 2 === 0 && text === name) + 1] ?? '';

const mismatch =
  'InvalidSignatureException: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const body = '{"logGroupName":"/a"}';
const headers = { 'x-amz-target': 'Logs_20140328.StartQuery', 'content-type': 'application/x-amz-json-1.1' };

describe('a signed request', () => {
  it.each<[string, Draft]>([
    ['as the SDK sends it', { headers, body }],
    ['without the hash of its body', { headers, body, applyChecksum: false }],
    ['without a body', { headers }],
    ['for EventBridge', { headers, body, service: 'events' }],
    ['for metrics', { headers, body, service: 'monitoring' }],
    ['for STS', { method: 'GET', query: { Action: 'GetCallerIdentity' }, service: 'sts' }],
    ['in another Region', { headers, body, region: 'ap-southeast-2' }],
    ['under a prefix', { headers, body, path: '/tools/shiplog/' }],
    ['at an encoded path', { headers, body, path: '/a%20b/%C3%A9/..%2F/' }],
    ['with a query', { body, query: { b: ['2', '1'], a: 'x y/ü', '': '' } }],
    ['with spaces in a header', { body, headers: { ...headers, 'x-amz-meta': '  a   b ' } }],
    ['four minutes old', { headers, body, atMs: nowMs - 240_000 }],
    ['four minutes early', { headers, body, atMs: nowMs + 240_000 }],
  ])('is let in %s', async (_, draft) => {
    expect(verdict(await signed(draft), draft.body ?? '')).toBe('ok');
  });

  it('is let in with headers that were added on the way', async () => {
    const request = await signed({ headers, body });
    const added = withHeader(withHeader(request, 'X-Forwarded-For', '10.0.0.1'), 'X-Amz-Cf-Id', 'abc');
    expect(verdict(added, body)).toBe('ok');
  });

  it('holds for its bytes, header for header', async () => {
    const request = await signed({ headers, body, query: { a: '1' } });
    expect(verdict(request, body.replace('/a', '/b'))).toBe(mismatch);
    expect(verdict(request, '')).toBe(mismatch);
    expect(verdict({ ...request, method: 'PUT' }, body)).toBe(mismatch);
    expect(verdict({ ...request, url: '/?a=2' }, body)).toBe(mismatch);
    expect(verdict({ ...request, url: '/x?a=1' }, body)).toBe(mismatch);
    expect(verdict(withHeader(request, 'host', 'attacker.example'), body)).toBe(mismatch);
    expect(verdict(withHeader(request, 'x-amz-target', 'Logs_20140328.DeleteLogGroup'), body)).toBe(mismatch);
    expect(verdict(withHeader(request, 'content-type', undefined), body)).toBe(mismatch);
  });

  it('must hold the headers of AWS', async () => {
    const request = await signed({ body });
    expect(verdict(withHeader(request, 'X-Amz-Target', 'Logs_20140328.DeleteLogGroup'), body)).toBe(
      "InvalidSignatureException: 'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization.",
    );
  });

  it.each([
    [
      -301_000,
      'Signature expired: 20261122T115459Z is now earlier than 20261122T115500Z (20261122T120000Z - 5 min.)',
    ],
    [
      301_000,
      'Signature not yet current: 20261122T120501Z is still later than 20261122T120500Z (20261122T120000Z + 5 min.)',
    ],
  ])('is refused %i ms from now', async (offset, text) => {
    expect(verdict(await signed({ headers, body, atMs: nowMs + offset }), body)).toBe(
      `InvalidSignatureException: ${text}`,
    );
  });

  it('may have its time in Date', async () => {
    const request = await signed({ headers, body });
    const late = withHeader(request, 'x-amz-date', undefined);
    const dated = withHeader(late, 'Date', 'Sun, 22 Nov 2026 12:00:00 GMT');
    // The signature was made with another set of headers; what matters is that the time is understood.
    expect(verdict(dated, body)).toBe(mismatch);
    expect(verdict(withHeader(late, 'Date', 'yesterday'), body)).toBe(
      "IncompleteSignatureException: Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601",
    );
  });
});

describe('the hash of the payload', () => {
  it('is made of the bytes that came, whatever the client says', async () => {
    const lying = { ...headers, 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') };
    const request = await signed({ headers: lying, body });
    expect(verdict(request, body)).toBe('ok');
    expect(verdict(request, `${body} `)).toBe(mismatch);
  });

  it('may be left out over TLS', async () => {
    const request = await signed({
      headers: { ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      body,
    });
    expect(verdict(request, body, true)).toBe('ok');
    expect(verdict(request, body, false)).toMatch(/^InvalidSignatureException: .*over TLS only/);
  });

  it.each([
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
    'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'STREAMING-AWS4-HMAC-SHA256-EVENTS',
  ])('is never %s', async (hash) => {
    const request = await signed({ headers: { ...headers, 'x-amz-content-sha256': hash }, body });
    expect(verdict(request, body, true)).toMatch(
      new RegExp(
        `^InvalidSignatureException: x-amz-content-sha256 ${hash}: bodies that are signed chunk by chunk`,
      ),
    );
  });
});

describe('a presigned URL', () => {
  it('is let in while it lives', async () => {
    const draft = { service: 'sts', query: { Action: 'GetCallerIdentity', Version: '2011-06-15' } };
    expect(verdict(await presigned(draft))).toBe('ok');
    expect(verdict(await presigned({ ...draft, atMs: nowMs - 899_000 }))).toBe('ok');
    expect(verdict(await presigned({ ...draft, atMs: nowMs - 3_600_000 }, 604_800))).toBe('ok');
    expect(verdict(await presigned({ ...draft, atMs: nowMs - 60_000 }, 59))).toBe(
      'InvalidSignatureException: Signature expired: 20261122T115900Z is now earlier than 20261122T115901Z (20261122T120000Z - 59 sec.)',
    );
    expect(verdict(await presigned({ ...draft, atMs: nowMs - 901_000 }))).toBe(
      'InvalidSignatureException: Signature expired: 20261122T114459Z is now earlier than 20261122T114500Z (20261122T120000Z - 15 min.)',
    );
    expect(verdict(await presigned({ ...draft, atMs: nowMs + 301_000 }))).toMatch(
      'Signature not yet current',
    );
  });

  it('is let in with a body that was signed', async () => {
    const request = await presigned({ method: 'POST', body });
    expect(verdict(request, body)).toBe('ok');
    expect(verdict(request, '{}')).toBe(mismatch);
  });

  it('holds for its query', async () => {
    const request = await presigned({ query: { Action: 'GetCallerIdentity' } });
    expect(verdict({ ...request, url: request.url.replace('GetCaller', 'Get') })).toBe(mismatch);
    expect(verdict({ ...request, url: `${request.url}&more=1` })).toBe(mismatch);
    const [path, query = ''] = request.url.split('?');
    const turned = query.split('&').reverse().join('&');
    expect(verdict({ ...request, url: `${path}?${turned}` })).toBe('ok');
    expect(
      verdict({ ...request, url: request.url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=86400') }),
    ).toBe(mismatch);
  });

  it.each(['0', '-1', '604801', '9e9', 'soon', ''])('does not live for X-Amz-Expires=%s', async (expires) => {
    const request = await presigned();
    const url = request.url.replace(/X-Amz-Expires=\d+/, `X-Amz-Expires=${expires}`);
    expect(verdict({ ...request, url })).toBe(
      `IncompleteSignatureException: X-Amz-Expires must be a number of seconds from 1 to 604800. Got '${expires}'.`,
    );
  });

  it('must be whole, and the only one', async () => {
    const request = await presigned();
    const without = request.url.replace(/X-Amz-(Credential|Signature)=[^&]*&?/g, '');
    expect(verdict({ ...request, url: without })).toBe(
      "IncompleteSignatureException: AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include 'X-Amz-Signature'. Re-examine the query-string parameters.",
    );
    expect(verdict(withHeader(request, 'Authorization', 'AWS4-HMAC-SHA256 x'))).toBe(
      "InvalidSignatureException: Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
    );
  });
});

describe('an Authorization header', () => {
  const scope = '20261122/us-east-1/logs/aws4_request';
  const rest = 'SignedHeaders=host;x-amz-date, Signature=abc';
  const ask = (authorization: string): string =>
    verdict({
      method: 'POST',
      url: '/',
      rawHeaders: ['Host', 'h', 'X-Amz-Date', '20261122T120000Z', 'Authorization', authorization],
    });

  it.each([
    [`AWS4-HMAC-SHA256 Credential=SHIPLOGKEY/${scope}, ${rest}`, mismatch],
    [
      `AWS4-HMAC-SHA256   Credential=SHIPLOGKEY/${scope},SignedHeaders=X-Amz-Date;Host,Signature=abc`,
      mismatch,
    ],
    [
      `AWS4-HMAC-SHA256 Credential=NOBODY/${scope}, ${rest}`,
      'UnrecognizedClientException: The security token included in the request is invalid.',
    ],
    [
      `AWS4-HMAC-SHA256 Credential=shiplogkey/${scope}, ${rest}`,
      'UnrecognizedClientException: The security token included in the request is invalid.',
    ],
    [
      `AWS4-HMAC-SHA1 Credential=SHIPLOGKEY/${scope}, ${rest}`,
      "IncompleteSignatureException: Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA1' (only AWS4-HMAC-SHA256 for now). ",
    ],
    [
      `AWS4-ECDSA-P256-SHA256 Credential=SHIPLOGKEY/${scope}, ${rest}`,
      "IncompleteSignatureException: Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256' (only AWS4-HMAC-SHA256 for now). ",
    ],
    [
      `AWS4-HMAC-SHA256 Credential=a/b/c/d, ${rest}`,
      "IncompleteSignatureException: Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/c/d'",
    ],
    [
      `AWS4-HMAC-SHA256 Credential=a/b/Mars!/s3/e, ${rest}`,
      "InvalidSignatureException: Credential should be scoped to a valid region, not 'Mars!'. Credential should be scoped to correct service: 'logs'. Credential should be scoped with a valid terminator: 'aws4_request', not 'e'. Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: 'b' != '20261122', from '20261122T120000Z'.",
    ],
    [
      `AWS4-HMAC-SHA256 Credential=SHIPLOGKEY/${scope}, SignedHeaders=x-amz-date, Signature=abc`,
      "InvalidSignatureException: 'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    ],
    [
      `AWS4-HMAC-SHA256 Credential=SHIPLOGKEY/${scope}, SignedHeaders=host, Signature=abc`,
      "InvalidSignatureException: 'X-Amz-Date' must be a 'SignedHeader' in the AWS Authorization.",
    ],
    ['Basic YTpi', 'MissingAuthenticationTokenException: Request is missing Authentication Token'],
    ['', 'MissingAuthenticationTokenException: Request is missing Authentication Token'],
    ['AWS AKID:signature', 'MissingAuthenticationTokenException: Request is missing Authentication Token'],
  ])('%s', (authorization, expected) => {
    expect(ask(authorization)).toBe(expected);
  });

  it.each([
    ['AWS4-HMAC-SHA256', ["'Credential'", "'Signature'", "'SignedHeaders'"]],
    [
      'AWS4-HMAC-SHA256 Credential=, Signature=, SignedHeaders=',
      ["'Credential'", "'Signature'", "'SignedHeaders'"],
    ],
    [`AWS4-HMAC-SHA256 Credential=SHIPLOGKEY/${scope}`, ["'Signature'", "'SignedHeaders'"]],
    ['AWS4-HMAC-SHA256 secret', ["'secret' not a valid key=value pair (missing equal-sign)"]],
  ])('%s is not whole', (authorization, parts) => {
    const said = ask(authorization);
    expect(said).toMatch(/^IncompleteSignatureException: /);
    for (const part of parts) expect(said).toContain(part);
    expect(said).toContain('(Hashed with SHA-256 and encoded with Base64) Authorization=');
  });

  it('needs a date beside it', () => {
    const authorization = `AWS4-HMAC-SHA256 Credential=SHIPLOGKEY/${scope}, ${rest}`;
    expect(
      verdict({ method: 'POST', url: '/', rawHeaders: ['Host', 'h', 'authorization', authorization] }),
    ).toMatch(
      /^IncompleteSignatureException: Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. /,
    );
  });

  it.each(['20261322T120000Z', '20261122T250000Z', '2026-11-22T12:00:00Z', '0', '99999999T999999Z', ''])(
    'is not of the time %s',
    (date) => {
      const authorization = `AWS4-HMAC-SHA256 Credential=SHIPLOGKEY/${scope}, ${rest}`;
      const rawHeaders = ['Host', 'h', 'X-Amz-Date', date, 'Authorization', authorization];
      expect(verdict({ method: 'POST', url: '/', rawHeaders })).toMatch(/^IncompleteSignatureException: /);
    },
  );

  it('of any form is an answer, never a crash and never a way in', async () => {
    const request = await signed({ headers, body });
    const genuine = headerOf(request, 'authorization');
    const words = fc.constantFrom(
      ...['AWS4-HMAC-SHA256', 'Credential=', 'SignedHeaders=', 'Signature=', 'host', ';', ',', '/', '=', ' '],
      `SHIPLOGKEY/${scope}`,
      'x-amz-date',
      '__proto__',
      '\u0000',
      '\u00ff',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
        expect(verdict(withHeader(request, 'authorization', parts.join('')), body)).not.toBe('ok');
      }),
    );
    fc.assert(
      fc.property(fc.nat(genuine.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (index, char) => {
        fc.pre(!['/', ',', char].includes(genuine[index] ?? '') && char.trim() !== '' && char !== ',');
        const spoilt = `${genuine.slice(0, index)}${char}${genuine.slice(index + 1)}`;
        // Names of signed headers may be written in capitals.
        fc.pre(spoilt.toLowerCase() !== genuine.toLowerCase());
        expect(verdict(withHeader(request, 'authorization', spoilt), body)).not.toBe('ok');
      }),
    );
  });

  it('is never guessed', async () => {
    const request = await signed({ headers, body });
    const guess = headerOf(request, 'authorization').replace(
      /Signature=\w+/,
      `Signature=${randomBytes(32).toString('hex')}`,
    );
    expect(verdict(withHeader(request, 'authorization', guess), body)).toBe(mismatch);
  });
});
