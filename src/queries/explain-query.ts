// The stages of a query in print: tokens, ast, plan, sql (`shiplog explain --stage`).

import { parse, tokenize } from '../language/index.ts';
import { type CompileEnvironment, compileQuery, QueryRejected } from './compile-query.ts';
import type { QueryRequest } from './query.ts';

export const explainStages = ['tokens', 'ast', 'plan', 'sql'] as const;
export type ExplainStage = (typeof explainStages)[number];

/** One stage as text. Throws QueryRejected when the query does not get as far as that stage. */
export function explainQuery(
  request: QueryRequest,
  stage: ExplainStage,
  environment: CompileEnvironment,
): string {
  switch (stage) {
    case 'tokens':
      return tokenize(request.text)
        .map(
          (token) =>
            `${token.span.start}-${token.span.end}\t${token.kind}\t${request.text.slice(token.span.start, token.span.end)}`,
        )
        .join('\n');
    case 'ast': {
      const { query, diagnostics } = parse(request.text);
      if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) {
        throw new QueryRejected(request.text, diagnostics);
      }
      return json(query);
    }
    case 'plan':
      return json(compileQuery(request, environment).plan);
    case 'sql': {
      const { text, parameters, constants } = compileQuery(request, environment).statement;
      const values = [
        ...parameters.map((value, index) => `-- $p${index + 1} = ${literal(value)}`),
        ...Object.entries(constants).map(([name, value]) => `-- ${name} = ${literal(value)}`),
      ];
      return [text, ...values].join('\n');
    }
  }
}

function literal(value: unknown): string {
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
