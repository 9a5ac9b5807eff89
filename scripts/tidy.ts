// The rules of the house that no compiler knows: which folder may import which, no cycles, no dead files, how long things
// may get, how files are called. test/tidy runs them over the tree, and over small trees that break them on purpose.

import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listFiles, readSource, type SourceFile } from './source-file.ts';

export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

export const fileLinesMax = 500;
export const functionLinesMax = 80;

/** Files that were too long when the rule came; may only shrink. Empty, and meant to stay so. */
const longFilesAllowed: Readonly<Record<string, number>> = {};

const belowApi = [
  'language',
  'filter-pattern',
  'plan',
  'sql',
  'process',
  'engine',
  'store',
  'ecs',
  'capture',
  'queries',
  'schedules',
  'investigations',
  'limits',
];

/** What each stage may import besides itself. `types:x` allows imports that vanish at compile time; a path allows that file. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  language: [],
  'filter-pattern': [],
  plan: ['language', 'limits'],
  sql: ['language', 'plan', 'types:engine', 'src/engine/quote-identifier.ts', 'limits'],
  process: ['types:engine', 'types:language', 'limits'],
  engine: ['limits'],
  ecs: [],
  store: ['engine', 'ecs', 'limits'],
  capture: ['store', 'ecs', 'limits'],
  queries: ['language', 'filter-pattern', 'plan', 'sql', 'process', 'engine', 'store', 'limits'],
  schedules: ['language', 'queries', 'store', 'limits'],
  investigations: ['types:queries', 'ecs', 'limits'],
  demo: ['types:ecs'],
  setup: [],
  api: [...belowApi, 'types:app', 'types:config'],
  cli: [
    ...belowApi,
    'demo',
    'setup',
    'src/api/server-file.ts',
    'src/api/auth/credentials.ts',
    'src/api/auth/credentials-file.ts',
    'types:app',
    'config',
    'types:api',
  ],
  limits: [],
  config: ['limits'],
  web: ['language', 'filter-pattern', 'types:*'],
};
/** app.ts composes everything and main.ts starts it; tests, benchmarks and scripts look at what they like. */
const unrestricted = new Set(['app', 'main', 'test', 'bench', 'scripts', 'root']);

/** Packages that only some stages may use, because they are the wall around them; the store writes through the engine's connection. */
const walledPackages: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['engine', 'store'],
  '@aws-sdk/client-sqs': ['capture'],
  fastify: ['api'],
  commander: ['cli'],
};

const bannedNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc', 'shared']);

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('test/');

/** The folder of src/ that a file belongs to, or its top-level folder elsewhere. */
export function stageOf(path: string): string {
  const [top = '', second = '', ...rest] = path.split('/');
  if (second === '') return 'root';
  if (top !== 'src') return top;
  return rest.length > 0 ? second : second.replace(/\.tsx?$/, '');
}

/** The file that an import means, or undefined when it means a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  // Scripts run what was built; for the rules that is the source it was built from.
  return path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts');
}

export function checkDirection(files: readonly SourceFile[]): readonly Violation[] {
  const violations: Violation[] = [];
  for (const file of files) {
    const from = stageOf(file.path);
    if (unrestricted.has(from) || isTest(file.path)) continue;
    for (const { specifier, line, typeOnly } of file.imports) {
      const target = resolveImport(file.path, specifier);
      const problem =
        target === undefined
          ? packageProblem(from, specifier, typeOnly)
          : stageProblem(from, target, typeOnly);
      if (problem !== undefined)
        violations.push({ rule: 'import-direction', path: `${file.path}:${line}`, message: problem });
    }
  }
  return violations;
}

function stageProblem(from: string, target: string, typeOnly: boolean): string | undefined {
  const to = stageOf(target);
  if (from === to) return undefined;
  const may = allowed[from];
  if (may === undefined) return `${from}/ has no row in the table of import directions`;
  if (may.includes(to) || may.includes(target)) return undefined;
  const types = may.includes(`types:${to}`) || may.includes('types:*');
  if (types && typeOnly) return undefined;
  return types ? `${from} may import only types from ${to}` : `${from} may not import ${to}`;
}

function packageProblem(from: string, specifier: string, typeOnly: boolean): string | undefined {
  if (from === 'language' || from === 'filter-pattern')
    return `${from} imports nothing, not even ${specifier}`;
  const owners = Object.entries(walledPackages).find(
    ([name]) => specifier === name || specifier.startsWith(`${name}/`),
  )?.[1];
  if (owners === undefined || owners.includes(from) || typeOnly) return undefined;
  return `only ${owners.join(', ')} may import ${specifier}`;
}

/** Import cycles, each reported once; imports of types count, because they couple readers as much. */
export function checkCycles(files: readonly SourceFile[]): readonly Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const violations: Violation[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      const cycle = [...trail.slice(trail.indexOf(path)), path];
      violations.push({ rule: 'cycle', path, message: cycle.join(' -> ') });
      return;
    }
    if (done.has(path)) return;
    for (const { specifier } of byPath.get(path)?.imports ?? []) {
      const target = resolveImport(path, specifier);
      if (target !== undefined && byPath.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return violations;
}

/** test/build-once.ts is named by vitest.config.ts, not imported. */
const isRoot = (path: string): boolean =>
  /^(test\/build-once\.ts|src\/main\.ts|src\/language\/index\.ts|web\/main\.tsx?|[^/]*\.config\.ts|web\/[^/]*\.config\.ts|bench\/bench\.ts|scripts\/[^/]*\.mjs)$/.test(
    path,
  );

/** Files that nothing reaches: source from the entries, and what only tests use from the tests. */
export function checkDeadFiles(files: readonly SourceFile[]): readonly Violation[] {
  const production = reachable(files, (path) => isRoot(path));
  const all = reachable(files, (path) => isRoot(path) || /\.test\.tsx?$/.test(path));
  return files.flatMap(({ path }) => {
    const ships = /^(src|web)\//.test(path) && !isTest(path);
    if ((ships ? production : all).has(path)) return [];
    const message = ships && all.has(path) ? 'only tests reach this file' : 'nothing reaches this file';
    return [{ rule: 'dead-file', path, message }];
  });
}

function reachable(files: readonly SourceFile[], isEntry: (path: string) => boolean): ReadonlySet<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const queue = files.filter(({ path }) => isEntry(path)).map(({ path }) => path);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const file = byPath.get(path);
    const named = [...(file?.imports ?? []).map(({ specifier }) => specifier), ...(file?.namedFiles ?? [])];
    for (const specifier of named) {
      const target = resolveImport(path, specifier);
      if (target !== undefined && byPath.has(target)) queue.push(target);
    }
  }
  return seen;
}

