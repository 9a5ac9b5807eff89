// inspectRegex says what RE2 says: random patterns are given to both, the RE2 inside DuckDB being the judge.

import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectRegex } from '../../src/language/regex.ts';

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;
let instance: DuckDBInstance;
let connection: Connection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** How large a compiled pattern may get is a setting of the engine, not syntax. */
const tooLarge = /pattern too large/;

async function re2Accepts(pattern: string): Promise<boolean> {
  try {
    await connection.runAndReadAll(`SELECT regexp_matches('x', '${pattern.replaceAll("'", "''")}')`);
    return true;
  } catch (error) {
    if (error instanceof Error && tooLarge.test(error.message)) return true;
    if (error instanceof Error && /Invalid Input|Binder/.test(error.message)) return false;
    throw error;
  }
}

const pieces = fc.constantFrom(
  ...[
    'a',
    'b',
    '-',
    ']',
    '}',
    ',',
    ':',
    '=',
    '!',
    '<',
    '>',
    ' ',
    '日',
    '😀',
    '/',
    '"',
    '#',
    '&',
    '@',
    '_',
    '~',
    '0',
    '8',
  ],
  ...[
    '*',
    '+',
    '?',
    '*?',
    '{2}',
    '{2,}',
    '{1,3}',
    '{3,1}',
    '{,2}',
    '{1001}',
    '{',
    '{500}',
    '{a}',
    '|',
    '^',
    '$',
    '.',
  ],
  ...[
    '(',
    ')',
    '(?:',
    '(?i)',
    '(?i:',
    '(?-s)',
    '(?s-i:',
    '(?U)',
    '(?x)',
    '(?=',
    '(?!',
    '(?<=',
    '(?<!',
    '(?>',
    '(?#',
    '(?|',
    '(?',
    '(?-)',
    '(?)',
  ],
  ...[
    '[',
    '[^',
    '[]',
    '[a-z]',
    '[z-a]',
    '[a-',
    '[\\d-z]',
    '[a-\\d]',
    '[[:alpha:]]',
    '[[:^digit:]-z]',
    '[[:foo:]]',
    '[[:x]',
    '[\\b]',
    '[\\n-\\x20]',
    '[^\\]]',
  ],
  ...[
    '\\',
    '\\d',
    '\\S',
    '\\b',
    '\\B',
    '\\A',
    '\\z',
    '\\Z',
    '\\h',
    '\\k',
    '\\1',
    '\\12',
    '\\0',
    '\\012',
    '\\8',
    '\\x7f',
    '\\x{41}',
    '\\x{110000}',
    '\\x',
    '\\n',
    '\\e',
    '\\u0041',
    '\\/',
    '\\-',
    '\\_',
    '\\ ',
    '\\é',
  ],
  ...[
    '\\pL',
    '\\p{Lu}',
    '\\p{Greek}',
    '\\p{^Han}',
    '\\P{N}',
    '\\p{Letter}',
    '\\pX',
    '\\p{Foo}',
    '\\p',
    '\\Q',
    '\\E',
    '\\Qa+\\E',
    '\\c',
  ],
);
const patterns = fc.array(pieces, { maxLength: 8 }).map((found) => found.join(''));

it('inspectRegex accepts exactly what RE2 accepts', async () => {
  await fc.assert(
    fc.asyncProperty(patterns, async (pattern) => {
      const { problems, positionalPattern, numberedPattern } = inspectRegex(pattern);
      expect(await re2Accepts(positionalPattern)).toBe(problems.length === 0);
      if (problems.length === 0) expect(await re2Accepts(numberedPattern)).toBe(true);
    }),
    { numRuns: 4_000 },
  );
});
