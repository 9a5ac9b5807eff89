// The file of credentials: JSON with `accessKeys` and `tokens`, read whole and checked whole. Every mistake is told with its line
// and column and never with its value, which may be a secret. docs/settings.md shows the format.

import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { isMap, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { credentialsBytesMax, secretCharsLeast } from '../../limits.ts';
import type { Role } from '../caller.ts';
import { type Credentials, token } from './credentials.ts';

/** Its name in a data directory, where it is found without being named. */
export const credentialsFileName = 'credentials.json';

/** The file cannot be read or is wrong; the message has a line for each mistake. */
export class CredentialsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CredentialsError';
  }
}

const text = (pattern: RegExp, error: string) =>
  z.string({ error: 'must be a text' }).regex(pattern, { error });

/** As IAM has the names of users: they stand in ARNs. */
export const nameRule = {
  pattern: /^[\w+=,.@-]{1,64}$/,
  error: 'must be 1 to 64 letters, digits or _+=,.@-',
};
const keyIdRule = { pattern: /^\w{3,128}$/, error: 'must be 3 to 128 letters, digits or _' };
const secretRule = {
  pattern: new RegExp(`^\\S{${secretCharsLeast},256}$`),
  error: `must have ${secretCharsLeast} to 256 characters, none of them a space`,
};

const roles = ['ingest', 'read', 'admin'] as const satisfies readonly Role[];
const holder = {
  name: text(nameRule.pattern, nameRule.error),
  role: z.enum(roles, { error: 'must be ingest, read or admin' }),
};
const object = { error: 'must be an object, {…}' };
const accessKey = z.strictObject(
  {
    id: text(keyIdRule.pattern, keyIdRule.error),
    secret: text(secretRule.pattern, secretRule.error),
    ...holder,
  },
  object,
);
const tokenEntry = z
  .strictObject(
    {
      token: text(secretRule.pattern, secretRule.error).optional(),
      sha256: text(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits, in lower case').optional(),
      ...holder,
    },
    object,
  )
  .refine((entry) => (entry.token === undefined) !== (entry.sha256 === undefined), {
    error: 'must have either token or sha256',
  });
const shape = z.strictObject(
  {
    accessKeys: z.array(accessKey, { error: 'must be a list' }).default([]),
    tokens: z.array(tokenEntry, { error: 'must be a list' }).default([]),
  },
  object,
);

/** What stands in the file; `token` or its hash. */
export type CredentialsFile = z.output<typeof shape>;

/** Throws CredentialsError. */
export async function readCredentialsFile(path: string): Promise<CredentialsFile> {
  return parseCredentials(await contentOf(path), path);
}

export function credentialsOf(file: CredentialsFile): Credentials {
  return {
    accessKeys: file.accessKeys,
    tokens: file.tokens.map(({ token: plain, sha256, name, role }) =>
      sha256 === undefined ? token(plain ?? '', name, role) : { sha256, name, role },
    ),
  };
}

/** Whether there is nothing yet. */
export const isAbsent = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => false,
    (cause: NodeJS.ErrnoException) => cause.code === 'ENOENT',
  );

/** Whether other users of the machine may read it. On Windows a mode says nothing. */
export async function isReadByOthers(path: string): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0;
}

/** Written beside and moved into place, for its owner's eyes only. */
export async function writeCredentialsFile(path: string, file: CredentialsFile): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, path);
}

async function contentOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > credentialsBytesMax)
      throw new CredentialsError(`${path}: has more than ${credentialsBytesMax} bytes`);
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof CredentialsError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${String(code)})`;
    throw new CredentialsError(`${path}: ${reason}`);
  }
}

/** YAML's reader, because it keeps the places of things; every JSON text is YAML. */
export function parseCredentials(content: string, path: string): CredentialsFile {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const [broken] = document.errors;
  if (broken !== undefined) throw new CredentialsError(`${at(broken.pos[0])}: this is not JSON`);
  const placeOf = (member: readonly PropertyKey[]): string => at(startOf(document.contents, member));
  const checked = shape.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (!checked.success) {
    const complaints = checked.error.issues.flatMap((issue) => complaintsOf(issue, placeOf));
    throw new CredentialsError(complaints.join('\n'));
  }
  checkTwice(checked.data, placeOf);
  return checked.data;
}

type PlaceOf = (member: readonly PropertyKey[]) => string;

/** Offset of what stands at `member`, or of the closest thing around it. */
function startOf(root: Node | null, member: readonly PropertyKey[]): number {
  let node: unknown = root;
  let start = root?.range?.[0] ?? 0;
  for (const part of member) {
    if (!isCollection(node)) break;
    node = node.get(part, true);
    start = (node as Node | undefined)?.range?.[0] ?? start;
  }
  return start;
}

const isCollection = (node: unknown): node is { get(part: unknown, keepScalar: true): unknown } =>
  isMap(node) || (typeof node === 'object' && node !== null && 'items' in node && 'get' in node);

function complaintsOf(issue: z.core.$ZodIssue, placeOf: PlaceOf): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${placeOf([...issue.path, key])}: there is no member '${key}' here`);
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const what = issue.path.length === 0 ? 'the file' : memberText(issue.path);
  return [`${placeOf(issue.path)}: ${what} ${missing ? 'is missing' : issue.message}`];
}

/** `accessKeys[1].role`. */
const memberText = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');

/** What no single member shows: the same thing twice. */
function checkTwice(file: CredentialsFile, placeOf: PlaceOf): void {
  const { accessKeys, tokens } = credentialsOf(file);
  const twice = [
    ...repeated(accessKeys.map(({ id }) => id)).map((index) => ['accessKeys', index, 'id']),
    ...repeated(tokens.map(({ sha256 }) => sha256)).map((index) => ['tokens', index]),
  ];
  if (twice.length === 0) return;
  throw new CredentialsError(
    twice.map((member) => `${placeOf(member)}: ${memberText(member)} stands here twice`).join('\n'),
  );
}

const repeated = (values: readonly string[]): readonly number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
