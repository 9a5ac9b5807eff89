// The settings: each from its flag, else its environment variable, else its default, read once and checked once.
// With main.ts the only place that looks at the environment. docs/settings.md has a row for every setting.

import { join } from 'node:path';
import { z } from 'zod';
import {
  queryTimeoutMs,
  queryTimeoutSecondsMax,
  resultRetentionHours,
  resultRetentionHoursMax,
  resultsMegabytes,
  secretCharsLeast,
} from './limits.ts';

export interface Config {
  /** Absolute or relative to the working directory; created when absent. */
  readonly dataDir: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The twelve digits in the ARNs that we hand out. */
  readonly accountId: string;
  readonly region: string;
  readonly logLevel: LogLevel;
  readonly queryTimeoutSeconds: number;
  /** Of the engine; 'auto' leaves it to the machine. */
  readonly memoryMegabytes: number | 'auto';
  /** Whether AWS's limits hold where ours are wider. */
  readonly strict?: boolean;
  /** How long results of started queries are kept, and what they may take of the disk. */
  readonly resultRetentionHours?: number;
  readonly resultMegabytes?: number;
  /** Else `credentials.json` in the data directory, when there is one. */
  readonly credentialsFile?: string | undefined;
  /** One access key with the role admin; both or none. */
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
  /** Of a server, a token with the role admin; of a command, the token it sends. */
  readonly token?: string | undefined;
  /** Files in PEM; both, or none for plain HTTP. */
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

interface Setting {
  /** Flag of the command line; settings without one are read from the environment only. */
  readonly flag?: string;
  readonly variable: string;
  /** Empty for none. */
  readonly default: string;
  readonly shape: z.ZodType;
  /** Complaints do not show it. */
  readonly secret?: boolean;
}

const port = z
  .string()
  .regex(/^\d+$/, { error: 'must be a port number from 0 to 65535' })
  .transform(Number)
  .refine((number) => number <= 65_535, { error: 'must be a port number from 0 to 65535' });

const wholeNumber = (least: number, most: number, what: string) =>
  z
    .string()
    .regex(/^\d{1,15}$/, { error: what })
    .transform(Number)
    .refine((number) => number >= least && number <= most, { error: what });

const timeout = wholeNumber(1, queryTimeoutSecondsMax, `must be seconds from 1 to ${queryTimeoutSecondsMax}`);
const retention = wholeNumber(
  1,
  resultRetentionHoursMax,
  `must be hours from 1 to ${resultRetentionHoursMax}`,
);
const resultSpace = wholeNumber(16, 1_048_576, 'must be megabytes from 16 to 1048576');
const megabytes = wholeNumber(256, 1_048_576, 'must be auto, or megabytes from 256 to 1048576');

const flag = z.enum(['0', '1'], { error: 'must be 1 or 0' }).transform((text) => text === '1');
const orNone = (text: string): string | undefined => (text === '' ? undefined : text);
const path = z.string().transform(orNone);
const secret = z
  .string()
  .regex(new RegExp(`^$|^\\S{${secretCharsLeast},256}$`), {
    error: `must have ${secretCharsLeast} to 256 characters, none of them a space`,
  })
  .transform(orNone);

/** Every setting, by its name in Config. */
export const settings = {
  dataDir: { flag: '--data', variable: 'SHIPLOG_DATA', default: '~/.shiplog', shape: z.string() },
  // Which addresses a server without credentials may take is decided where it listens (api/listen.ts).
  host: { flag: '--host', variable: 'SHIPLOG_HOST', default: '127.0.0.1', shape: z.string() },
  port: { flag: '--port', variable: 'SHIPLOG_PORT', default: '7410', shape: port },
  accountId: {
    variable: 'SHIPLOG_ACCOUNT_ID',
    default: '000000000000',
    shape: z.string().regex(/^\d{12}$/, { error: 'must be twelve digits, as an AWS account' }),
  },
  region: {
    variable: 'SHIPLOG_REGION',
    default: 'us-east-1',
    shape: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'must be an AWS Region, such as us-east-1' }),
  },
  logLevel: {
    variable: 'SHIPLOG_LOG_LEVEL',
    default: 'info',
    shape: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }),
  },
  queryTimeoutSeconds: {
    variable: 'SHIPLOG_QUERY_TIMEOUT_SECONDS',
    default: String(queryTimeoutMs / 1_000),
    shape: timeout,
  },
  memoryMegabytes: {
    variable: 'SHIPLOG_MEMORY_MEGABYTES',
    default: 'auto',
    shape: z.literal('auto').or(megabytes),
  },
  strict: { flag: '--strict', variable: 'SHIPLOG_STRICT', default: '0', shape: flag },
  resultRetentionHours: {
    variable: 'SHIPLOG_RESULT_RETENTION_HOURS',
    default: String(resultRetentionHours),
    shape: retention,
  },
  resultMegabytes: {
    variable: 'SHIPLOG_RESULT_MEGABYTES',
    default: String(resultsMegabytes),
    shape: resultSpace,
  },
  credentialsFile: { flag: '--credentials', variable: 'SHIPLOG_CREDENTIALS', default: '', shape: path },
  accessKeyId: {
    variable: 'SHIPLOG_ACCESS_KEY_ID',
    default: '',
    shape: z
      .string()
      .regex(/^$|^\w{3,128}$/, { error: 'must be 3 to 128 letters, digits or _' })
      .transform(orNone),
  },
  secretAccessKey: { variable: 'SHIPLOG_SECRET_ACCESS_KEY', default: '', shape: secret, secret: true },
  token: { variable: 'SHIPLOG_TOKEN', default: '', shape: secret, secret: true },
  tlsCert: { flag: '--tls-cert', variable: 'SHIPLOG_TLS_CERT', default: '', shape: path },
  tlsKey: { flag: '--tls-key', variable: 'SHIPLOG_TLS_KEY', default: '', shape: path },
} as const satisfies Record<keyof Config, Setting>;

