// File -> the queries in it, by its name; what has no telling name is one query.

import type { EmbeddedQuery, Extracted } from './embedded.ts';
import { findQueries, queryWords } from './find-queries.ts';
import { wholeText } from './located-text.ts';
import { readMarkdown } from './read-markdown.ts';
import { readTerraform } from './read-terraform.ts';
import { readYaml } from './read-yaml.ts';

type Extractor = (text: string) => Extracted;

const data: Extractor = (text) => {
  if (!queryWords.test(text)) return { queries: [], skipped: [] };
  const found = readYaml(wholeText(text)).map((document) => findQueries(document));
  return {
    queries: found.flatMap(({ queries }) => queries),
    skipped: found.flatMap(({ skipped }) => skipped),
  };
};
const terraform: Extractor = (text) =>
  queryWords.test(text) ? findQueries(readTerraform(text)) : { queries: [], skipped: [] };
const markdown: Extractor = (text) => ({ queries: readMarkdown(wholeText(text)), skipped: [] });
const plain: Extractor = (text) => {
  const query: EmbeddedQuery = { path: '', query: wholeText(text), holes: 'template' };
  return { queries: [query], skipped: [] };
};

const byEnding: Readonly<Record<string, Extractor>> = {
  json: data,
  yaml: data,
  yml: data,
  template: data,
  tf: terraform,
  md: markdown,
  ql: plain,
};

/** Files that a walk through a folder looks at. */
export function isLintable(name: string): boolean {
  return endingOf(name) in byEnding;
}

/** True when the file is one query, and not something that may hold queries. */
export function isPlainQuery(name: string, text: string): boolean {
  return extractorOf(name, text) === plain;
}

/** Throws YamlMistake when the file is not what its name says. */
export function extractQueries(name: string, text: string): Extracted {
  return extractorOf(name, text)(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);
}

function extractorOf(name: string, text: string): Extractor {
  const known = byEnding[endingOf(name)];
  if (known !== undefined) return known;
  // No query begins with a brace, so standard input may be a template as well.
  return /^\s*\{/.test(text) && !/^\s*\{\{/.test(text) ? data : plain;
}

function endingOf(name: string): string {
  return /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
