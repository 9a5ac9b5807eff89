import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { simulateFleet } from './simulate.ts';
import { writeEvents, writeEventsFile } from './write.ts';

const directory = mkdtempSync(join(tmpdir(), 'shiplog-demo-'));
afterAll(() => rmSync(directory, { recursive: true }));
const options = { seed: 5, endMs: Date.UTC(2026, 10, 22, 18), events: 6000 };

it('writes NDJSON, the same bytes each time, and the same inside gzip', async () => {
  const [plain, again, zipped] = ['a.ndjson', 'b.ndjson', 'c.ndjson.gz'].map((name) =>
    join(directory, name),
  ) as [string, string, string];
  const count = await writeEventsFile(options, plain);
  await writeEventsFile(options, again);
  await writeEventsFile(options, zipped);
  const text = readFileSync(plain, 'utf8');
  expect(readFileSync(again, 'utf8')).toBe(text);
  expect(gunzipSync(readFileSync(zipped)).toString()).toBe(text);

  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(count);
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    [...simulateFleet(options)].map((event) => event.envelope),
  );
});

it('writes to a stream and leaves it open', async () => {
  const chunks: string[] = [];
  const out = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const count = await writeEvents(options, out);
  expect(out.writable).toBe(true);
  expect(chunks.join('').trimEnd().split('\n')).toHaveLength(count);
});

it('fails where it cannot write', async () => {
  await expect(writeEventsFile(options, join(directory, 'missing', 'x.ndjson'))).rejects.toThrow('ENOENT');
  await expect(writeEventsFile(options, join(directory, 'missing', 'x.gz'))).rejects.toThrow('ENOENT');
});
