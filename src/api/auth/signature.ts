// The signature that came with a request, in its Authorization header or its query, taken apart and checked as far as that goes
// without a key. The order of the checks and the texts are those of AWS's JSON services.

import { ServiceError } from '../errors.ts';
import {
  algorithm,
  headerValues,
  pathAndQuery,
  queryPairs,
  type Scope,
  terminator,
  type WireRequest,
} from './canonical-request.ts';
import { sha256Hex } from './credentials.ts';
import { checkTime, parseDateTime } from './signing-time.ts';

export interface Signature {
  readonly keyId: string;
  readonly scope: Scope;
  /** YYYYMMDD'T'HHMMSS'Z'. */
  readonly dateTime: string;
  /** Lower-case, sorted, each once. */
  readonly signedHeaders: readonly string[];
  /** As it was given. */
  readonly signature: string;
}

/** The parts as they were given, before anything is said about them. */
interface Given {
  readonly algorithm: string;
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly date: string;
  /** Seconds, as text; of a presigned URL. */
  readonly expires: string | undefined;
  readonly presigned: boolean;
}

/** Throws ServiceError: no signature, not a whole one, out of time, without the headers that it must hold. */
export function readSignature(request: WireRequest, nowMs: number): Signature {
  const given = givenParts(request);
  const time = parseDateTime(given.date, given.presigned);
  checkTime(time, given, nowMs);
  const signedHeaders = [...new Set(given.signedHeaders.toLowerCase().split(';'))].sort();
  checkSignedHeaders(request, signedHeaders);
  if (given.algorithm !== algorithm) {
    throw incomplete(`Unsupported AWS 'algorithm': '${given.algorithm}' (only ${algorithm} for now). `);
  }
  const { keyId, scope } = readCredential(given.credential, time.dateTime);
  return { keyId, scope, dateTime: time.dateTime, signedHeaders, signature: given.signature };
}

const incomplete = (message: string): ServiceError =>
  new ServiceError('IncompleteSignatureException', message);
const invalid = (message: string): ServiceError => new ServiceError('InvalidSignatureException', message);

function givenParts(request: WireRequest): Given {
  const [, query] = pathAndQuery(request.url);
  const parameters = new Map(queryPairs(query));
  const [header] = headerValues(request, 'authorization');
  const inQuery = parameters.has('X-Amz-Algorithm');
  if (header !== undefined && inQuery) {
    throw invalid("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
  }
  if (inQuery) return fromQuery(parameters);
  if (header?.trim().startsWith('AWS4-')) return fromHeader(header.trim(), request);
  throw new ServiceError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
}

const queryNames = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-SignedHeaders',
  'X-Amz-Date',
];

function fromQuery(parameters: ReadonlyMap<string, string>): Given {
  const missing = queryNames.filter((name) => !parameters.get(name));
  if (missing.length > 0) {
    const texts = missing.map((name) => `AWS query-string parameters must include '${name}'. `);
    throw incomplete(`${texts.join('')}Re-examine the query-string parameters.`);
  }
  const of = (name: string): string => parameters.get(name) ?? '';
  return {
    algorithm: of('X-Amz-Algorithm'),
    credential: of('X-Amz-Credential'),
    signedHeaders: of('X-Amz-SignedHeaders'),
    signature: of('X-Amz-Signature'),
    date: of('X-Amz-Date'),
    expires: parameters.get('X-Amz-Expires'),
    presigned: true,
  };
}

/** AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=… */
function fromHeader(header: string, request: WireRequest): Given {
  const [name = '', ...words] = header.split(/[\s,]+/);
  const parts = new Map<string, string>();
  for (const word of words.filter((text) => text !== '')) {
    const mark = word.indexOf('=');
    if (mark === -1) {
      throw incomplete(
        `'${word}' not a valid key=value pair (missing equal-sign) in Authorization header ${hashed(header)}.`,
      );
    }
    parts.set(word.slice(0, mark), word.slice(mark + 1));
  }
  const [date = headerValues(request, 'date')[0]] = headerValues(request, 'x-amz-date');
  const missing = ['Credential', 'Signature', 'SignedHeaders']
    .filter((part) => !parts.get(part))
    .map((part) => `Authorization header requires '${part}' parameter. `);
  if (!date) {
    missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
  }
  if (missing.length > 0) throw incomplete(`${missing.join('')}${hashed(header)}`);
  return {
    algorithm: name,
    credential: parts.get('Credential') ?? '',
    signedHeaders: parts.get('SignedHeaders') ?? '',
    signature: parts.get('Signature') ?? '',
    date: date ?? '',
    expires: undefined,
    presigned: false,
  };
}

/** AWS shows the header hashed, since it may hold what somebody took for a key. */
const hashed = (header: string): string =>
  `(Hashed with SHA-256 and encoded with Base64) Authorization=${Buffer.from(sha256Hex(header), 'hex').toString('base64')}`;

/** CloudFront, and what stands where it would, add this to a request that was signed before. */
const addedOnTheWay = new Set(['x-amz-cf-id']);

/** The Host, and whatever of AWS's own headers is there: an X-Amz-Target that is not signed could be another one. */
function checkSignedHeaders({ rawHeaders }: WireRequest, signedHeaders: readonly string[]): void {
  const signed = new Set(signedHeaders);
  const refuse = (name: string): ServiceError =>
    invalid(`${name} must be a 'SignedHeader' in the AWS Authorization.`);
  if (!signed.has('host')) throw refuse("'Host' or ':authority'");
  const unsigned = rawHeaders.find((name, index) => {
    const lower = name.toLowerCase();
    return index % 2 === 0 && lower.startsWith('x-amz-') && !signed.has(lower) && !addedOnTheWay.has(lower);
  });
  if (unsigned !== undefined) throw refuse(`'${unsigned}'`);
}

/** keyid/date/region/service/term. Any Region and any service will do: the record is the same in all of them. */
function readCredential(
  credential: string,
  dateTime: string,
): { readonly keyId: string; readonly scope: Scope } {
  const [keyId = '', date = '', region = '', service = '', term, ...more] = credential
    .replace(/\/+$/, '')
    .split('/');
  if (term === undefined || more.length > 0) {
    throw incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  }
  const problems: string[] = [];
  if (!/^[a-z0-9-]+$/.test(region)) {
    problems.push(`Credential should be scoped to a valid region, not '${region}'. `);
  }
  if (!services.has(service)) problems.push("Credential should be scoped to correct service: 'logs'. ");
  if (term !== terminator) {
    problems.push(`Credential should be scoped with a valid terminator: '${terminator}', not '${term}'. `);
  }
  const day = dateTime.slice(0, 8);
  if (date !== day) {
    problems.push(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${day}', from '${dateTime}'.`,
    );
  }
  if (problems.length > 0) throw invalid(problems.join(''));
  return { keyId, scope: { date, region, service } };
}

/** CloudWatch Logs, and its neighbours that clients call at the same address. */
const services = new Set(['logs', 'events', 'monitoring', 'sts', 'ec2']);
