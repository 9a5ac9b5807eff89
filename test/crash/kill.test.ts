// kill -9 at any moment: nothing acknowledged is lost, nothing is doubled when the sender tries again, and the next start
// is quick. Runs the built store in a process of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';

const child = fileURLToPath(new URL('./store-child.mjs', import.meta.url));
const rounds = 4;
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-crash-`);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Lets the child store events and kills it some time after it has begun. Returns the numbers of acknowledged events. */
async function storeAndKill(way: string, first: number, afterMs: number): Promise<Set<number>> {
  const running = spawn(process.execPath, [child, dataDir, way, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged = new Set<number>();
  const lines = createInterface(running.stdout);
  lines.on('line', (line) => {
    if (line === 'ready') setTimeout(() => running.kill('SIGKILL'), afterMs);
    const [, from, to] = /^acknowledged (\d+) (\d+)$/.exec(line) ?? [];
    for (let i = Number(from); i < Number(to); i++) acknowledged.add(i);
  });
  await Promise.all([once(running, 'exit'), once(lines, 'close')]);
  return acknowledged;
}

/** Opens the directory as the next start does; returns how often each event is stored, and how long opening took. */
async function stored(): Promise<{ counts: Map<number, number>; openMs: number }> {
  const started = performance.now();
  const { store, engine } = await openStore({ dataDir, clock: () => 0 });
  const openMs = performance.now() - started;
  const counts = new Map<number, number>();
  for (const group of store.groups()) {
    const text = `SELECT CAST(substr("id", 2) AS INTEGER), count(*) FROM "${group.table}" GROUP BY ALL`;
    const { rows } = await engine.run({ text, parameters: [], constants: {}, columns: [] });
    for (const [id, count] of rows) counts.set(Number(id), Number(count));
  }
  await store.close();
  return { counts, openMs };
}

describe.each(['appendEcs', 'append', 'bulkEcs'])('a process killed while it stores by %s', (way) => {
  it('loses nothing that it acknowledged, and doubles nothing when it starts over', async () => {
    const acknowledged = new Set<number>();
    for (let round = 0; round < rounds; round++) {
      // Every second time the sender begins again with events that are stored already.
      const first = round % 2 === 0 ? round * 100_000 : (round - 1) * 100_000;
      const afterMs = way === 'bulkEcs' ? 1_000 + round * 900 : 20 + round * 230;
      for (const i of await storeAndKill(way, first, afterMs)) acknowledged.add(i);
      const { counts, openMs } = await stored();
      const lost = [...acknowledged].filter((i) => !counts.has(i));
      const doubled = [...counts].filter(([, count]) => count > 1);
      expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
      expect(openMs).toBeLessThan(10_000);
    }
    expect(acknowledged.size).toBeGreaterThan(50);
  });
});
