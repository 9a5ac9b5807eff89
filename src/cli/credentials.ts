// `shiplog credentials`: makes, lists and withdraws the keys and tokens of a server. What it makes is printed once and kept as far
// as a server needs it: the secret of a key, because signatures are computed from it, and only the hash of a token.

import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import type { CredentialsFile } from '../api/auth/credentials-file.ts';
import type { CliEffects } from './effects.ts';
import { failure, wrongCall } from './failure.ts';
import { withExamples } from './options.ts';

const roles = ['ingest', 'read', 'admin'] as const;

interface FileOptions {
  readonly data?: string;
  readonly credentials?: string;
}
interface NameOptions extends FileOptions {
  readonly name: string;
}
interface CreateOptions extends NameOptions {
  readonly role: (typeof roles)[number];
}

export function credentialsCommand(effects: CliEffects): Command {
  const command = new Command('credentials').description(
    'make, list and withdraw the keys and tokens of a server',
  );
  command
    .addCommand(createCommand(effects))
    .addCommand(listCommand(effects))
    .addCommand(deleteCommand(effects));
  return withExamples(command, [
    ['shiplog credentials create --name grafana --role read', 'a key and a token that may query'],
    ['shiplog credentials create --name bus --role ingest > bus.env', 'kept in a file for another program'],
    ['shiplog credentials delete --name grafana', 'it is refused a few seconds later'],
  ]);
}

const part = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .option('--data <dir>', 'data directory (default: SHIPLOG_DATA, or .shiplog in your home directory)')
    .option(
      '--credentials <file>',
      'the file (default: SHIPLOG_CREDENTIALS, or credentials.json in the data directory)',
    );

function createCommand(effects: CliEffects): Command {
  const command = part('create', 'make an access key for AWS clients and a token for everything else')
    .requiredOption('--name <name>', 'who will use them')
    .addOption(
      new Option('--role <role>', 'ingest writes events, read queries, admin does everything')
        .choices(roles)
        .makeOptionMandatory(),
    );
  withExamples(command, [
    ['shiplog credentials create --name ci --role ingest', 'prints them as lines of an environment'],
  ]);
  return command.action((options: CreateOptions) => create(options, effects));
}

function listCommand(effects: CliEffects): Command {
  const command = part('list', 'names, roles and key ids; no secrets');
  withExamples(command, [['shiplog credentials list', 'who may ask the server of your data directory']]);
  return command.action((options: FileOptions) => list(options, effects));
}

function deleteCommand(effects: CliEffects): Command {
  const command = part('delete', 'withdraw the keys and tokens of one name').requiredOption(
    '--name <name>',
    'whose',
  );
  withExamples(command, [
    ['shiplog credentials delete --name ci', 'a running server notices within seconds'],
  ]);
  return command.action((options: NameOptions) => remove(options, effects));
}

/** Loaded when it is needed: it brings the reader of YAML along. */
const filesModule = () => import('../api/auth/credentials-file.ts');

async function place(options: FileOptions, { config }: CliEffects): Promise<string> {
  const { dataDir, credentialsFile } = config({
    dataDir: options.data,
    credentialsFile: options.credentials,
  });
  return credentialsFile ?? join(dataDir, (await filesModule()).credentialsFileName);
}

async function create({ name, role, ...where }: CreateOptions, effects: CliEffects): Promise<void> {
  const { nameRule, readCredentialsFile, writeCredentialsFile, isAbsent } = await filesModule();
  const { newToken, sha256Hex } = await import('../api/auth/credentials.ts');
  if (!nameRule.pattern.test(name)) throw wrongCall(`--name ${name}: ${nameRule.error}`);
  const file = await place(where, effects);
  const isNew = await isAbsent(file);
  const known = isNew ? nobody : await readCredentialsFile(file);
  if (holders(known).some((holder) => holder.name === name)) {
    throw wrongCall(
      `${file} holds credentials of '${name}' already; choose another name, or delete those first.`,
    );
  }
  const key = { id: newKeyId(), secret: randomBytes(30).toString('base64url'), name, role };
  const token = newToken();
  await mkdir(dirname(file), { recursive: true });
  await writeCredentialsFile(file, {
    accessKeys: [...known.accessKeys, key],
    tokens: [...known.tokens, { sha256: sha256Hex(token), name, role }],
  });
  const { terminal } = effects;
  await terminal.out(
    `AWS_ACCESS_KEY_ID=${key.id}\nAWS_SECRET_ACCESS_KEY=${key.secret}\nSHIPLOG_TOKEN=${token}\n`,
  );
  terminal.err(
    `Kept in ${file}; the token is not shown again. AWS clients take the key, everything else the token.\n${
      isNew
        ? 'A server asks for credentials once it is started with this file.\n'
        : 'A server that runs with this file takes them within seconds.\n'
    }`,
  );
}

const nobody: CredentialsFile = { accessKeys: [], tokens: [] };

const holders = ({ accessKeys, tokens }: CredentialsFile) => [...accessKeys, ...tokens];

/** Twenty characters, as AWS's have; none that look alike. */
function newKeyId(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return `SHIPLOG${[...randomBytes(13)].map((byte) => letters[byte % letters.length]).join('')}`;
}

async function list(options: FileOptions, effects: CliEffects): Promise<void> {
  const { readCredentialsFile } = await filesModule();
  const { accessKeys, tokens } = await readCredentialsFile(await place(options, effects));
  const lines = [
    ...accessKeys.map(({ name, role, id }) => `${name}  ${role}  access key ${id}`),
    ...tokens.map(({ name, role }) => `${name}  ${role}  token`),
  ];
  await effects.terminal.out(`${lines.sort().join('\n')}\n`);
}

async function remove({ name, ...where }: NameOptions, effects: CliEffects): Promise<void> {
  const { readCredentialsFile, writeCredentialsFile } = await filesModule();
  const file = await place(where, effects);
  const known = await readCredentialsFile(file);
  const left = {
    accessKeys: known.accessKeys.filter((key) => key.name !== name),
    tokens: known.tokens.filter((token) => token.name !== name),
  };
  const count = holders(known).length - holders(left).length;
  if (count === 0) throw wrongCall(`${file} holds no credentials of '${name}'.`);
  if (holders(left).length === 0) {
    throw failure(
      `These are the last credentials of ${file}, and without any nobody could ask the server. Make others first, or remove the file and start the server again.`,
    );
  }
  await writeCredentialsFile(file, left);
  effects.terminal.err(`Withdrawn from ${file}. A server that runs with it refuses them within seconds.\n`);
}
