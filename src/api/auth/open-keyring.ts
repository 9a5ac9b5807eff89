// Puts the credentials of a server together: those of its file, which is read again when it changes, and those of the environment.

import type { Logger } from 'pino';
import { reloadIntervalMs } from '../../limits.ts';
import { type Credentials, Keyring, token } from './credentials.ts';
import { CredentialsError, credentialsOf, isReadByOthers, readCredentialsFile } from './credentials-file.ts';
import { watchFiles } from './watch-files.ts';

export interface CredentialSources {
  readonly file?: string | undefined;
  /** One access key, and one token, with the role admin: enough for a container. */
  readonly accessKey?: { readonly id: string; readonly secret: string } | undefined;
  readonly token?: string | undefined;
}

export interface OpenKeyring {
  readonly keyring: Keyring;
  close(): void;
}

/** Undefined when there are no credentials. Throws CredentialsError. */
export async function openKeyring(
  sources: CredentialSources,
  log: Logger,
  intervalMs: number = reloadIntervalMs,
): Promise<OpenKeyring | undefined> {
  const { file } = sources;
  const own = fromEnvironment(sources);
  if (file === undefined) {
    const none = own.accessKeys.length + own.tokens.length === 0;
    return none ? undefined : { keyring: new Keyring(own), close: () => {} };
  }
  const keyring = new Keyring(joined(own, await credentialsIn(file)));
  if (await isReadByOthers(file)) {
    log.warn({ file }, `other users of this machine can read the credentials: chmod 600 ${file}`);
  }
  const reload = async (): Promise<void> => {
    try {
      keyring.replace(joined(own, await credentialsIn(file)));
      log.info({ file }, 'credentials were read again');
    } catch (cause) {
      log.error(
        { err: cause, file },
        'the credentials have changed and cannot be read; those from before stay in force',
      );
    }
  };
  return { keyring, close: watchFiles([file], intervalMs, () => void reload()) };
}

/** A file without any is a mistake: whoever names one does not want the server to stand open, nor to answer nobody. */
async function credentialsIn(file: string): Promise<Credentials> {
  const credentials = credentialsOf(await readCredentialsFile(file));
  if (credentials.accessKeys.length + credentials.tokens.length > 0) return credentials;
  throw new CredentialsError(
    `${file}: holds no access key and no token, so nobody could ask anything. "shiplog credentials create" adds some.`,
  );
}

const environmentName = 'environment';

const fromEnvironment = ({ accessKey, token: plain }: CredentialSources): Credentials => ({
  accessKeys: accessKey === undefined ? [] : [{ ...accessKey, name: environmentName, role: 'admin' }],
  tokens: plain === undefined ? [] : [token(plain, environmentName, 'admin')],
});

const joined = (one: Credentials, other: Credentials): Credentials => ({
  accessKeys: [...one.accessKeys, ...other.accessKeys],
  tokens: [...one.tokens, ...other.tokens],
});
