// Whether a request of the AWS API was signed by somebody who holds a secret that we know.
// First what can be said before the body has come, so that nobody's body is read who has no key at all; then the signature itself.

import { timingSafeEqual } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import { canonicalRequest, headerValues, signatureOf, type WireRequest } from './canonical-request.ts';
import { type AccessKey, type Keyring, sha256Hex } from './credentials.ts';
import { readSignature, type Signature } from './signature.ts';

export interface ClaimedSignature {
  readonly signature: Signature;
  readonly key: AccessKey;
}

/** Throws ServiceError as readSignature does, and when nobody has such a key. */
export function claimedSignature(request: WireRequest, keyring: Keyring, nowMs: number): ClaimedSignature {
  const signature = readSignature(request, nowMs);
  const key = keyring.accessKey(signature.keyId);
  if (key === undefined) throw unrecognized();
  return { signature, key };
}

/** AWS's text for a key, a token or a session that it does not know. */
export const unrecognized = (): ServiceError =>
  new ServiceError('UnrecognizedClientException', 'The security token included in the request is invalid.');

/**
 * Throws ServiceError unless the key signed this request with this body, as it came over the wire.
 * `secure` says that nobody on the way could change the body.
 */
export function verifySignature(
  request: WireRequest,
  { signature, key }: ClaimedSignature,
  body: Uint8Array,
  secure: boolean,
): void {
  const hash = payloadHash(request, body, secure);
  const canonical = canonicalRequest(request, signature.signedHeaders, hash);
  const expected = signatureOf(canonical, signature.dateTime, signature.scope, key.secret);
  if (!sameText(signature.signature, expected)) throw mismatch();
}

const mismatch = (): ServiceError =>
  new ServiceError(
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  );

/** In a time that depends on the lengths alone. */
function sameText(one: string, other: string): boolean {
  const [bytes, others] = [Buffer.from(one), Buffer.from(other)];
  return bytes.length === others.length && timingSafeEqual(bytes, others);
}

/**
 * Always the hash of the body that came: one that the client names is part of what it signed, and says nothing about the body.
 * UNSIGNED-PAYLOAD is taken over TLS only, as SDKs send it only there. Differs: AWS does not say what its Logs service makes of it.
 */
function payloadHash(request: WireRequest, body: Uint8Array, secure: boolean): string {
  const [named] = headerValues(request, 'x-amz-content-sha256');
  if (named?.startsWith('STREAMING-')) {
    throw new ServiceError(
      'InvalidSignatureException',
      `x-amz-content-sha256 ${named}: bodies that are signed chunk by chunk are Amazon S3's; sign the hash of the whole body.`,
    );
  }
  if (named !== 'UNSIGNED-PAYLOAD') return sha256Hex(body);
  if (secure) return named;
  throw new ServiceError(
    'InvalidSignatureException',
    'x-amz-content-sha256 UNSIGNED-PAYLOAD is accepted over TLS only: elsewhere anybody on the way could change the body.',
  );
}
