import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, type ConfigSources, readConfig, settings } from './config.ts';

const sources: ConfigSources = { flags: {}, environment: {}, homeDir: '/home/ada' };
const read = (changes: Partial<ConfigSources>) => readConfig({ ...sources, ...changes });

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({
      dataDir: '/home/ada/.shiplog',
      host: '127.0.0.1',
      port: 7410,
      accountId: '000000000000',
      region: 'us-east-1',
      logLevel: 'info',
      queryTimeoutSeconds: 240,
      memoryMegabytes: 'auto',
      strict: false,
      resultRetentionHours: 168,
      resultMegabytes: 4_096,
    });
  });

  it('takes a flag before a variable before the default', () => {
    const environment = { SHIPLOG_PORT: '8000', SHIPLOG_DATA: '~/events', SHIPLOG_HOST: '' };
    expect(read({ environment })).toMatchObject({
      port: 8000,
      dataDir: '/home/ada/events',
      host: '127.0.0.1',
    });
    expect(read({ environment, flags: { port: '0', dataDir: 'here' } })).toMatchObject({
      port: 0,
      dataDir: 'here',
    });
  });

  it('reads numbers', () => {
    const environment = { SHIPLOG_QUERY_TIMEOUT_SECONDS: '30', SHIPLOG_MEMORY_MEGABYTES: '512' };
    expect(read({ environment })).toMatchObject({ queryTimeoutSeconds: 30, memoryMegabytes: 512 });
  });

  it.each([
    [{ flags: { port: '70000' } }, '--port 70000: must be a port number from 0 to 65535'],
    [{ flags: { port: '80a' } }, '--port 80a: must be a port number from 0 to 65535'],
    [{ environment: { SHIPLOG_PORT: '-1' } }, 'SHIPLOG_PORT -1: must be a port number from 0 to 65535'],
    [
      { environment: { SHIPLOG_ACCOUNT_ID: '12' } },
      'SHIPLOG_ACCOUNT_ID 12: must be twelve digits, as an AWS account',
    ],
    [
      { environment: { SHIPLOG_REGION: 'Mars' } },
      'SHIPLOG_REGION Mars: must be an AWS Region, such as us-east-1',
    ],
    [
      { environment: { SHIPLOG_LOG_LEVEL: 'loud' } },
      'SHIPLOG_LOG_LEVEL loud: must be one of silent, error, warn, info, debug',
    ],
    [
      { environment: { SHIPLOG_QUERY_TIMEOUT_SECONDS: '0' } },
      'SHIPLOG_QUERY_TIMEOUT_SECONDS 0: must be seconds from 1 to 3600',
    ],
    [
      { environment: { SHIPLOG_QUERY_TIMEOUT_SECONDS: '5m' } },
      'SHIPLOG_QUERY_TIMEOUT_SECONDS 5m: must be seconds from 1 to 3600',
    ],
    [
      { environment: { SHIPLOG_MEMORY_MEGABYTES: '8' } },
      'SHIPLOG_MEMORY_MEGABYTES 8: must be auto, or megabytes from 256 to 1048576',
    ],
  ])('refuses %j', (changes, message) => {
    expect(() => read(changes)).toThrow(new ConfigError(message));
  });

  it('reads files and secrets, and knows none by default', () => {
    const environment = {
      SHIPLOG_CREDENTIALS: '~/keys.json',
      SHIPLOG_ACCESS_KEY_ID: 'KEY',
      SHIPLOG_SECRET_ACCESS_KEY: 'a-secret-of-24-characters',
      SHIPLOG_TOKEN: '',
    };
    const { credentialsFile, accessKeyId, secretAccessKey, token, tlsCert } = read({ environment });
    expect([credentialsFile, accessKeyId]).toEqual(['/home/ada/keys.json', 'KEY']);
    expect([secretAccessKey, token, tlsCert]).toEqual(['a-secret-of-24-characters', undefined, undefined]);
  });

  it.each([
    [{ SHIPLOG_TOKEN: 'too-short' }, 'SHIPLOG_TOKEN: must have 16 to 256 characters, none of them a space'],
    [
      { SHIPLOG_ACCESS_KEY_ID: 'KEY', SHIPLOG_SECRET_ACCESS_KEY: 'with a space in it' },
      'SHIPLOG_SECRET_ACCESS_KEY: must have 16 to 256 characters, none of them a space',
    ],
    [
      { SHIPLOG_SECRET_ACCESS_KEY: 'a-secret-of-24-characters' },
      'SHIPLOG_SECRET_ACCESS_KEY is set and SHIPLOG_ACCESS_KEY_ID is not: one is of no use without the other',
    ],
    [
      { SHIPLOG_TLS_KEY: 'key.pem' },
      '--tls-key (SHIPLOG_TLS_KEY) is set and --tls-cert (SHIPLOG_TLS_CERT) is not: one is of no use without the other',
    ],
  ])('refuses %j and shows no secret', (environment, message) => {
    expect(() => read({ environment })).toThrow(new ConfigError(message));
  });

  it('names everything that is wrong at once', () => {
    const environment = { SHIPLOG_PORT: 'x', SHIPLOG_REGION: 'y' };
    expect(() => read({ environment })).toThrow(/SHIPLOG_PORT x: .*\nSHIPLOG_REGION y: /);
  });
});

describe('docs/settings.md', () => {
  const page = new URL('../docs/settings.md', import.meta.url);
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';

  it.each(Object.values(settings))('has a row for $variable', (setting) => {
    const flag = 'flag' in setting ? `\`${setting.flag}\`` : '';
    const usual = setting.default === '' ? '' : `\`${setting.default}\``;
    expect(text).toContain(`| \`${setting.variable}\` | ${flag} | ${usual} |`);
  });
});
