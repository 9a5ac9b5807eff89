// What is wrong with a query, found without running it: for the editor, which asks while somebody types, and for lint.

import type { Diagnostic } from '../language/diagnostic.ts';
import { type CompileEnvironment, compileQuery, QueryRejected } from './compile-query.ts';
import type { QueryRequest } from './query.ts';

/** Errors and warnings; none when the query is right. Throws UnknownLogGroup. */
export function checkQuery(request: QueryRequest, environment: CompileEnvironment): readonly Diagnostic[] {
  try {
    return compileQuery(request, environment).warnings;
  } catch (cause) {
    if (cause instanceof QueryRejected) return cause.diagnostics;
    throw cause;
  }
}
