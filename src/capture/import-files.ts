// Imports files, folders and standard input: what `shiplog import` does, told as counts and reasons.

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { captureText } from './capture-text.ts';
import {
  type CapturedFrom,
  type ImportCounts,
  type ImportTarget,
  importStream,
  type Rejection,
  rejectionsKeptMax,
} from './import-stream.ts';
import { readText, UnreadableSource } from './read-text.ts';

export interface ImportSource {
  /** Files and folders; `-` is `stdin`. Folders are walked in the order of their names; hidden files are left out. */
  readonly paths: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
}

export interface ImportProgress extends ImportCounts {
  /** The file that is being read, and how many were begun. */
  readonly file: string;
  readonly files: number;
  readonly bytesRead: number;
  /** Of all files; null when standard input is among them. */
  readonly bytesTotal: number | null;
}

export interface ImportSummary extends ImportCounts {
  readonly files: number;
  /** At most `rejectionsKeptMax`; `rejected` counts all. */
  readonly rejections: readonly Rejection[];
  /** Whether the signal came before everything was read. */
  readonly interrupted: boolean;
}

const readBytes = 1_048_576;
const stdinName = 'standard input';

/**
 * Imports everything that can be imported. Rejects only when the store fails. When `signal` fires, no more is read; what has
 * been read is stored, so that the counts are true, and a repeated import recognises it.
 */
export async function importFiles(
  source: ImportSource,
  target: ImportTarget,
  onProgress: (progress: ImportProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ImportSummary> {
  const found: Found[] = [];
  for (const path of source.paths) {
    if (path === '-') found.push({ path: stdinName, bytes: null });
    else for await (const file of walk(path)) found.push(file);
  }
  const bytesTotal = found.reduce<number | null>(
    (sum, file) => (sum === null || file.bytes === null ? null : sum + file.bytes),
    0,
  );
  const reading = { file: '', files: 0, bytesRead: 0 };
  const interruption = { signal, came: false };
  const rejections: Rejection[] = [];
  const counts = await importStream(
    target,
    captureFiles(found, source.stdin, reading, interruption),
    (rejection) => {
      if (rejections.length < rejectionsKeptMax) rejections.push(rejection);
    },
    (now) => onProgress({ ...now, ...reading, bytesTotal }),
  );
  return { ...counts, files: reading.files, rejections, interrupted: interruption.came };
}

interface Found {
  readonly path: string;
  /** Null when it cannot be known. */
  readonly bytes: number | null;
  /** Why the file cannot be read. */
  readonly problem?: string;
}

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
    yield { path, bytes: 0, problem: fileProblem(error) };
  }
}

function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file; check the path';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read; check its permissions';
  return `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

interface Interruption {
  readonly signal: AbortSignal | undefined;
  /** Whether it ended the reading. */
  came: boolean;
}

/** The events and problems of all files, one file after the other. Keeps `reading` and `interruption` up to date. */
async function* captureFiles(
  files: readonly Found[],
  stdin: AsyncIterable<Uint8Array> | undefined,
  reading: { file: string; files: number; bytesRead: number },
  interruption: Interruption,
): AsyncGenerator<CapturedFrom> {
  for (const { path, bytes, problem } of files) {
    if (interrupts(interruption)) return;
    if (problem !== undefined) {
      yield { file: path, captured: [{ kind: 'problem', reason: problem }] };
      continue;
    }
    const source = bytes === null ? stdin : createReadStream(path, { highWaterMark: readBytes });
    if (source === undefined) continue;
    reading.file = path;
    reading.files++;
    const counted = eachChunk(source, (chunk) => {
      reading.bytesRead += chunk.length;
    });
    try {
      for await (const captured of captureText(readText(counted))) {
        if (interrupts(interruption)) return;
        yield { file: path, captured };
      }
    } catch (error) {
      // Standard input is closed under its reader.
      if (interrupts(interruption)) return;
      if (!isReadError(error)) throw error;
      const reason = error instanceof UnreadableSource ? error.message : fileProblem(error);
      yield { file: path, captured: [{ kind: 'problem', reason }] };
    }
  }
}

function interrupts(interruption: Interruption): boolean {
  interruption.came ||= interruption.signal?.aborted === true;
  return interruption.came;
}

async function* eachChunk<T>(source: AsyncIterable<T>, visit: (chunk: T) => void): AsyncGenerator<T> {
  for await (const chunk of source) {
    visit(chunk);
    yield chunk;
  }
}

/** Errors of the file, as against errors of our own. */
function isReadError(error: unknown): boolean {
  return error instanceof UnreadableSource || (error instanceof Error && 'syscall' in error);
}
