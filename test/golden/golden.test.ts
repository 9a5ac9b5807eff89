// Runs every query of these folders over the events of events.ndjson and compares with the expectation beside it.
// The expectations were written by hand from the language reference; the first line of each query names the rule that it proves.
// A mismatch leaves `<case>-changed.json` beside the expectation. GOLDEN_ACCEPT=1 takes the new answer where an expectation
// exists already; a new case needs one written by hand first.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryRejected } from '../../src/queries/compile-query.ts';
import { runQuery } from '../../src/queries/run-query.ts';
import { accountId, nowMs, openFixture } from './fixture.ts';
import {
  type Expectation,
  observedError,
  observedResult,
  printExpectation,
  readExpectation,
  requestOf,
} from './golden-case.ts';

const accept = process.env.GOLDEN_ACCEPT === '1';
// messages/ and stages/ have harnesses of their own.
const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['messages', 'stages'].includes(entry.name))
  .map((entry) => entry.name);
const casesOf = (folder: string): readonly string[] =>
  readdirSync(new URL(`${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.ql'))
    .map((name) => name.slice(0, -'.ql'.length));

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.remove());

async function observe(text: string, expected: Expectation): Promise<Expectation> {
  const { store, engine } = fixture;
  const environment = { store, engine, accountId, nowMs: () => nowMs };
  try {
    return observedResult(await runQuery(requestOf(text), environment), expected);
  } catch (error) {
    if (error instanceof QueryRejected) return observedError(text, error.diagnostics, expected);
    throw error;
  }
}

describe.each(folders)('%s', (folder) => {
  it.each(casesOf(folder))('%s', async (name) => {
    const at = (ending: string): URL => new URL(`${folder}/${name}${ending}`, import.meta.url);
    const text = readFileSync(at('.ql'), 'utf8');
    const expected = readExpectation(at('.json'));
    expect(text, 'the first line names the rule').toMatch(/^# .+\n/);
    expect(expected, `write ${folder}/${name}.json by hand first`).toBeDefined();
    if (expected === undefined) return;
    const observed = await observe(text, expected);
    rmSync(at('-changed.json'), { force: true });
    const changed = JSON.stringify(observed) !== JSON.stringify(expected);
    if (changed) writeFileSync(at(accept ? '.json' : '-changed.json'), printExpectation(observed));
    if (!accept) expect(observed).toEqual(expected);
  });
});
