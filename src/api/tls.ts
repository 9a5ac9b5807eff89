// The certificate of a server and its private key, from files in PEM, checked before anything listens.

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export interface TlsFiles {
  /** The certificate, and those of its issuers after it. */
  readonly certFile: string;
  readonly keyFile: string;
}

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A file that is not what it should be; the message names it and says what to do. */
export class TlsError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'TlsError';
  }
}

/** Throws TlsError. */
export async function readCertificate({ certFile, keyFile }: TlsFiles): Promise<Certificate> {
  const cert = await contentOf(certFile, 'certificate');
  const key = await contentOf(keyFile, 'private key');
  const certificate = parsed(() => new X509Certificate(cert), `${certFile}: this is no certificate in PEM`);
  const privateKey = parsed(
    () => createPrivateKey(key),
    `${keyFile}: this is no private key in PEM, or one with a passphrase, which nobody could type here`,
  );
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new TlsError(`${keyFile}: this is not the key of the certificate in ${certFile}`);
  }
  return { cert, key };
}

/** The server's own certificate, in PEM, without those of its issuers. */
export const leafOf = ({ cert }: Certificate): string => new X509Certificate(cert).toString();

async function contentOf(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new TlsError(`${path}: ${reason}; it should hold the ${what}`, cause);
  }
}

function parsed<Value>(parse: () => Value, message: string): Value {
  try {
    return parse();
  } catch (cause) {
    throw new TlsError(message, cause);
  }
}
