// A result as a file: blocks of rows, a JSON list each, and at the end the state of the query with the place and the checksum
// of every block. A reader needs the end and the blocks that it wants, never the whole; what a crash or a disk did to the
// file is found out by the checksums.
//
//   {"id": …, …}            the query as it was started
//   [["a",null],["b","c"]]  a block
//   {"state": …, "blocks": [{"offset": …, "bytes": …, "rows": …, "crc": …}]}
//   0000000000001234 89abcdef   where the line above begins, and its checksum

import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { QueryState, ResultRow } from '../query.ts';

export interface Block {
  readonly offset: number;
  readonly bytes: number;
  readonly rows: number;
  readonly crc: number;
}

/** What stands at the end of a file. */
export interface ResultEnd {
  readonly state: QueryState;
  readonly blocks: readonly Block[];
}

/** A file that is not as it was written. */
export class DamagedResult extends Error {
  constructor(queryId: string, options?: ErrorOptions) {
    super(`The result of query '${queryId}' is damaged on disk; run the query again`, options);
    this.name = 'DamagedResult';
  }
}

const count = z.int().min(0);
const strings = z.array(z.string());
const requestShape = z.object({
  text: z.string(),
  logGroups: strings.or(z.literal('all')),
  startMs: z.number(),
  endMs: z.number(),
  limit: count.optional(),
});
const stateShape = z.object({
  id: z.string(),
  request: requestShape,
  startedBy: z.string().optional(),
  logGroups: strings,
  status: z.enum(['Scheduled', 'Running', 'Complete', 'Failed', 'Cancelled', 'Timeout']),
  startedMs: z.number(),
  ranMs: z.number().optional(),
  endedMs: z.number().optional(),
  columns: z.array(z.object({ name: z.string(), kind: z.string() })),
  rowCount: count,
  statistics: z.object({
    recordsMatched: z.number(),
    recordsScanned: z.number(),
    bytesScanned: z.number(),
    logGroupsScanned: z.number(),
  }),
  failure: z.string().optional(),
});
const endShape = z.object({
  state: stateShape,
  blocks: z.array(z.object({ offset: count, bytes: count, rows: count, crc: count })),
});

/** Appends to a file. */
export class ResultWriter {
  bytes = 0;
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** `begun` tells of the query in case nothing else is ever written. */
  static async begin(handle: FileHandle, begun: QueryState): Promise<ResultWriter> {
    const writer = new ResultWriter(handle);
    try {
      await writer.#append(line(begun));
      return writer;
    } catch (cause) {
      await handle.close();
      throw cause;
    }
  }

  async addBlock(rows: readonly ResultRow[]): Promise<Block> {
    const text = line(rows);
    const offset = this.bytes;
    await this.#append(text);
    return { offset, bytes: text.length, rows: rows.length, crc: crc32(text) };
  }

  /** Durable when resolved: only now is the file a result. */
  async end(end: ResultEnd): Promise<void> {
    const text = line(end);
    const trailer = `${String(this.bytes).padStart(offsetDigits, '0')} ${hex(crc32(text))}\n`;
    await this.#append(Buffer.concat([text, Buffer.from(trailer)]));
    await this.#handle.sync();
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async #append(bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const position = this.bytes + done;
      done += (await this.#handle.write(bytes, done, bytes.length - done, position)).bytesWritten;
    }
    this.bytes += bytes.length;
  }
}

const offsetDigits = 16;
const trailerBytes = offsetDigits + ' 12345678\n'.length;
/** What is read at first: the end of most files fits. */
const tailBytes = 16_384;

const line = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);
const hex = (crc: number): string => crc.toString(16).padStart(8, '0');

/** The end of a file; undefined when it has none, or not the one that was written. */
export async function readEnd(handle: FileHandle): Promise<ResultEnd | undefined> {
  const { size } = await handle.stat();
  const tail = await read(handle, Math.max(0, size - tailBytes), Math.min(size, tailBytes));
  const found = /(\d{16}) ([\da-f]{8})\n$/.exec(tail.subarray(-trailerBytes).toString('latin1'));
  if (found === null) return undefined;
  const [, offset, crc] = found;
  const bytes = size - trailerBytes - Number(offset);
  if (bytes < 0) return undefined;
  const whole = bytes + trailerBytes <= tail.length;
  const text = whole
    ? tail.subarray(-trailerBytes - bytes, -trailerBytes)
    : await read(handle, Number(offset), bytes);
  if (text.length !== bytes || hex(crc32(text)) !== crc) return undefined;
  return parsed(endShape, text) as ResultEnd | undefined;
}

/** The query as it was when the file was begun; undefined when even that is not there. */
export async function readBegun(handle: FileHandle): Promise<QueryState | undefined> {
  const { size } = await handle.stat();
  for (let bytes = tailBytes; ; bytes *= 4) {
    const head = await read(handle, 0, Math.min(size, bytes));
    const end = head.indexOf('\n');
    if (end !== -1) return parsed(stateShape, head.subarray(0, end)) as QueryState | undefined;
    if (bytes >= size) return undefined;
  }
}

/** The rows of a block; undefined when they are not the ones that were written. */
export async function readBlock(
  handle: FileHandle,
  { offset, bytes, crc }: Block,
): Promise<readonly ResultRow[] | undefined> {
  const text = await read(handle, offset, bytes);
  // The checksum tells that this is what JSON.stringify wrote.
  return text.length === bytes && crc32(text) === crc ? JSON.parse(text.toString()) : undefined;
}

async function read(handle: FileHandle, offset: number, bytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, offset);
  return buffer.subarray(0, bytesRead);
}

function parsed(shape: z.ZodType, text: Buffer): unknown {
  try {
    return shape.safeParse(JSON.parse(text.toString())).data;
  } catch {
    return undefined;
  }
}
