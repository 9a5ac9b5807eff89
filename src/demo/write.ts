// Writes a simulated history as NDJSON, one envelope a line, in order of delivery.

import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { type FleetOptions, simulateFleet } from './simulate.ts';

/** Bytes gathered before a write. */
const chunkChars = 1 << 18;

/** Writes every event and ends the stream's turn, not the stream. Answers with the number of events. */
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
