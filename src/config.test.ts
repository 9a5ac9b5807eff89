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
    expect(text).toContain(`| \`${setting.variable}\` | ${flag} | \`${setting.default}\` |`);
  });
});
