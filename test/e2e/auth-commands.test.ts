// The command line and a server with credentials and TLS: whoever owns the data directory needs no set-up, everybody else a token.
import { readFileSync, statSync } from 'node:fs';
import { copyFile, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/api/server.ts';
import { startServer } from '../../src/api/server.ts';
import { openApp, serve } from '../../src/app.ts';
import { run } from '../../src/cli/run.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { recordedTerminal } from '../recorded-terminal.ts';
import { taskEvent } from './api-fixture.ts';

const pem = (name: string): string => fileURLToPath(new URL(`./tls/${name}.pem`, import.meta.url));

let home = '';
let closers: (() => Promise<void>)[] = [];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shiplog-commands-'));
});
afterEach(async () => {
  for (const close of closers) await close();
  closers = [];
  await rm(home, { recursive: true });
});

type Environment = Readonly<Record<string, string>>;

const configOf = (
  flags: Partial<Record<keyof Config, string | undefined>>,
  environment: Environment = {},
): Config =>
  readConfig({ flags, environment: { SHIPLOG_LOG_LEVEL: 'silent', ...environment }, homeDir: home });

async function serving(
  flags: Partial<Record<keyof Config, string>> = {},
  environment: Environment = {},
): Promise<RunningServer> {
  const server = await serve(configOf({ port: '0', ...flags }, environment));
  closers.push(server.close);
  return server;
}

async function shiplog(args: readonly string[], environment: Environment = {}) {
  const terminal = recordedTerminal();
  const exitCode = await run(args, {
    version: '1',
    terminal,
    config: (flags) => configOf(flags, environment),
    openApp,
    serve: () => Promise.reject(new Error('not served in this test')),
  });
  return { exitCode, out: terminal.printed(), err: terminal.complained() };
}

const assigned = (lines: string, name: string): string =>
  lines
    .split('\n')
    .find((line) => line.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

describe('credentials', () => {
  it('are made in one line, printed once and found by the server', async () => {
    const made = await shiplog(['credentials', 'create', '--name', 'ci', '--role', 'ingest']);
    expect(made).toMatchObject({ exitCode: 0 });
    expect(made.out).toMatch(
      /^AWS_ACCESS_KEY_ID=SHIPLOG[A-Z2-9]{13}\nAWS_SECRET_ACCESS_KEY=[\w-]{40}\nSHIPLOG_TOKEN=shiplog_[\w-]{43}\n$/,
    );
    const file = join(home, '.shiplog', 'credentials.json');
    expect(made.err).toContain(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const token = assigned(made.out, 'SHIPLOG_TOKEN');
    expect(readFileSync(file, 'utf8')).not.toContain(token);

    const again = await shiplog(['credentials', 'create', '--name', 'ci', '--role', 'read']);
    expect(again).toMatchObject({ exitCode: 2, err: expect.stringContaining("credentials of 'ci' already") });
    expect((await shiplog(['credentials', 'create', '--name', 'me', '--role', 'admin'])).exitCode).toBe(0);
    const listed = await shiplog(['credentials', 'list']);
    expect(listed.out).toMatch(
      /^ci {2}ingest {2}access key SHIPLOG\w+\nci {2}ingest {2}token\nme {2}admin {2}access/,
    );

    const server = await serving();
    expect(server.guarded).toBe(true);
    const asked = await fetch(`${server.url}/ingest/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: taskEvent(1),
    });
    expect(asked.status).toBe(200);
  });

  it('are withdrawn by name, but not the last ones', async () => {
    await shiplog(['credentials', 'create', '--name', 'ci', '--role', 'read']);
    expect(await shiplog(['credentials', 'delete', '--name', 'nobody'])).toMatchObject({ exitCode: 2 });
    expect(await shiplog(['credentials', 'delete', '--name', 'ci'])).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('the last credentials'),
    });
    await shiplog(['credentials', 'create', '--name', 'me', '--role', 'read']);
    expect(await shiplog(['credentials', 'delete', '--name', 'ci'])).toMatchObject({ exitCode: 0 });
    expect((await shiplog(['credentials', 'list'])).out).not.toContain('ci');
  });

  it('have names that can stand in an ARN, and one of three roles', async () => {
    const create = (...args: readonly string[]) => shiplog(['credentials', 'create', ...args]);
    expect(await create('--name', 'two words', '--role', 'read')).toMatchObject({ exitCode: 2 });
    expect(await create('--name', 'x', '--role', 'boss')).toMatchObject({ exitCode: 2 });
    expect(await create('--name', 'x')).toMatchObject({ exitCode: 2 });
  });

  it('that are wrong end serve with a sentence that names the place', async () => {
    const file = join(home, 'keys.json');
    await writeFile(file, '{"tokens": [{}]}');
    await expect(serving({ credentialsFile: file })).rejects.toThrow(
      `${file}:1:13: tokens[0].name is missing`,
    );
    await expect(serving({ credentialsFile: join(home, 'gone') })).rejects.toThrow('there is no such file');
  });
});

describe('an address that other machines reach', () => {
  it('is refused without credentials, and the refusal says what to do', async () => {
    await expect(serving({ host: '0.0.0.0' })).rejects.toThrow(
      'Listening on 0.0.0.0 would let other machines in, and no credentials are configured. Make some with "shiplog credentials create --name me --role admin" and start again, or set SHIPLOG_TOKEN to a long random text; or stay on 127.0.0.1.',
    );
  });

  it('is taken with credentials; the note leads this machine to it', async () => {
    const server = await serving({ host: '0.0.0.0' }, { SHIPLOG_TOKEN: 'a-long-random-text' });
    expect(server.url).toBe(`http://0.0.0.0:${server.port}`);
    const status = await shiplog(['status', '--format', 'json']);
    expect(status).toMatchObject({ exitCode: 0 });
    expect(status.out).toContain(`http://127.0.0.1:${server.port}`);
    const named = await fetch(`http://127.0.0.1:${server.port}/api/v1/status`, {
      headers: { authorization: 'Bearer a-long-random-text', host: 'shiplog.example' },
    });
    expect(named.status).toBe(200);
  });
});

describe('a command', () => {
  async function oneEvent(): Promise<string> {
    const file = join(home, 'event.json');
    await writeFile(file, taskEvent(1));
    return file;
  }

  it('of whoever owns the data directory needs no token', async () => {
    await serving({}, { SHIPLOG_TOKEN: 'a-long-random-text' });
    const note = join(home, '.shiplog', 'server.json');
    expect((await stat(note)).mode & 0o777).toBe(0o600);
    expect(await shiplog(['import', await oneEvent()])).toMatchObject({ exitCode: 0 });
    expect((await shiplog(['query', 'stats count(*) as n', '--format', 'csv'])).out).toBe('n\r\n1\r\n');
  });

  it('of somebody else takes it from SHIPLOG_TOKEN', async () => {
    const { url } = await serving({}, { SHIPLOG_TOKEN: 'a-long-random-text' });
    const status = (environment: Environment) => shiplog(['status', '--server', url], environment);
    expect(await status({})).toMatchObject({ exitCode: 2, err: expect.stringContaining('SHIPLOG_TOKEN') });
    expect(await status({ SHIPLOG_TOKEN: 'another-long-random-text' })).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('does not know this token'),
    });
    expect(await status({ SHIPLOG_TOKEN: 'a-long-random-text' })).toMatchObject({ exitCode: 0 });
  });

  it('that imports needs no more than the role ingest', async () => {
    const made = await shiplog(['credentials', 'create', '--name', 'ci', '--role', 'ingest']);
    const { url } = await serving();
    const token = { SHIPLOG_TOKEN: assigned(made.out, 'SHIPLOG_TOKEN') };
    expect(await shiplog(['import', await oneEvent(), '--server', url], token)).toMatchObject({
      exitCode: 0,
    });
    expect(await shiplog(['query', 'limit 1', '--server', url], token)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("asks for the role 'read', and 'ci' has the role 'ingest'"),
    });
  });
});

