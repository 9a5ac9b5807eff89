// The data directory belongs to one process at a time. DuckDB's own file lock decides between processes; `holder.json` beside
// it says who holds it, so that a command can name that process.

import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Holder {
  readonly pid: number;
  readonly sinceMs: number;
}

/** Another process (or another store of this one) has the directory open. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
  readonly dataDir: string;
  readonly holder: Holder | null;

  constructor(dataDir: string, holder: Holder | null) {
    const who = holder === null ? 'another process' : `process ${holder.pid}`;
    super(
      `The data directory ${dataDir} is in use by ${who}. Stop that process or name another directory with --data.`,
    );
    this.dataDir = dataDir;
    this.holder = holder;
  }
}

const holderPath = (dataDir: string): string => join(dataDir, 'holder.json');

/** Who wrote `holder.json` last, or null. The process may be gone: only opening the directory proves that it is held. */
export function readHolder(dataDir: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(holderPath(dataDir), 'utf8'));
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';
}

/** Replaces `holder.json` in one step, so that no reader sees half of it. */
export function writeHolder(dataDir: string, holder: Holder): void {
  const path = holderPath(dataDir);
  writeFileSync(`${path}.new`, `${JSON.stringify(holder)}\n`);
  renameSync(`${path}.new`, path);
}

// The one piece of process-wide state: file locks do not stop one process from opening a file twice, and two DuckDB
// instances over one file would destroy it.
const openHere = new Set<string>();

/** Marks the directory as open in this process, creating it when absent; throws DataDirectoryInUse when it already is. */
export function claimDirectory(dataDir: string): string {
  // Credentials of the API would be for nothing if every user of the machine could read the events here.
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = realpathSync(dataDir);
  if (openHere.has(path)) throw new DataDirectoryInUse(path, readHolder(path));
  openHere.add(path);
  return path;
}

export function releaseDirectory(path: string, wasHolder: boolean): void {
  if (wasHolder) rmSync(holderPath(path), { force: true });
  openHere.delete(path);
}
