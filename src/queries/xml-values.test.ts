// parse … xml over a real store: what is read, how often, what is too much.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { xmlTextCharsMax } from '../limits.ts';
import { type OpenStore, openStore } from '../store/open-store.ts';
import { QueryStopped } from './query-stopped.ts';
import { runQuery } from './run-query.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-xml-'));
let open: OpenStore;

const orders = Array.from({ length: 300 }, (_, index) => ({
  timestampMs: index,
  message: `<order no="${index}"><total>${index % 7}</total></order>`,
}));

beforeAll(async () => {
  open = await openStore({ dataDir, clock: () => 0 });
  await open.store.append('/xml', orders);
});
afterAll(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

/** Runs a query; `texts` counts what was read as XML. */
async function run(text: string, logGroups = ['/xml']) {
  let texts = 0;
  const counting = (engine: Engine): Engine => ({
    ...engine,
    stream: (statement, take, signal) =>
      engine.stream(
        statement,
        (rows) => {
          if (statement.columns[0]?.name === 'digest') texts += rows.length;
          return take(rows);
        },
        signal,
      ),
    snapshot: (work, signal) => engine.snapshot((inside) => work(counting(inside)), signal),
  });
  const environment = { ...open, engine: counting(open.engine), nowMs: () => 0, accountId: '1' };
  const result = await runQuery({ text, logGroups, startMs: 0, endMs: 1_000 }, environment);
  return { ...result, texts };
}

describe('reads', () => {
  it.each([
    ['texts that are shown, and no others', 'parse xml "/order/@no" as no | limit 20', 20],
    [
      'texts that filters leave',
      'parse xml "/order/@no" as no | filter @message like "no=\\"29" | display no',
      11,
    ],
    ['all of them where a filter asks', 'parse xml "/order/@no" as no | filter no < 5', 300],
    [
      'each once for several paths',
      'parse xml "//total" as t | parse xml "//@no" as no | stats max(no) by t',
      300,
    ],
  ])('%s', async (_name, text, texts) => {
    expect((await run(text)).texts).toBe(texts);
  });
});

it('gives every row its own values', async () => {
  const { rows } = await run(
    'parse xml "//@no" as no | parse xml "//total" as t | sort no desc | limit 3 | display no, t',
  );
  expect(rows.map(([no, total]) => [no, total])).toEqual([
    ['299', '5'],
    ['298', '4'],
    ['297', '3'],
  ]);
});

it('counts what matches also where the rows do not tell', async () => {
  const { statistics } = await run('parse xml "//total" as t | display t | filter t > 4 | dedup t');
  expect(statistics).toMatchObject({ recordsMatched: 85, recordsScanned: 300 });
});

it('misses no event that is stored meanwhile', async () => {
  let stop = false;
  const writing = (async () => {
    for (let time = 0; !stop; time++)
      await open.store.append('/busy', [{ timestampMs: time % 1_000, message: `<e n="${time}"/>` }]);
  })();
  try {
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (let round = 0; round < 20; round++) {
      const { rows } = await run('parse xml "/e/@n" as n | stats count(*) as events, count(n) as found', [
        '/busy',
      ]);
      expect(rows[0]?.[0]).toBe(rows[0]?.[1]);
    }
  } finally {
    stop = true;
    await writing;
  }
});

it('says when there is too much to read', async () => {
  const long = 'x'.repeat(700_000);
  await open.store.append('/long', [{ timestampMs: 1, message: `<a>${long}</a>` }]);
  const cause = await run(`fields concat(@message, @message) as m | parse m xml "/a" as a`, ['/long']).catch(
    (error: unknown) => error,
  );
  expect(cause).toBeInstanceOf(QueryStopped);
  expect((cause as QueryStopped).message).toBe(
    `\`parse … xml\` met a text of more than ${xmlTextCharsMax.toLocaleString('en-US')} characters, the limit for one query. Narrow the time range, or filter or limit the events before it.`,
  );
});
