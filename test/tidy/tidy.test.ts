// The tidy rules over this checkout, and over small trees that break each of them, so that we know the rules bite.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../scripts/source-file.ts';
import {
  checkCycles,
  checkDeadFiles,
  checkDirection,
  checkLinks,
  checkManners,
  checkSizes,
  checkTree,
  fileLinesMax,
  functionLinesMax,
  type Violation,
} from '../../scripts/tidy.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('this checkout is tidy', () => {
  const lines = checkTree(root).map(({ rule, path, message }) => `${path}: ${message} (${rule})`);
  expect(lines).toEqual([]);
});

const tree = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => sourceFile(path, text));
const told = (violations: readonly Violation[]) =>
  violations.map(({ path, message }) => `${path}: ${message}`);

describe('import direction', () => {
  const importing = (path: string, statement: string) => told(checkDirection(tree({ [path]: statement })));

  it.each([
    ['src/language/parser.ts', "import { x } from '../plan/build.ts';", 'language may not import plan'],
    ['src/language/parser.ts', "import { x } from 'node:fs';", 'language imports nothing, not even node:fs'],
    ['src/language/a/b.ts', "import type { x } from '../../limits.ts';", 'language may not import limits'],
    ['src/plan/build.ts', "export { x } from '../sql/compile.ts';", 'plan may not import sql'],
    [
      'src/sql/compile.ts',
      "import { x } from '../engine/engine.ts';",
      'sql may import only types from engine',
    ],
    ['src/store/store.ts', "const x = await import('../queries/query.ts');", 'store may not import queries'],
    ['src/ecs/arn.ts', "import { x } from '../store/schema.ts';", 'ecs may not import store'],
    [
      'src/investigations/task.ts',
      "import { runQuery } from '../queries/run-query.ts';",
      'investigations may import only types from queries',
    ],
    ['src/api/server.ts', "import { x } from '../cli/query.ts';", 'api may not import cli'],
    ['src/cli/query.ts', "import { openApp } from '../app.ts';", 'cli may import only types from app'],
    [
      'src/api/server.ts',
      "import { DuckDBInstance } from '@duckdb/node-api';",
      'only engine, store may import @duckdb/node-api',
    ],
    ['src/config.ts', "import { x } from './app.ts';", 'config may not import app'],
    ['web/page.tsx', "import { x } from '../src/store/store.ts';", 'web may import only types from store'],
    [
      'src/novelty/x.ts',
      "import { x } from '../store/store.ts';",
      'novelty/ has no row in the table of import directions',
    ],
  ])('%s: %s', (path, statement, message) => {
    expect(importing(path, statement)).toEqual([`${path}:1: ${message}`]);
  });

  it.each([
    ['src/sql/compile.ts', "import type { Statement } from '../engine/statement.ts';"],
    ['src/sql/compile.ts', "import { type Statement } from '../engine/statement.ts';"],
    ['src/app.ts', "import { x } from './cli/query.ts';"],
    ['src/store/store.test.ts', "import { x } from '../api/server.ts';"],
    ['web/page.tsx', "import type { Finding } from '../src/investigations/finding.ts';"],
    ['web/editor.ts', "import { parse } from '../src/language/index.ts';"],
    [
      'src/plan/build.ts',
      "// import { x } from '../sql/compile.ts';\nconst text = \"import { x } from '../sql/compile.ts'\";",
    ],
  ])('%s may say %s', (path, statement) => expect(importing(path, statement)).toEqual([]));
});

describe('cycles', () => {
  it('finds one through three files, once', () => {
    const files = tree({
      'src/plan/a.ts': "import './b.ts';",
      'src/plan/b.ts': "import type { C } from './c.ts';",
      'src/plan/c.ts': "export * from './a.ts';",
    });
    expect(told(checkCycles(files))).toEqual([
      'src/plan/a.ts: src/plan/a.ts -> src/plan/b.ts -> src/plan/c.ts -> src/plan/a.ts',
    ]);
  });

  it('allows a diamond', () => {
    const files = tree({
      'src/plan/a.ts': "import './b.ts'; import './c.ts';",
      'src/plan/b.ts': "import './d.ts';",
      'src/plan/c.ts': "import './d.ts';",
      'src/plan/d.ts': '',
    });
    expect(checkCycles(files)).toEqual([]);
  });
});

