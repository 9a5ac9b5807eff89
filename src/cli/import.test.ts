// The account of an import in the four formats, and an import that is interrupted.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import { recordedTerminal } from '../../test/recorded-terminal.ts';
import { openApp } from '../app.ts';
import type { ImportSummary } from '../capture/import-files.ts';
import { readConfig } from '../config.ts';
import { renderSummary } from './import.ts';
import { run } from './run.ts';
import type { Style } from './terminal.ts';

const style: Style = { colors: createColors(false), unicode: true, columns: 80 };
const clean: ImportSummary = {
  read: 1,
  stored: 1,
  duplicates: 0,
  rejected: 0,
  files: 1,
  rejections: [],
  interrupted: false,
};
const mixed: ImportSummary = {
  read: 1_234,
  stored: 1_200,
  duplicates: 32,
  rejected: 2,
  files: 3,
  rejections: [
    { file: 'a.json', line: 7, byteOffset: 99, reason: 'no detail-type' },
    { file: 'gone.json', line: null, byteOffset: null, reason: 'there is no such file' },
  ],
  interrupted: false,
};

it('says little when all is well', () => {
  expect(renderSummary(clean, 80, 'table', style)).toBe('1 event recorded, from 1 file in 80 ms.\n');
});

it('names what was refused, and where', () => {
  expect(renderSummary(mixed, 1_500, 'table', style)).toBe(
    [
      '✗ a.json:7: no detail-type',
      '✗ gone.json: there is no such file',
      '1,200 events recorded, 32 known already, 2 refused, from 3 files in 1.5 s.',
      '',
    ].join('\n'),
  );
});

it('shows the first refusals and counts the rest', () => {
  const rejections = Array.from({ length: 12 }, (_, index) => ({
    file: 'a',
    line: index + 1,
    byteOffset: 0,
    reason: 'no',
  }));
  const text = renderSummary({ ...mixed, rejected: 5_000, rejections }, 1, 'table', style);
  expect(text.match(/^✗/gm)).toHaveLength(10);
  expect(text).toContain('and 4,990 more; --format ndjson lists the first thousand');
});

it('lets no control character of a file through', () => {
  const rejections = [{ file: 'a\u001b[2J', line: 1, byteOffset: 0, reason: 'bad\nnews' }];
  expect(renderSummary({ ...mixed, rejections }, 1, 'table', style)).toContain('✗ a[2J:1: bad news\n');
});

it('gives programs all of it', () => {
  const { interrupted: _, ...account } = mixed;
  expect(JSON.parse(renderSummary(mixed, 5, 'json', style))).toEqual({ ...account, durationMs: 5 });
  expect(renderSummary(mixed, 5, 'csv', style)).toBe(
    'file,line,byteOffset,reason\r\na.json,7,99,no detail-type\r\ngone.json,,,there is no such file\r\n',
  );
  expect(renderSummary(mixed, 5, 'ndjson', style).split('\n')).toHaveLength(3);
});

/** An import into a directory of its own, interrupted once so many events have been handed to the store. */
async function imported(events: number, interruptAfter: number) {
  const folder = mkdtempSync(`${tmpdir()}/shiplog-import-`);
  const file = join(folder, 'events.ndjson');
  const line = (i: number) =>
    `{"id":"e${i}","detail-type":"t","source":"aws.ecs","detail":{"clusterArn":"arn:aws:ecs:r:1:cluster/c","text":"${'x'.repeat(400)}"}}\n`;
  writeFileSync(file, Array.from({ length: events }, (_, i) => line(i)).join(''));
  const terminal = recordedTerminal();
  let bulkEvents = 0;
  let recorded = 0;
  const effects = {
    version: '0.0.0',
    terminal,
    config: (flags: Parameters<typeof readConfig>[0]['flags']) =>
      readConfig({ flags, environment: {}, homeDir: folder }),
    openApp: async (config: ReturnType<typeof readConfig>) => {
      const app = await openApp(config);
      const store = Object.create(app.store, {
        bulkEcs: {
          value: () => {
            const load = app.store.bulkEcs();
            return {
              add: (portion: Parameters<typeof load.add>[0]) => {
                bulkEvents += portion.length;
                if (bulkEvents >= interruptAfter) terminal.interrupt();
                return load.add(portion);
              },
              finish: () => load.finish(),
            };
          },
        },
      });
      return {
        ...app,
        store,
        close: async () => {
          recorded = (await app.store.summaries())[0]?.events ?? 0;
          await app.close();
        },
      };
    },
    serve: () => Promise.reject(new Error('not served')),
  };
  const exitCode = await run(['import', file, '--data', join(folder, 'data')], effects);
  rmSync(folder, { recursive: true });
  return { exitCode, bulkEvents, recorded, out: terminal.printed(), err: terminal.complained() };
}

it('loads a directory of its own in bulk', async () => {
  const { exitCode, bulkEvents, recorded, out } = await imported(5_000, Number.POSITIVE_INFINITY);
  expect([exitCode, bulkEvents, recorded]).toEqual([0, 5_000, 5_000]);
  expect(out).toMatch(/^5,000 events recorded, from 1 file in /);
});

it('keeps what it has read when it is interrupted, and says how much that is', async () => {
  const { exitCode, recorded, out, err } = await imported(20_000, 4_096);
  expect(exitCode).toBe(130);
  expect(recorded).toBeGreaterThanOrEqual(4_096);
  expect(recorded).toBeLessThan(20_000);
  expect(out).toBe('');
  expect(err).toBe(
    `shiplog: Interrupted; ${recorded.toLocaleString('en')} events recorded. Import the same again for the rest.\n`,
  );
});
