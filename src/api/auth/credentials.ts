// The credentials that a server knows: access keys, which sign requests of the AWS API, and tokens for everything else.
// Secrets of keys are kept as they are, because a signature is computed from them; tokens only as hashes.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Caller, localCaller, type Role } from '../caller.ts';

export interface AccessKey extends Caller {
  readonly id: string;
  readonly secret: string;
}

/** A token has 256 random bits, or is long; so a plain hash, without salt, gives nothing away. */
export interface Token extends Caller {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

export interface Credentials {
  readonly accessKeys: readonly AccessKey[];
  readonly tokens: readonly Token[];
}

export const sha256Hex = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

export const token = (text: string, name: string, role: Role): Token => ({
  sha256: sha256Hex(text),
  name,
  role,
});

/** 256 random bits, with a name in front by which scanners of source code know what they have found. */
export const newToken = (): string => `shiplog_${randomBytes(32).toString('base64url')}`;

/** What a running server asks: read again when its file changes, so that a key is withdrawn without a restart. */
export class Keyring {
  #credentials: Credentials;
  readonly #issued: Token[] = [];
  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  replace(credentials: Credentials): void {
    this.#credentials = credentials;
  }

  /** A token for the programs of whoever runs this server, for as long as it runs. */
  issueLocalToken(): string {
    const text = newToken();
    this.#issued.push(token(text, localCaller.name, localCaller.role));
    return text;
  }

  accessKey(id: string): AccessKey | undefined {
    return this.#credentials.accessKeys.find((key) => key.id === id);
  }

  /** Whose token this is. Every token is compared, and whole, so that the time taken says nothing about any of them. */
  callerOf(text: string): Caller | undefined {
    const sha256 = Buffer.from(sha256Hex(text));
    let caller: Caller | undefined;
    for (const known of [...this.#credentials.tokens, ...this.#issued]) {
      if (timingSafeEqual(Buffer.from(known.sha256), sha256)) caller = known;
    }
    return caller;
  }
}
