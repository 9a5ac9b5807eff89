// The set-up that runs before anything is installed: which Node will do, and when sources count as changed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Setup {
  readonly nodeMinimum: readonly number[];
  versionAtLeast(version: string, minimum: readonly number[]): boolean;
  fingerprint(paths: readonly string[]): string;
}
const setup: Setup = await import(new URL('../../scripts/setup.mjs', import.meta.url).href);

it.each([
  ['20.19.0', true],
  ['20.19.1', true],
  ['20.20.0', true],
  ['22.0.0', true],
  ['100.0.0', true],
  ['20.18.3', false],
  ['18.20.8', false],
  ['21.0.0-nightly', true],
])('Node %s will do: %s', (version, expected) => {
  expect(setup.versionAtLeast(version, setup.nodeMinimum)).toBe(expected);
});

describe('fingerprint', () => {
  let folder = '';
  const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'shiplog-setup-'));
    for (const name of ['src', 'src/node_modules', 'dist']) mkdirSync(join(folder, name));
    file('src/a.ts', '1');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const print = () => setup.fingerprint([join(folder, 'src'), join(folder, 'gone')]);

  it('changes with a source, not with what is installed or built', () => {
    const before = print();
    expect(print()).toBe(before);
    file('src/node_modules/x.js', '1');
    file('dist/a.js', '1');
    file('src/.hidden', '1');
    expect(print()).toBe(before);
    file('src/a.ts', '22');
    const after = print();
    expect(after).not.toBe(before);
    file('src/b.ts', '1');
    expect(print()).not.toBe(after);
  });
});
