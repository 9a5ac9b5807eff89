// `server.json` in the data directory: which server holds it. The command line reads it to find the server instead of
// opening a directory that is taken. A killed server leaves its note behind, so readers ask /healthz before they trust it.

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ServerNote {
  readonly pid: number;
  readonly url: string;
  /** Of a server that asks for credentials: a token for whoever may read this file. */
  readonly token?: string;
  /** Of a server with TLS: its certificate in PEM, since the address here is hardly one that the certificate names. */
  readonly certificate?: string;
}

const pathIn = (dataDir: string): string => join(dataDir, 'server.json');

/** Written beside and moved into place, so that nobody reads half of it; for its owner alone, since it may hold a token. */
export async function writeServerFile(dataDir: string, note: ServerNote): Promise<void> {
  const draft = `${pathIn(dataDir)}.${note.pid}`;
  await rm(draft, { force: true });
  await writeFile(draft, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  await rename(draft, pathIn(dataDir));
}

/** The note as it stands; undefined when there is none or it is not one. */
export async function readServerFile(dataDir: string): Promise<ServerNote | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(pathIn(dataDir), 'utf8'));
    return isNote(note) ? note : undefined;
  } catch {
    return undefined; // absent or torn: nobody serves this directory
  }
}

/** Removes our own note, never that of a server that came after us. */
export async function removeServerFile(dataDir: string, note: ServerNote): Promise<void> {
  const found = await readServerFile(dataDir);
  if (found?.pid === note.pid && found.url === note.url) await rm(pathIn(dataDir), { force: true });
}

function isNote(value: unknown): value is ServerNote {
  if (typeof value !== 'object' || value === null || !('pid' in value) || !('url' in value)) return false;
  const isText = (text: unknown): boolean => text === undefined || typeof text === 'string';
  return (
    typeof value.pid === 'number' &&
    typeof value.url === 'string' &&
    isText('token' in value ? value.token : undefined) &&
    isText('certificate' in value ? value.certificate : undefined)
  );
}
