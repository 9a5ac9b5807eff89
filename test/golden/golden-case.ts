// One golden case: a query file, its expectation file, and how the two are read, compared and written.
// Lines `#@ name value` at the top of a query set what a request has beside its text: groups, start, end, limit.
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import type { QueryRequest, QueryResult, QueryStatistics } from '../../src/queries/query.ts';

/** What an expectation file holds. `*` stands for any present value: for `@ptr`, which is opaque. */
export type Expectation =
  | {
      readonly columns: readonly string[];
      /** Only the figures that the case is about. */
      readonly statistics?: Partial<QueryStatistics>;
      readonly rows: readonly (readonly (string | null)[])[];
    }
  | {
      readonly error: {
        /** Begins the message of the first error: AWS's text, where the reference knows one. */
        readonly message?: string;
        /** Begins the piece of the query that the error points to. */
        readonly at?: string;
      };
    };

const defaults = { groups: 'app', start: '2025-12-01T00:00:00.000Z', end: '2026-06-30T00:00:00.000Z' };

/** The request that a query file stands for. */
export function requestOf(text: string): QueryRequest {
  const directives = [...text.matchAll(/^#@ (\w+) (.+)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const settings: Readonly<Record<string, string>> = { ...defaults, ...Object.fromEntries(directives) };
  const { groups = '', start = '', end = '', limit, ...unknown } = settings;
  const surplus = Object.keys(unknown);
  if (surplus.length > 0) throw new Error(`unknown directive ${surplus.join(', ')}`);
  return {
    text,
    logGroups: groups.split(/, */),
    startMs: Date.parse(start),
    endMs: Date.parse(end),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  };
}

/** The expectation beside a query file, or undefined when nobody has written one. */
export function readExpectation(file: URL): Expectation | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Expectation;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A result in the form of `expected`: masked where it masks, with the figures that it names. */
export function observedResult(result: QueryResult, expected: Expectation): Expectation {
  const wanted = 'error' in expected ? undefined : expected;
  const figures = Object.keys(wanted?.statistics ?? {}) as (keyof QueryStatistics)[];
  const columns = result.columns.map(({ name }) => name);
  const masked = (cell: string | null, row: number, column: number): string | null => {
    const mask = columns[column] === '@ptr' || wanted?.rows[row]?.[column] === '*';
    return mask && cell !== null ? '*' : cell;
  };
  return {
    columns,
    ...(figures.length === 0
      ? {}
      : { statistics: Object.fromEntries(figures.map((figure) => [figure, result.statistics[figure]])) }),
    rows: result.rows.map((cells, row) => cells.map((cell, column) => masked(cell, row, column))),
  };
}

/** A refusal in the form of `expected`: of the first error as much as it names, all of it when it names a result. */
export function observedError(
  text: string,
  diagnostics: readonly Diagnostic[],
  expected: Expectation,
): Expectation {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  const message = first?.message ?? '';
  const at = first === undefined ? '' : text.slice(first.span.start, first.span.end);
  if (!('error' in expected)) return { error: { message, at } };
  const { message: wanted, at: place } = expected.error;
  return {
    error: {
      ...(wanted === undefined ? {} : { message: message.startsWith(wanted) ? wanted : message }),
      ...(place === undefined ? {} : { at: at.startsWith(place) ? place : at }),
    },
  };
}

/** The text of an expectation file: a row a line. */
export function printExpectation(expectation: Expectation): string {
  if ('error' in expectation) return `${JSON.stringify(expectation)}\n`;
  const { columns, statistics, rows } = expectation;
  const lines = rows.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
  const figures = statistics === undefined ? '' : `  "statistics": ${JSON.stringify(statistics)},\n`;
  const end = rows.length === 0 ? '' : '\n  ';
  return `{\n  "columns": ${JSON.stringify(columns)},\n${figures}  "rows": [${lines}${end}]\n}\n`;
}
