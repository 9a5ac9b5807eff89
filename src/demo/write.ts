// Writes a simulated history as NDJSON, one envelope a line, in order of delivery; the same seed writes the same bytes.

import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FleetOptions } from './options.ts';
import { simulateFleet } from './simulate.ts';

/** Characters gathered before a write. */
const chunkChars = 1 << 18;

function* chunks(options: FleetOptions, onEvent: () => void): Generator<string, void, undefined> {
  let chunk = '';
  for (const { envelope } of simulateFleet(options)) {
    chunk += `${JSON.stringify(envelope)}\n`;
    onEvent();
    if (chunk.length < chunkChars) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Writes every event and leaves the stream open. Answers with the number of events; rejects when the stream fails. */
export async function writeEvents(options: FleetOptions, out: Writable): Promise<number> {
  let count = 0;
  const source = Readable.from(chunks(options, () => count++));
  await pipeline(source, out, { end: false });
  return count;
}

/** Writes a file, replacing it; gzip when its name ends in `.gz`. Answers with the number of events. */
export async function writeEventsFile(options: FleetOptions, path: string): Promise<number> {
  let count = 0;
  const source = Readable.from(chunks(options, () => count++));
  const file = createWriteStream(path);
  if (path.endsWith('.gz')) await pipeline(source, createGzip(), file);
  else await pipeline(source, file);
  return count;
}
