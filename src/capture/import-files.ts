// Imports files, folders and standard input: what `shiplog import` does, told as counts and reasons.

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../store/store.ts';
import { captureText } from './capture-text.ts';
import { type ImportCounts, importStream, type RejectedAt } from './import-stream.ts';
import { readText, UnreadableSource } from './read-text.ts';

export interface ImportSource {
  /** Files and folders; `-` is `stdin`. Folders are walked in the order of their names; hidden files are left out. */
  readonly paths: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
}

export interface ImportProgress extends ImportCounts {
  readonly file: string;
  readonly files: number;
  readonly bytesRead: number;
  /** Of all files; null when standard input is among them. */
  readonly bytesTotal: number | null;
}

export interface RejectedInFile {
  readonly file: string;
  /** Null when the file as a whole could not be read. */
  readonly line: number | null;
  readonly byteOffset: number | null;
  readonly reason: string;
}

export interface ImportSummary extends ImportCounts {
  readonly files: number;
  /** At most `rejectionsKeptMax`; `rejected` counts all. */
  readonly rejections: readonly RejectedInFile[];
}

const rejectionsKeptMax = 1_000;
const readBytes = 1_048_576;

/** Imports everything that can be imported. Rejects only when the store fails. */
export async function importFiles(
  source: ImportSource,
  store: Pick<Store, 'appendEcs'>,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportSummary> {
  const run = new ImportRun(store, onProgress);
  const files: { path: string; bytes: number | null }[] = [];
  for (const path of source.paths) {
    if (path === '-') files.push({ path, bytes: null });
    else
      for await (const file of walk(path)) {
        if ('reason' in file) run.refuse(file.path, file.reason);
        else files.push(file);
      }
  }
  run.bytesTotal = files.reduce<number | null>(
    (sum, file) => (sum === null || file.bytes === null ? null : sum + file.bytes),
    0,
  );
  for (const { path } of files) {
    const bytes = path === '-' ? source.stdin : createReadStream(path, { highWaterMark: readBytes });
    if (bytes !== undefined) await run.importOne(path === '-' ? 'standard input' : path, bytes);
  }
  return run.summary();
}

type Found =
  | { readonly path: string; readonly bytes: number }
  | { readonly path: string; readonly reason: string };

async function* walk(path: string): AsyncGenerator<Found> {
  try {
    const info = await stat(path);
    if (!info.isDirectory()) {
      yield { path, bytes: info.size };
      return;
    }
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
    for (const name of names) yield* walk(join(path, name));
  } catch (error) {
    yield { path, reason: fileProblem(error) };
  }
}

function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file; check the path';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read; check its permissions';
  return `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

const none: ImportCounts = { read: 0, stored: 0, duplicates: 0, rejected: 0 };

/** The state of one import over all its files. */
class ImportRun {
  bytesTotal: number | null = 0;
  readonly #store: Pick<Store, 'appendEcs'>;
  readonly #onProgress: (progress: ImportProgress) => void;
  readonly #rejections: RejectedInFile[] = [];
  #done: ImportCounts = none;
  #files = 0;
  #bytesRead = 0;

  constructor(store: Pick<Store, 'appendEcs'>, onProgress: (progress: ImportProgress) => void) {
    this.#store = store;
    this.#onProgress = onProgress;
  }

  /** Counts a file that cannot be read as one rejection. */
  refuse(file: string, reason: string): void {
    this.#done = { ...this.#done, rejected: this.#done.rejected + 1 };
    this.#keep({ file, line: null, byteOffset: null, reason });
  }

  async importOne(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    this.#files++;
    let counts = none;
    const report = (now: ImportCounts): void => {
      counts = now;
      const total = sum(this.#done, now);
      this.#onProgress({
        ...total,
        file,
        files: this.#files,
        bytesRead: this.#bytesRead,
        bytesTotal: this.bytesTotal,
      });
    };
    const onRejected = ({ place, reason }: RejectedAt): void => this.#keep({ file, ...place, reason });
    try {
      const text = readText(this.#counted(bytes));
      counts = await importStream(this.#store, captureText(text), onRejected, report);
      this.#done = sum(this.#done, counts);
    } catch (error) {
      this.#done = sum(this.#done, counts);
      if (!isReadError(error)) throw error;
      this.refuse(file, error instanceof UnreadableSource ? error.message : fileProblem(error));
    }
  }

  async *#counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.#bytesRead += chunk.length;
      yield chunk;
    }
  }

  #keep(rejection: RejectedInFile): void {
    if (this.#rejections.length < rejectionsKeptMax) this.#rejections.push(rejection);
  }

  summary(): ImportSummary {
    return { ...this.#done, files: this.#files, rejections: this.#rejections };
  }
}

/** Errors of the file, as against errors of the store. */
function isReadError(error: unknown): boolean {
  return error instanceof UnreadableSource || (error instanceof Error && 'syscall' in error);
}

function sum(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    read: a.read + b.read,
    stored: a.stored + b.stored,
    duplicates: a.duplicates + b.duplicates,
    rejected: a.rejected + b.rejected,
  };
}