describe('TLS', () => {
  const localhost = { tlsCert: pem('localhost.cert'), tlsKey: pem('localhost.key') };

  it('is spoken with a certificate, and trusted by the commands of this machine', async () => {
    const server = await serving({ host: '0.0.0.0', ...localhost }, { SHIPLOG_TOKEN: 'a-long-random-text' });
    expect(server.url).toMatch(/^https:/);
    const status = await shiplog(['status', '--format', 'json']);
    expect(status).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining(`https://127.0.0.1:${server.port}`),
    });
    expect(await shiplog(['status', '--server', `https://localhost:${server.port}`])).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
  });

  it('is trusted on this machine whatever names the certificate holds', async () => {
    await serving({ tlsCert: pem('elsewhere.cert'), tlsKey: pem('elsewhere.key') });
    expect(await shiplog(['status'])).toMatchObject({ exitCode: 0 });
  });

  it('takes a new certificate without a restart', async () => {
    const [certFile, keyFile] = [join(home, 'cert.pem'), join(home, 'key.pem')];
    const put = async (name: string, seconds: number): Promise<void> => {
      await copyFile(pem(`${name}.cert`), certFile);
      await copyFile(pem(`${name}.key`), keyFile);
      for (const file of [certFile, keyFile]) await utimes(file, seconds, seconds);
    };
    await put('localhost', 1_000);
    const app = await openApp(configOf({}));
    closers.push(app.close);
    const server = await startServer(app, {
      host: '127.0.0.1',
      port: 0,
      tls: { certFile, keyFile },
      reloadMs: 20,
    });
    closers.unshift(server.close);
    const names = (): Promise<string | undefined> =>
      new Promise((resolve, reject) => {
        const options = { port: server.port, rejectUnauthorized: false, agent: false, path: '/healthz' };
        const asking = request(options, (response) => {
          response.resume();
          const { socket } = response;
          resolve('getPeerX509Certificate' in socket ? certificateOf(socket) : undefined);
        });
        asking.on('error', reject);
        asking.end();
      });
    expect(await names()).toContain('localhost');
    await put('elsewhere', 2_000);
    await expect.poll(names, { timeout: 10_000 }).toContain('shiplog.example');
    expect(await shiplog(['status'])).toMatchObject({ exitCode: 0 });
  });

  it('needs both files, and files that fit', async () => {
    expect(() => configOf({ tlsCert: pem('localhost.cert') })).toThrow(
      '--tls-cert (SHIPLOG_TLS_CERT) is set and --tls-key (SHIPLOG_TLS_KEY) is not: one is of no use without the other',
    );
    await expect(serving({ ...localhost, tlsKey: pem('elsewhere.key') })).rejects.toThrow(
      /elsewhere\.key\.pem: this is not the key of the certificate/,
    );
  });
});

const certificateOf = (socket: object): string | undefined =>
  (socket as { getPeerX509Certificate(): { subjectAltName: string } | undefined }).getPeerX509Certificate()
    ?.subjectAltName;
