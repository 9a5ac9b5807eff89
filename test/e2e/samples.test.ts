// Every published and constructed sample event, imported as a user would: stored with its exact text and every leaf path
// queryable, or reported with the reason. Runs where the samples lie beside the checkout.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../../src/capture/import-files.ts';
import type { QueryResult } from '../../src/queries/query.ts';
import { runQuery } from '../../src/queries/run-query.ts';
import { type OpenStore, openStore } from '../../src/store/open-store.ts';

const folder = fileURLToPath(new URL('../../../shared/reference/events', import.meta.url));
const nowMs = Date.parse('2026-11-22T00:00:00Z');

/** Leaf paths and their texts, by a reading of the JSON that shares nothing with the store. */
function leaves(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      leaves(inner, path === '' ? key.replace(/^@/, '@@') : `${path}.${key}`, into);
    }
  } else {
    into.set(path, typeof value === 'boolean' ? String(Number(value)) : String(value));
  }
  return into;
}

describe.runIf(existsSync(folder))('sample events', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-samples-'));
  // The body runs to collect the tests even where they are skipped.
  const files = (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => name.endsWith('.json'))
    .sort();
  let open: OpenStore;
  let rejected: ReadonlyMap<string, string>;

  beforeAll(async () => {
    open = await openStore({ dataDir, clock: () => nowMs });
    const summary = await importFiles({ paths: [folder] }, open.store);
    rejected = new Map(summary.rejections.map(({ file, reason }) => [file, reason]));
  });
  afterAll(async () => {
    await open.store.close();
    rmSync(dataDir, { recursive: true });
  });

  const run = (text: string): Promise<QueryResult> =>
    runQuery(
      { text, logGroups: 'all', startMs: 0, endMs: nowMs },
      { store: open.store, engine: open.engine, nowMs: () => nowMs, accountId: '000000000000' },
    );

  it('are all there, or refused with a reason', async () => {
    const { rows } = await run('fields @message | limit 1000');
    const stored = new Set(rows.map(([message]) => message));
    const lost = files.filter((name) => {
      const text = readFileSync(join(folder, name), 'utf8').trim();
      return !stored.has(text) && rejected.get(join(folder, name)) === undefined;
    });
    expect(lost).toEqual([]);
    expect(rows.length + rejected.size).toBeGreaterThanOrEqual(files.length);
  });

  it('are refused only when they are no events', () => {
    const refused = [...rejected.keys()].filter((file) => file.endsWith('.json'));
    expect(refused.map((file) => file.slice(folder.length + 1)).sort()).toEqual([
      'cloudtrail-create-cluster-record-docs.json',
      'task-two-enis-bare-detail.json',
    ]);
    for (const file of refused) expect(rejected.get(file)).toMatch(/lacks .*"detail-type"/);
  });

  it.each(files)('%s: every path says what the file says', async (name) => {
    const path = join(folder, name);
    if (rejected.has(path)) return expect(rejected.get(path)).not.toBe('');
    const message = readFileSync(path, 'utf8').trim();
    const expected = [...leaves(JSON.parse(message), '', new Map())];
    for (let at = 0; at < expected.length; at += 60) {
      const part = expected.slice(at, at + 60);
      const { columns, rows } = await run(
        `fields @message, ${part.map(([field]) => `\`${field}\``).join(', ')} | limit 1000`,
      );
      const row = rows.find(([text]) => text === message) ?? [];
      const found = new Map(columns.map(({ name: column }, index) => [column, row[index]]));
      for (const [field, text] of part) expect([field, found.get(field)]).toEqual([field, text]);
    }
  });
});
