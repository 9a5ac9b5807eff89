// Query text -> plan and source, or a refusal. Everything that can be wrong with a query is found here, before it runs.

import type { Statement } from '../engine/statement.ts';
import { type Diagnostic, errorAt, hasErrors } from '../language/diagnostic.ts';
import { parse } from '../language/index.ts';
import { expandSavedQueries } from '../language/saved-query-expansion.ts';
import { build } from '../plan/build.ts';
import type { Plan } from '../plan/plan.ts';
import { compileRows, type Source } from '../sql/compile.ts';
import { StatementTooLarge } from '../sql/context.ts';
import { duckdb } from '../sql/duckdb.ts';
import type { Store } from '../store/store.ts';
import type { QueryRequest } from './query.ts';

/** What compiling a query needs to know of its surroundings. */
export interface CompileEnvironment {
  readonly store: Pick<Store, 'group' | 'groups' | 'savedQueries'>;
  /** Wall clock, epoch milliseconds. */
  nowMs(): number;
  /** Stands before the group's name in `@log`. */
  readonly accountId: string;
}

export interface CompiledQuery {
  readonly plan: Plan;
  readonly source: Source;
  /** Yields the rows. */
  readonly statement: Statement;
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

/** A log group that the request names and the store does not have. */
export class UnknownLogGroup extends Error {
  readonly logGroup: string;
  constructor(logGroup: string) {
    super(`log group ${logGroup} does not exist`);
    this.name = 'UnknownLogGroup';
    this.logGroup = logGroup;
  }
}

/** Throws QueryRejected and UnknownLogGroup. */
export function compileQuery(request: QueryRequest, environment: CompileEnvironment): CompiledQuery {
  const source = findSource(request, environment);
  const expansion = expandSavedQueries(request.text, () => environment.store.savedQueries());
  const parsed = parse(expansion.text);
  const built = build({
    query: parsed.query,
    text: expansion.text,
    moment: { nowMs: environment.nowMs(), startMs: request.startMs, endMs: request.endMs },
    limit: request.limit,
  });
  const unread = hasErrors(expansion.diagnostics) || hasErrors(parsed.diagnostics);
  const meant = unread
    ? built.diagnostics.filter(standsBeside(parsed.diagnostics.filter(isError)))
    : built.diagnostics;
  const found = [...parsed.diagnostics, ...meant].toSorted((one, other) => one.span.start - other.span.start);
  const diagnostics = [...expansion.diagnostics, ...found.map(expansion.mapDiagnostic)];
  if (built.plan === null || hasErrors(diagnostics)) throw new QueryRejected(request.text, diagnostics);
  const statement = writeStatement(request.text, built.plan, source);
  return { plan: built.plan, source, statement, warnings: diagnostics };
}

function writeStatement(text: string, plan: Plan, source: Source): Statement {
  try {
    return compileRows(plan, source, duckdb);
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

function findSource(request: QueryRequest, { store, accountId }: CompileEnvironment): Source {
  const groups =
    request.logGroups === 'all'
      ? store.groups()
      : [...new Set(request.logGroups)].map((name) => {
          const group = store.group(name);
          if (group === undefined) throw new UnknownLogGroup(name);
          return group;
        });
  return { groups, accountId, startMs: request.startMs, endMs: request.endMs };
}
