// Query text -> plan and sources, or a refusal. Everything that can be wrong with a query is found here, before it runs.

import type { Statement } from '../engine/statement.ts';
import { type Diagnostic, errorAt, hasErrors } from '../language/diagnostic.ts';
import { parse } from '../language/index.ts';
import { expandSavedQueries } from '../language/saved-query-expansion.ts';
import { build } from '../plan/build.ts';
import type { QueryPlan } from '../plan/plan.ts';
import type { LookupSchema } from '../plan/scope.ts';
import { type Segment, segmentsOf } from '../plan/segments.ts';
import { compileSegment, type Source } from '../sql/compile.ts';
import { StatementTooLarge } from '../sql/context.ts';
import { duckdb } from '../sql/duckdb.ts';
import type { Store } from '../store/store.ts';
import { findSources } from './find-source.ts';
import { misspeltFields } from './misspelt-fields.ts';
import type { QueryRequest } from './query.ts';

export { UnknownLogGroup } from './find-source.ts';

/** What compiling a query needs to know of its surroundings. */
export interface CompileEnvironment {
  readonly store: Pick<Store, 'group' | 'groups' | 'savedQueries' | 'lookupTable'>;
  /** Wall clock, epoch milliseconds. */
  nowMs(): number;
  /** Stands before the group's name in `@log`. */
  readonly accountId: string;
}

export interface CompiledQuery {
  readonly plan: QueryPlan;
  /** By the index that plans give; the first is the query's own. */
  readonly sources: readonly Source[];
  readonly segments: readonly Segment[];
  /** One per segment. Those after the first stand for no rows: theirs are known when process/ has made them. */
  readonly statements: readonly Statement[];
  readonly warnings: readonly Diagnostic[];
}

/** A query that does not compile: its text and everything found wrong with it. */
export class QueryRejected extends Error {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  constructor(text: string, diagnostics: readonly Diagnostic[]) {
    super(
      diagnostics.find((diagnostic) => diagnostic.severity === 'error')?.message ??
        'the query does not compile',
    );
    this.name = 'QueryRejected';
    this.text = text;
    this.diagnostics = diagnostics;
  }
}

/** Throws QueryRejected and UnknownLogGroup. */
export function compileQuery(request: QueryRequest, environment: CompileEnvironment): CompiledQuery {
  const expansion = expandSavedQueries(request.text, () => environment.store.savedQueries());
  const parsed = parse(expansion.text);
  const built = build({
    query: parsed.query,
    text: expansion.text,
    moment: { nowMs: environment.nowMs(), startMs: request.startMs, endMs: request.endMs },
    limit: request.limit,
    findLookup: (name) => lookupSchema(name, environment),
  });
  const unread = hasErrors(expansion.diagnostics) || hasErrors(parsed.diagnostics);
  const meant = unread
    ? built.diagnostics.filter(standsBeside(parsed.diagnostics.filter(isError)))
    : built.diagnostics;
  const mistakes = [...parsed.diagnostics, ...meant].toSorted(
    (one, other) => one.span.start - other.span.start,
  );
  const diagnostics = [...expansion.diagnostics, ...mistakes.map(expansion.mapDiagnostic)];
  const { plan } = built;
  if (plan === null || hasErrors(diagnostics)) throw new QueryRejected(request.text, diagnostics);
  const found = findSources(plan.sources, request, environment);
  if (hasErrors(found.diagnostics)) {
    throw new QueryRejected(request.text, found.diagnostics.map(expansion.mapDiagnostic));
  }
  const { sources } = found;
  const segments = segmentsOf(plan);
  const statements = writeStatements(request.text, plan, segments, sources);
  const misspelt = misspeltFields(parsed.query, plan, environment.store.groups());
  const warnings = [...diagnostics, ...[...found.diagnostics, ...misspelt].map(expansion.mapDiagnostic)];
  return { plan, sources, segments, statements, warnings };
}

function lookupSchema(name: string, { store }: CompileEnvironment): LookupSchema | undefined {
  const found = store.lookupTable(name);
  if (found === undefined) return undefined;
  const columns = new Map(found.columns.map((column) => [column.name, column.column]));
  return { table: found.table, order: found.orderColumn, columns };
}

function writeStatements(
  text: string,
  plan: QueryPlan,
  segments: readonly Segment[],
  sources: readonly Source[],
): readonly Statement[] {
  try {
    return segments.map((segment) => {
      const input = segment.input === 'events' ? segment.input : { rows: '[]' };
      return compileSegment(plan, segment, input, sources, duckdb);
    });
  } catch (cause) {
    if (!(cause instanceof StatementTooLarge)) throw cause;
    throw new QueryRejected(text, [
      errorAt({ start: 0, end: text.length }, 'nesting-too-deep', cause.message),
    ]);
  }
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** After a mistake of the parser only these mistakes of the plan are real; others may follow from what was not read. */
const independent = new Set([
  'already-defined',
  'aggregate-outside-stats',
  'nested-aggregate',
  'command-order',
]);

function standsBeside(errors: readonly Diagnostic[]): (diagnostic: Diagnostic) => boolean {
  return ({ code, span }) =>
    independent.has(code) &&
    !errors.some((error) => error.span.start < span.end && span.start < error.span.end);
}