/** A setting that does not do; the message names each one, as it was given, and says what it must be. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

export interface ConfigSources {
  /** Values of the flags, by the setting's name. */
  readonly flags: Readonly<Partial<Record<keyof Config, string | undefined>>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
}

const shape = z.object({
  dataDir: settings.dataDir.shape,
  host: settings.host.shape,
  port: settings.port.shape,
  accountId: settings.accountId.shape,
  region: settings.region.shape,
  logLevel: settings.logLevel.shape,
  queryTimeoutSeconds: settings.queryTimeoutSeconds.shape,
  memoryMegabytes: settings.memoryMegabytes.shape,
  strict: settings.strict.shape,
  resultRetentionHours: settings.resultRetentionHours.shape,
  resultMegabytes: settings.resultMegabytes.shape,
  credentialsFile: settings.credentialsFile.shape,
  accessKeyId: settings.accessKeyId.shape,
  secretAccessKey: settings.secretAccessKey.shape,
  token: settings.token.shape,
  tlsCert: settings.tlsCert.shape,
  tlsKey: settings.tlsKey.shape,
});

/** Settings that make no sense without each other. */
const pairs = [
  ['accessKeyId', 'secretAccessKey'],
  ['tlsCert', 'tlsKey'],
] as const;

const paths = ['dataDir', 'credentialsFile', 'tlsCert', 'tlsKey'] as const;

/** Throws ConfigError. An empty variable counts as one that is not set. */
export function readConfig(sources: ConfigSources): Config {
  const given = Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [
      name,
      givenFor(name as keyof Config, setting, sources),
    ]),
  );
  const checked = shape.safeParse(given);
  if (!checked.success) {
    throw new ConfigError(checked.error.issues.map((issue) => complaint(issue, sources)).join('\n'));
  }
  const config: Config = checked.data;
  for (const [one, other] of pairs) {
    const [given, missing] = config[one] === undefined ? [other, one] : [one, other];
    if (config[given] === undefined || config[missing] !== undefined) continue;
    throw new ConfigError(
      `${nameOf(given)} is set and ${nameOf(missing)} is not: one is of no use without the other`,
    );
  }
  const placed = paths.flatMap((name) => {
    const text = config[name];
    return text === undefined ? [] : [[name, inHome(text, sources.homeDir)] as const];
  });
  return { ...config, ...Object.fromEntries(placed) };
}

function nameOf(name: keyof Config): string {
  const { flag, variable }: Setting = settings[name];
  return flag === undefined ? variable : `${flag} (${variable})`;
}

function givenFor(
  name: keyof Config,
  { variable, default: fallback }: Setting,
  sources: ConfigSources,
): string {
  return sources.flags[name] ?? (sources.environment[variable] || fallback);
}

function complaint({ path, message }: z.core.$ZodIssue, sources: ConfigSources): string {
  const name = path[0] as keyof Config;
  const setting: Setting = settings[name];
  const source = sources.flags[name] === undefined ? setting.variable : (setting.flag ?? setting.variable);
  return `${source}${setting.secret === true ? '' : ` ${givenFor(name, setting, sources)}`}: ${message}`;
}

/** A shell expands `~`, a container's environment does not. */
function inHome(path: string, homeDir: string): string {
  return path === '~' || path.startsWith('~/') ? join(homeDir, path.slice(1)) : path;
}
