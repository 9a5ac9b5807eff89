// What keeps a running server to those it is meant for: its credentials and its certificate, opened before it listens and read again
// when their files change.

import { Server as HttpsServer } from 'node:https';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { reloadIntervalMs } from '../limits.ts';
import type { Keyring } from './auth/credentials.ts';
import { type CredentialSources, openKeyring } from './auth/open-keyring.ts';
import { watchFiles } from './auth/watch-files.ts';
import { type Certificate, readCertificate, type TlsFiles } from './tls.ts';

export interface ProtectionOptions {
  readonly credentials?: CredentialSources;
  readonly tls?: TlsFiles;
  /** How often the files are looked at. */
  readonly reloadMs?: number;
}

export interface Protection {
  /** Undefined when nobody is asked for credentials. */
  readonly keyring: Keyring | undefined;
  /** Undefined when the server speaks plain HTTP. */
  readonly certificate: Certificate | undefined;
  /** Gives the server every new certificate that the files hold; `renewed` hears of it. */
  follow(server: FastifyInstance, renewed: (certificate: Certificate) => void): void;
  close(): void;
}

/** Throws CredentialsError and TlsError. */
export async function openProtection(options: ProtectionOptions, log: Logger): Promise<Protection> {
  const { credentials = {}, tls, reloadMs = reloadIntervalMs } = options;
  const certificate = tls === undefined ? undefined : await readCertificate(tls);
  const opened = await openKeyring(credentials, log, reloadMs);
  const stops: (() => void)[] = opened === undefined ? [] : [opened.close];
  let closed = false;
  return {
    keyring: opened?.keyring,
    certificate,
    follow(server, renewed) {
      if (tls === undefined) return;
      const stop = watchFiles([tls.certFile, tls.keyFile], reloadMs, () => {
        void renew(server, tls, log).then((read) => {
          if (read !== undefined && !closed) renewed(read);
        });
      });
      stops.push(stop);
    },
    close() {
      closed = true;
      for (const stop of stops) stop();
    },
  };
}

/** Certificate and key change one after the other; in between they do not fit, and the old ones stay. */
async function renew(server: FastifyInstance, tls: TlsFiles, log: Logger): Promise<Certificate | undefined> {
  try {
    const certificate = await readCertificate(tls);
    if (server.server instanceof HttpsServer) server.server.setSecureContext(certificate);
    log.info({ file: tls.certFile }, 'the certificate was read again');
    return certificate;
  } catch (cause) {
    log.error(
      { err: cause },
      'the certificate has changed and cannot be read; the one from before stays in use',
    );
    return undefined;
  }
}
