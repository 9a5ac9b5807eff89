// The events of events.ndjson in a fresh store, with a lookup table for each CSV file beside it. Each line is {"group", "stream",
// "at", "message"}: a message that is a JSON string is that text, any other message is taken as it stands in the line, so that
// `1.50` and `1e3` arrive as written.
// The lines stand in the order of ingestion, which is not quite the order of their times.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenStore, openStore } from '../../src/store/open-store.ts';
import type { SavedQueryDraft } from '../../src/store/saved-query.ts';
import type { Store } from '../../src/store/store.ts';

/** The clock of the fixture: everything is ingested and queried at this moment. */
export const nowMs = Date.parse('2026-06-30T00:00:00.000Z');
export const accountId = '123456789012';

/** Fields with an index, by log group. */
const indexes: Readonly<Record<string, readonly string[]>> = {
  app: ['user', 'status', 'ok', 'v', 'detail-type', 'detail.containers.1.exitCode'],
  web: ['only', 'user'],
};

interface FixtureEvent {
  readonly group: string;
  readonly stream: string;
  readonly timestampMs: number;
  readonly message: string;
}

function eventOf(line: string): FixtureEvent {
  const { group, stream, at } = JSON.parse(line) as Readonly<Record<'group' | 'stream' | 'at', string>>;
  const raw = line.slice(line.indexOf('"message":') + '"message":'.length, line.lastIndexOf('}'));
  const message: string = raw.startsWith('"') ? JSON.parse(raw) : raw;
  return { group, stream, timestampMs: Date.parse(at), message };
}

/** Opens a store with the fixture in it, in a directory of its own that `remove` deletes. */
export async function openFixture(): Promise<OpenStore & { remove(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-golden-'));
  const opened = await openStore({ dataDir, clock: () => nowMs, threads: 2 });
  const lines = readFileSync(new URL('events.ndjson', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const events = lines.map(eventOf);
  for (const group of new Set(events.map((event) => event.group))) {
    const own = events.filter((event) => event.group === group);
    await opened.store.append(
      group,
      own.map(({ message, timestampMs, stream }) => ({ message, timestampMs, logStream: stream })),
    );
  }
  for (const [group, fields] of Object.entries(indexes)) {
    const indexed = fields.map((field) => ({ field, type: 'FIELD_INDEX' as const, sinceMs: nowMs }));
    const indexPolicy = { document: '', updatedMs: nowMs, indexes: indexed };
    await opened.store.changeGroup(group, (settings) => ({ ...settings, indexPolicy }));
  }
  await createLookupTables(opened.store);
  for (const [id, query] of savedQueries().entries()) await opened.store.putSavedQuery(String(id), query);
  return {
    ...opened,
    remove: async () => {
      await opened.store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function savedQueries(): readonly SavedQueryDraft[] {
  const text = readFileSync(new URL('saved-queries.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as Omit<SavedQueryDraft, 'logGroups'>[]).map((draft) => ({
    ...draft,
    logGroups: [],
  }));
}

/** `teams.csv` becomes the table `teams`. */
async function createLookupTables(store: Store): Promise<void> {
  const here = new URL('.', import.meta.url);
  for (const file of readdirSync(here).filter((name) => name.endsWith('.csv'))) {
    const body = readFileSync(new URL(file, here), 'utf8');
    await store.createLookupTable(file.slice(0, -'.csv'.length), { body });
  }
}
