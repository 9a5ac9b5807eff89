// One file of a lint run: what is in it and what is wrong with it.

import type { Diagnostic } from '../../language/diagnostic.ts';
import { checkEmbedded } from './check-embedded.ts';
import type { SkippedQuery } from './embedded.ts';
import { extractQueries } from './extract.ts';
import { YamlMistake } from './read-yaml.ts';

export { isLintable } from './extract.ts';

/** A diagnostic at its place in the file. */
export interface Finding extends Diagnostic {
  /** Which query of the file; empty when the file is one. */
  readonly path: string;
}

export interface LintedFile {
  readonly name: string;
  readonly text: string;
  /** Queries that were checked. */
  readonly queries: number;
  readonly findings: readonly Finding[];
  readonly skipped: readonly SkippedQuery[];
  /** Why nothing could be looked for in it. */
  readonly unreadable?: string;
}

export function lintFile(name: string, text: string, nowMs: number): LintedFile {
  try {
    const { queries, skipped } = extractQueries(name, text);
    const findings = queries.flatMap((query) =>
      checkEmbedded(query, text, nowMs).map((diagnostic) => ({ ...diagnostic, path: query.path })),
    );
    return { name, text, queries: queries.length, findings, skipped };
  } catch (cause) {
    if (!(cause instanceof YamlMistake)) throw cause;
    return { name, text, queries: 0, findings: [], skipped: [], unreadable: cause.message };
  }
}
