// What is wrong with one query of a file, at its places in the file. Nothing is opened: which log groups, fields, lookup
// tables and saved queries exist is no matter here.

import type { Diagnostic } from '../../language/diagnostic.ts';
import { tokenize } from '../../language/tokenize.ts';
import { checkQuery } from '../../queries/check-query.ts';
import type { CompileEnvironment } from '../../queries/compile-query.ts';
import { defaultGroupSettings } from '../../store/group-settings.ts';
import type { GroupSchema } from '../../store/schema.ts';
import type { EmbeddedQuery } from './embedded.ts';
import { type FilledQuery, fillHoles } from './fill-holes.ts';
import { spanInFile } from './located-text.ts';

/** `file` is the text of the whole file. */
export function checkEmbedded(embedded: EmbeddedQuery, file: string, nowMs: number): readonly Diagnostic[] {
  const filled = fillHoles(
    embedded,
    (text) => check(text, nowMs).filter(({ severity }) => severity === 'error').length,
  );
  return check(filled.query.text, nowMs)
    .filter((diagnostic) => standsWhateverFills(diagnostic, filled))
    .map((diagnostic) => ({ ...diagnostic, span: spanInFile(filled.query, diagnostic.span, file) }));
}

/** A log group of every name. */
const anyGroup = (name: string): GroupSchema => ({
  name,
  table: '',
  groupId: 0,
  createdMs: 0,
  fields: new Map(),
  settings: defaultGroupSettings,
});

/** Everything that would be found wrong with the query before it runs. */
function check(text: string, nowMs: number): readonly Diagnostic[] {
  const environment: CompileEnvironment = {
    store: { groups: () => [], group: anyGroup, savedQueries: () => [], lookupTable: () => undefined },
    nowMs: () => nowMs,
    accountId: '',
  };
  const found = checkQuery({ text, logGroups: 'all', startMs: 0, endMs: nowMs }, environment);
  const unknown = found.filter(({ code }) => notKnownHere.has(code));
  // What is not known here may make names.
  return found.filter(
    (diagnostic) =>
      !unknown.includes(diagnostic) && (unknown.length === 0 || !dependsOnQuery.has(diagnostic.code)),
  );
}

/** Which log groups, saved queries and lookup tables there are, lint does not look up. */
const notKnownHere = new Set([
  'unknown-saved-query',
  'unknown-lookup-table',
  'unknown-lookup-column',
  'no-index',
  'no-log-group',
]);

/** Mistakes that another filling of a hole in the same command could undo. */
const dependsOnCommand = new Set([
  'capture-count',
  'empty-command',
  'missing-parentheses',
  'unexpected-symbol',
  'wrong-argument',
  'wrong-argument-count',
]);
/** … or of a hole anywhere in the query. */
const dependsOnQuery = new Set([
  'already-defined',
  'command-order',
  'not-aggregated',
  'query-too-long',
  'unknown-symbol',
]);

function standsWhateverFills({ code, span }: Diagnostic, { query, holes }: FilledQuery): boolean {
  if (holes.some(({ start, end }) => span.start <= end && start <= span.end)) return false;
  const open = holes.filter((hole) => hole.open);
  if (open.length === 0) return true;
  if (dependsOnQuery.has(code)) return false;
  const pipes = tokenize(query.text).filter(({ kind }) => kind === 'pipe');
  const commandAt = (offset: number): number => pipes.filter((pipe) => pipe.span.start < offset).length;
  return !dependsOnCommand.has(code) || open.every(({ start }) => commandAt(start) !== commandAt(span.start));
}
