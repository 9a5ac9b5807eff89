// A context for investigations that answers with given rows instead of a database. Every query that is asked must be valid in
// the language, for our engine and for the AWS console alike.

import type { AskedQuery, AskedRow, InvestigationContext } from '../src/investigations/investigation.ts';
import { hasErrors, parse, renderDiagnostics } from '../src/language/index.ts';

export interface FakeContext extends InvestigationContext {
  readonly asked: readonly AskedQuery[];
}

/** Rows by title of the query; a title without rows is answered with none. */
export function fakeContext(
  answers: Readonly<Record<string, readonly AskedRow[]>>,
  nowMs = Date.UTC(2026, 10, 22),
): FakeContext {
  const asked: AskedQuery[] = [];
  return {
    asked,
    nowMs: () => nowMs,
    ask: async (query) => {
      asked.push(query);
      for (const text of [query.query, query.awsQuery ?? query.query]) checkQuery(text);
      if (query.awsQuery?.includes('ecs.')) throw new Error(`ecs.* does not exist on AWS: ${query.awsQuery}`);
      return answers[query.title] ?? [];
    },
  };
}

function checkQuery(text: string): void {
  const { diagnostics } = parse(text);
  if (hasErrors(diagnostics)) throw new Error(renderDiagnostics(text, diagnostics));
}
