// How mistakes look: each query of this folder has the drawing of its diagnostics beside it, read and judged by a person.
// A mismatch leaves `<case>-changed.txt`; GOLDEN_ACCEPT=1 takes the new drawing. Without an expectation a case fails.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../../src/language/render.ts';
import { checkQuery } from '../../../src/queries/check-query.ts';
import type { CompileEnvironment } from '../../../src/queries/compile-query.ts';
import type { SavedQuery } from '../../../src/store/saved-query.ts';

const accept = process.env.GOLDEN_ACCEPT === '1';
const at = (name: string): URL => new URL(name, import.meta.url);
const cases = readdirSync(at('.'))
  .filter((name) => name.endsWith('.ql'))
  .map((name) => name.slice(0, -'.ql'.length));

const saved: SavedQuery = {
  id: '1',
  name: 'Errors',
  query: 'filter status >= {{least}} | limit 5',
  logGroups: [],
  parameters: [{ name: 'least' }],
  modifiedMs: 0,
};
const environment: CompileEnvironment = {
  store: {
    groups: () => [],
    group: () => undefined,
    savedQueries: () => [saved],
    lookupTable: () => undefined,
  },
  accountId: '123456789012',
  nowMs: () => 0,
};
const mistakes = (text: string) => checkQuery({ text, logGroups: 'all', startMs: 0, endMs: 0 }, environment);

describe('messages', () => {
  it.each(cases)('%s', (name) => {
    const text = readFileSync(at(`${name}.ql`), 'utf8');
    const drawn = `${renderDiagnostics(text, mistakes(text))}\n`;
    const expected = existsSync(at(`${name}.txt`)) ? readFileSync(at(`${name}.txt`), 'utf8') : '';
    rmSync(at(`${name}-changed.txt`), { force: true });
    if (drawn !== expected) writeFileSync(at(accept ? `${name}.txt` : `${name}-changed.txt`), drawn);
    if (!accept) expect(drawn).toBe(expected);
  });
});
