// What is wrong with a query, found without running it: for the editor, which asks while somebody types, and for lint.

import { type Diagnostic, errorAt } from '../language/diagnostic.ts';
import { type CompileEnvironment, compileQuery, QueryRejected, UnknownLogGroup } from './compile-query.ts';
import type { QueryRequest } from './query.ts';

/** Errors and warnings; none when the query is right. */
export function checkQuery(request: QueryRequest, environment: CompileEnvironment): readonly Diagnostic[] {
  try {
    return compileQuery(request, environment).warnings;
  } catch (cause) {
    if (cause instanceof QueryRejected) return cause.diagnostics;
    if (cause instanceof UnknownLogGroup) return [unknownGroup(request.text, cause.logGroup)];
    throw cause;
  }
}

/** A log group of the request stands nowhere in the text. */
function unknownGroup({ length }: string, name: string): Diagnostic {
  const message = `Log group '${name}' does not exist.`;
  return errorAt({ start: 0, end: length }, 'unknown-log-group', message);
}