describe('dead files', () => {
  it('finds what no entry reaches, and what only tests reach', () => {
    const files = tree({
      'src/main.ts': "await import('./app.ts');",
      'src/app.ts': '',
      'src/plan/forgotten.ts': "import './also-forgotten.ts';",
      'src/plan/also-forgotten.ts': '',
      'src/plan/tested.ts': '',
      'src/plan/tested.test.ts': "import './tested.ts'; import '../../test/fixture.ts';",
      'test/fixture.ts': "spawn(new URL('./child.mjs', import.meta.url));",
      'test/child.mjs': '',
      'test/unused.ts': '',
      'scripts/run.mjs': "import './setup.mjs'; await import('../dist/sql/built.js');",
      'scripts/setup.mjs': '',
      'src/sql/built.ts': '',
    });
    expect(told(checkDeadFiles(files))).toEqual([
      'src/plan/forgotten.ts: nothing reaches this file',
      'src/plan/also-forgotten.ts: nothing reaches this file',
      'src/plan/tested.ts: only tests reach this file',
      'test/unused.ts: nothing reaches this file',
    ]);
  });
});

describe('sizes', () => {
  const long = (lines: number) => `function f() {\n${'  g();\n'.repeat(lines - 2)}}\n`;

  it('bounds files', () => {
    const files = tree({
      'src/plan/a.ts': '\n'.repeat(fileLinesMax),
      'src/plan/b.ts': '\n'.repeat(fileLinesMax + 1),
    });
    expect(told(checkSizes(files))).toEqual(['src/plan/b.ts: 501 lines; at most 500']);
  });

  it('bounds functions of every form, but not the tables of a test', () => {
    const files = tree({
      'src/plan/a.ts': long(functionLinesMax),
      'src/plan/b.ts': long(functionLinesMax + 1),
      'src/plan/c.ts': `const f = () => {\n${'  g();\n'.repeat(90)}};\n`,
      'src/plan/d.ts': `class A {\n  m() {\n${'  g();\n'.repeat(90)}  }\n}\n`,
      'src/plan/e.test.ts': long(300),
    });
    expect(told(checkSizes(files))).toEqual([
      'src/plan/b.ts: a function of 81 lines at line 1; at most 80',
      'src/plan/c.ts: a function of 92 lines at line 1; at most 80',
      'src/plan/d.ts: a function of 92 lines at line 2; at most 80',
    ]);
  });
});

describe('manners', () => {
  it.each([
    ['src/plan/utils.ts', '// What it is for.\n', '"utils" says nothing; name what is in it'],
    ['src/plan/types.test.ts', '// What it is for.\n', '"types" says nothing; name what is in it'],
    ['src/plan/a.ts', "import './b.ts';\n// Late.\n", 'a file opens by saying what it is for'],
    ['src/plan/a.ts', '// Why.\nconst x: any = 1;\n', 'line 2: use unknown and narrow it'],
    ['src/plan/a.ts', '// Why.\nexport default 1;\n', 'exports have names'],
  ])('%s', (path, text, message) =>
    expect(told(checkManners(tree({ [path]: text })))).toEqual([`${path}: ${message}`]),
  );

  it.each([
    ['scripts/a.mjs', '#!/usr/bin/env node\n// Why.\n'],
    ['src/plan/a.ts', "// any is a word here\nconst any = 'any';\n"],
    ['vitest.config.ts', '// Why.\nexport default {};\n'],
  ])('%s is fine', (path, text) => expect(checkManners(tree({ [path]: text }))).toEqual([]));
});

describe('links', () => {
  const exists = (path: string) => path === 'docs/cli.md' || path === 'README.md';

  it('finds targets that are not there', () => {
    const text =
      'See [a](cli.md), [b](../README.md#start), [c](gone.md), [d](https://example.org), [e](#here), `[f](x.md)`.';
    expect(told(checkLinks('docs/language.md', text, exists))).toEqual([
      'docs/language.md: gone.md does not exist',
    ]);
  });
});
