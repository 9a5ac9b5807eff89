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
