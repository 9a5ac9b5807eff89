import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCertificate, TlsError } from './tls.ts';

const at = (name: string): string => fileURLToPath(new URL(`../../test/e2e/tls/${name}`, import.meta.url));
const certFile = at('localhost.cert.pem');
const keyFile = at('localhost.key.pem');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shiplog-tls-'));
  await writeFile(join(folder, 'nonsense.pem'), 'nonsense');
});
afterAll(() => rm(folder, { recursive: true }));

it('reads a certificate and its key', async () => {
  const { cert, key } = await readCertificate({ certFile, keyFile });
  expect(cert).toMatch(/^-----BEGIN CERTIFICATE-----/);
  expect(key).toMatch(/PRIVATE KEY-----/);
});

it.each([
  ['gone.pem', keyFile, /gone\.pem: there is no such file; it should hold the certificate$/],
  [certFile, 'gone.pem', /gone\.pem: there is no such file; it should hold the private key$/],
  ['nonsense.pem', keyFile, /nonsense\.pem: this is no certificate in PEM$/],
  [certFile, 'nonsense.pem', /nonsense\.pem: this is no private key in PEM, or one with a passphrase/],
  [keyFile, keyFile, /localhost\.key\.pem: this is no certificate in PEM$/],
  [certFile, certFile, /localhost\.cert\.pem: this is no private key in PEM/],
  [
    certFile,
    at('elsewhere.key.pem'),
    /elsewhere\.key\.pem: this is not the key of the certificate in .*localhost\.cert\.pem$/,
  ],
  ['.', keyFile, /it cannot be read \(EISDIR\); it should hold the certificate$/],
])('%s with %s is refused', async (cert, key, message) => {
  const inFolder = (name: string): string => (name.startsWith('/') ? name : join(folder, name));
  const read = readCertificate({ certFile: inFolder(cert), keyFile: inFolder(key) });
  await expect(read).rejects.toThrow(TlsError);
  await expect(read).rejects.toThrow(message);
});
