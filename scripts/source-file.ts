// Source files as the tidy rules see them: imports, functions and comments, read by the parser that vite brings along.
// Knows how files are found and parsed; what is allowed is tidy.ts.

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

export interface ImportedModule {
  readonly specifier: string;
  readonly line: number;
  /** True when the import vanishes at compile time. */
  readonly typeOnly: boolean;
}

export interface FunctionSize {
  readonly line: number;
  readonly lines: number;
}

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly ImportedModule[];
  /** Files named by `new URL('./x', import.meta.url)`: read or run, not imported. */
  readonly namedFiles: readonly string[];
  readonly functions: readonly FunctionSize[];
  /** Lines on which the type `any` is written. */
  readonly anyLines: readonly number[];
  readonly hasDefaultExport: boolean;
  readonly opensWithComment: boolean;
}

const ignoredFolders = new Set(['node_modules', 'dist', 'coverage']);

/** Relative paths of all files below `folder` whose name ends in one of `endings`. */
export function listFiles(root: string, folder: string, endings: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!ignoredFolders.has(entry.name) && !entry.name.startsWith('.'))
        found.push(...listFiles(root, path, endings));
    } else if (endings.some((ending) => entry.name.endsWith(ending))) {
      found.push(path);
    }
  }
  return found.sort();
}

export const readSource = (root: string, path: string): SourceFile =>
  sourceFile(path, readFileSync(join(root, path), 'utf8'));

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Throws when the text does not parse. */
export function sourceFile(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  const [firstError] = parsed.errors;
  if (firstError !== undefined) throw new Error(`${path} does not parse: ${firstError.message}`);
  const lineOf = lineFinder(text);
  const functions: FunctionSize[] = [];
  const anyLines: number[] = [];
  const namedFiles: string[] = [];
  let hasDefaultExport = false;
  const imports = importsOf(parsed.module, text, lineOf);
  walk(parsed.program, (node) => {
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) {
      functions.push({ line: lineOf(node.start), lines: lineOf(node.end) - lineOf(node.start) + 1 });
    } else if (node.type === 'NewExpression') {
      const named = /^new URL\(\s*'(\.[^']*)',\s*import\.meta\.url/.exec(
        text.slice(node.start, node.end),
      )?.[1];
      if (named !== undefined) namedFiles.push(named);
    } else if (node.type === 'TSAnyKeyword') {
      anyLines.push(lineOf(node.start));
    } else if (node.type === 'ExportDefaultDeclaration') {
      hasDefaultExport = true;
    } else if (
      node.type === 'TSImportType' &&
      'source' in node &&
      isNode(node.source) &&
      'value' in node.source
    ) {
      imports.push({ specifier: String(node.source.value), line: lineOf(node.start), typeOnly: true });
    }
  });
  const afterShebang = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0;
  const firstComment = parsed.comments.find((comment) => comment.start >= afterShebang);
  return {
    path,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports,
    namedFiles,
    functions,
    anyLines,
    hasDefaultExport,
    opensWithComment:
      firstComment !== undefined && text.slice(afterShebang, firstComment.start).trim() === '',
  };
}

type ParsedModule = ReturnType<typeof parseSync>['module'];

function importsOf(module: ParsedModule, text: string, lineOf: (offset: number) => number): ImportedModule[] {
  const imports: ImportedModule[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    imports.push({ specifier: moduleRequest.value, line: lineOf(start), typeOnly });
  }
  for (const { entries, start } of module.staticExports) {
    const [first] = entries;
    if (first?.moduleRequest) {
      const typeOnly = entries.every((entry) => entry.isType);
      imports.push({ specifier: first.moduleRequest.value, line: lineOf(start), typeOnly });
    }
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = /^['"`](.*)['"`]$/s.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[1] !== undefined)
      imports.push({ specifier: literal[1], line: lineOf(start), typeOnly: false });
  }
  return imports;
}

function walk(node: object, visit: (node: Node) => void): void {
  if (isNode(node)) visit(node);
  for (const value of Object.values(node)) {
    if (typeof value === 'object' && value !== null) walk(value, visit);
  }
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