export function checkSizes(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap((file) => {
    const most = longFilesAllowed[file.path] ?? fileLinesMax;
    const tooLong = file.lines > most ? [`${file.lines} lines; at most ${most}`] : [];
    // The callback of a `describe` holds a table of cases, not logic.
    const long = isTest(file.path) ? [] : file.functions.filter(({ lines }) => lines > functionLinesMax);
    const functions = long.map(
      ({ line, lines }) => `a function of ${lines} lines at line ${line}; at most ${functionLinesMax}`,
    );
    return [...tooLong, ...functions].map((message) => ({ rule: 'length', path: file.path, message }));
  });
}

export function checkManners(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap((file) => {
    const problems: [rule: string, message: string][] = [];
    const name = posix.basename(file.path).split('.')[0] ?? '';
    if (bannedNames.has(name)) problems.push(['name', `"${name}" says nothing; name what is in it`]);
    // A unit test is explained by the source beside it.
    if (!file.opensWithComment && !/^(src|web)\/.*\.test\.tsx?$/.test(file.path))
      problems.push(['opening-comment', 'a file opens by saying what it is for']);
    for (const line of file.anyLines) problems.push(['any', `line ${line}: use unknown and narrow it`]);
    if (file.hasDefaultExport && !/\.config\.ts$/.test(file.path))
      problems.push(['default-export', 'exports have names']);
    return problems.map(([rule, message]) => ({ rule, path: file.path, message }));
  });
}

/** Relative links of a Markdown text whose target `exists` denies. */
export function checkLinks(
  path: string,
  markdown: string,
  exists: (path: string) => boolean,
): readonly Violation[] {
  const prose = markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const violations: Violation[] = [];
  for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^([a-z]+:|#)/i.test(target)) continue;
    const file = posix.join(posix.dirname(path), target.replace(/#.*$/, ''));
    if (!exists(file)) violations.push({ rule: 'link', path, message: `${target} does not exist` });
  }
  return violations;
}

/** Every rule but links, over parsed files. */
export function checkFiles(files: readonly SourceFile[]): readonly Violation[] {
  return [checkDirection, checkCycles, checkDeadFiles, checkSizes, checkManners].flatMap((check) =>
    check(files),
  );
}

/** Every rule over a checkout. */
export function checkTree(root: string): readonly Violation[] {
  const folders = ['src', 'web', 'test', 'bench', 'scripts'].filter((folder) =>
    existsSync(join(root, folder)),
  );
  const paths = folders.flatMap((folder) => listFiles(root, folder, ['.ts', '.tsx', '.mjs']));
  const markdown = [
    ...listFiles(root, 'docs', ['.md']),
    ...['README', 'ARCHITECTURE', 'CONTRIBUTING', 'CHANGELOG'].map((name) => `${name}.md`),
  ];
  const links = markdown
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) =>
      checkLinks(path, readFileSync(join(root, path), 'utf8'), (target) => existsSync(join(root, target))),
    );
  return [...checkFiles([...paths, 'vitest.config.ts'].map((path) => readSource(root, path))), ...links];
}
