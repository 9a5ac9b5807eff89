// The files that `lint` and `fmt` are given: reading them, walking through folders, and what to say when that fails.

import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { failure } from './failure.ts';
import type { Terminal } from './terminal.ts';

export interface QueryFile {
  readonly name: string;
  /** The caller named it; else it was found in a folder. */
  readonly named: boolean;
}

/** The text of a file; `-` is standard input. Throws a failure that names the file. */
export async function readQueryFile(file: string, terminal: Terminal): Promise<string> {
  if (file === '-') return readAll(terminal.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw failure(fileProblem(file, cause), cause);
  }
}

/** The files that paths stand for, folders with everything in them that `wanted` names. Throws a failure that names the path. */
export async function listQueryFiles(
  paths: readonly string[],
  wanted: (name: string) => boolean,
): Promise<readonly QueryFile[]> {
  const found = await Promise.all(paths.map((path) => filesAt(path, wanted)));
  return found.flat();
}

async function filesAt(path: string, wanted: (name: string) => boolean): Promise<readonly QueryFile[]> {
  if (path === '-') return [{ name: path, named: true }];
  try {
    if (!(await stat(path)).isDirectory()) return [{ name: path, named: true }];
    const names = await filesIn(path, wanted);
    return names.map((name) => ({ name, named: false }));
  } catch (cause) {
    throw failure(fileProblem(path, cause), cause);
  }
}

/** In order of their names; without hidden folders and what was installed, and without following links. */
async function filesIn(folder: string, wanted: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inOrder = entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const found = await Promise.all(
    inOrder.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isOwn(entry) ? filesIn(path, wanted) : [];
      return entry.isFile() && wanted(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

const isOwn = ({ name }: Dirent): boolean => !name.startsWith('.') && name !== 'node_modules';

/** What is wrong with a file, from the error of the system call. */
export function fileProblem(file: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return `${file}: there is no such file`;
  if (code === 'EISDIR') return `${file} is a directory`;
  if (code === 'EACCES' || code === 'EPERM') return `${file}: you may not read it`;
  return `${file}: ${cause instanceof Error ? cause.message : String(cause)}`;
}
