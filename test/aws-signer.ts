// The AWS SDK's own signer, for requests that the SDK's clients would not send.

import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';

type Bytes = string | ArrayBuffer | ArrayBufferView;

const bytesOf = (data: Bytes): Buffer => {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data);
};

/** What the signer wants of a hash function. */
class Sha256 {
  readonly #hash: Hash | Hmac;
  constructor(secret?: Bytes) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: Bytes): void {
    this.#hash.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

export interface SignerOptions {
  readonly id: string;
  readonly secret: string;
  readonly service?: string;
  readonly region?: string;
  /** Whether the hash of the body is sent along. */
  readonly applyChecksum?: boolean;
}

export function awsSigner({ id, secret, ...options }: SignerOptions): SignatureV4 {
  const { service = 'logs', region = 'us-east-1', applyChecksum = true } = options;
  const credentials = { accessKeyId: id, secretAccessKey: secret };
  return new SignatureV4({ credentials, region, service, sha256: Sha256, applyChecksum });
}
