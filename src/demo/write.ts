// Writes a simulated history as NDJSON, one envelope a line, in order of delivery; the same seed writes the same bytes.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FleetOptions } from './options.ts';
import { simulateFleet } from './simulate.ts';

/** Characters gathered before a write. */
const chunkChars = 1 << 18;

/** Writes every event and leaves the stream open. Answers with the number of events; rejects when the stream fails. */
export async function writeEvents(options: FleetOptions, out: Writable): Promise<number> {
  let chunk = '';
  let count = 0;
  for (const { envelope } of simulateFleet(options)) {
    chunk += `${JSON.stringify(envelope)}\n`;
    count++;
    if (chunk.length < chunkChars) continue;
    if (!out.write(chunk)) await once(out, 'drain');
    chunk = '';
  }
  if (chunk !== '' && !out.write(chunk)) await once(out, 'drain');
  return count;
}

/** Writes a file, replacing it; gzip when its name ends in `.gz`. Answers with the number of events. */
export async function writeEventsFile(options: FleetOptions, path: string): Promise<number> {
  const file = createWriteStream(path);
  if (!path.endsWith('.gz')) {
    const count = await writeEvents(options, file);
    file.end();
    await once(file, 'close');
    return count;
  }
  const gzip = createGzip();
  const written = pipeline(gzip, file);
  const count = await writeEvents(options, gzip);
  gzip.end();
  await written;
  return count;
}
