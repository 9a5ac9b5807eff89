// The stages of a query in print (`shiplog explain --stage`): a summary, tokens, ast, plan, sql, process, or all of them.

import type { Statement } from '../engine/statement.ts';
import { parse, tokenize } from '../language/index.ts';
import type { Segment } from '../plan/segments.ts';
import { type CompileEnvironment, compileQuery, QueryRejected } from './compile-query.ts';
import { summaryText } from './explain-summary.ts';
import type { QueryRequest } from './query.ts';

export const explainStages = ['summary', 'tokens', 'ast', 'plan', 'sql', 'process', 'all'] as const;
export type ExplainStage = (typeof explainStages)[number];

/** One stage as text. Throws QueryRejected when the query does not get as far as that stage. */
export function explainQuery(
  request: QueryRequest,
  stage: ExplainStage,
  environment: CompileEnvironment,
): string {
  switch (stage) {
    case 'all':
      return explainStages
        .filter((each) => each !== 'all')
        .map((each) => `=== ${each}\n${explainQuery(request, each, environment)}`)
        .join('\n\n');
    case 'summary':
      return summaryText(request.text, compileQuery(request, environment));
    case 'process':
      return processesText(compileQuery(request, environment).segments);
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
      const { statements, segments } = compileQuery(request, environment);
      return statements
        .map((statement, index) => statementText(statement) + processText(segments[index]))
        .join('\n\n');
    }
  }
}

/** What becomes of rows outside of the engine. */
function processesText(segments: readonly Segment[]): string {
  const commands = segments.flatMap(({ process }) => (process === null ? [] : [json(process.command)]));
  return commands.length === 0 ? 'Nothing: the engine answers the whole query.' : commands.join('\n');
}

function statementText({ text, parameters, constants }: Statement): string {
  const values = [
    ...parameters.map((value, index) => `-- $p${index + 1} = ${literal(value)}`),
    ...Object.entries(constants).map(([name, value]) => `-- ${name} = ${literal(value)}`),
  ];
  return [text, ...values].join('\n');
}

/** What happens between two statements. */
function processText(segment: Segment | undefined): string {
  const command = segment?.process?.command;
  return command === undefined
    ? ''
    : `\n-- its rows go through ${command.name}; what comes out is the source of:`;
}

function literal(value: unknown): string {
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
