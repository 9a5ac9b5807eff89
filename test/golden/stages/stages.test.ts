// What becomes of a query on its way: each query of this folder has beside it its tree without spans (`.ast.json`), its plan
// (`.plan.json`) and its statements with their parameters (`.sql`), and what was found wrong or doubtful with it, if anything was
// (`.diagnostics.json`). Each was read and judged by a person.
// A mismatch leaves `<case>-changed.…`; GOLDEN_ACCEPT=1 takes the new text. Without an expectation a case fails.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/language/ast.ts';
import type { Diagnostic } from '../../../src/language/diagnostic.ts';
import { hasErrors } from '../../../src/language/diagnostic.ts';
import { parse } from '../../../src/language/parser.ts';
import type { Step } from '../../../src/plan/plan.ts';
import { checkQuery } from '../../../src/queries/check-query.ts';
import { compileQuery } from '../../../src/queries/compile-query.ts';
import { explainQuery } from '../../../src/queries/explain-query.ts';
import { withoutSpans } from '../../language-expectations.ts';
import { requestOf } from '../golden-case.ts';
import { environment } from './log-groups.ts';
import { printTree } from './print-tree.ts';

const accept = process.env.GOLDEN_ACCEPT === '1';
const at = (name: string): URL => new URL(name, import.meta.url);
const cases = readdirSync(at('.'))
  .filter((name) => name.endsWith('.ql'))
  .map((name) => name.slice(0, -'.ql'.length));
const sourceOf = (name: string): string => readFileSync(at(`${name}.ql`), 'utf8');

const endings = ['diagnostics.json', 'ast.json', 'plan.json', 'sql'] as const;
type Stages = Partial<Readonly<Record<(typeof endings)[number], string>>>;

function stagesOf(text: string): Stages {
  const request = requestOf(text);
  const diagnostics = checkQuery(request, environment);
  const found =
    diagnostics.length === 0 ? {} : { 'diagnostics.json': printTree(diagnostics.map(shown(text))) };
  if (hasErrors(diagnostics)) return found;
  return {
    ...found,
    'ast.json': printTree(withoutSpans(parse(text).query)),
    'plan.json': printTree(withoutSpans(compileQuery(request, environment).plan)),
    sql: `${explainQuery(request, 'sql', environment)}\n`,
  };
}

const shown =
  (text: string) =>
  ({ span, ...rest }: Diagnostic) => ({ ...rest, at: text.slice(span.start, span.end) });

/** The expectation, taken anew first where that is asked for. */
function expected(name: string, ending: string, observed: string | undefined): string | undefined {
  const file = at(`${name}.${ending}`);
  if (accept) {
    if (observed === undefined) rmSync(file, { force: true });
    else writeFileSync(file, observed);
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

describe('stages', () => {
  it.each(cases)('%s', (name) => {
    const text = sourceOf(name);
    expect(text, 'the first line says what the case shows').toMatch(/^#.+\n/);
    const stages = stagesOf(text);
    for (const ending of endings) {
      const changed = at(`${name}-changed.${ending}`);
      rmSync(changed, { force: true });
      const wanted = expected(name, ending, stages[ending]);
      if (wanted !== stages[ending])
        writeFileSync(changed, stages[ending] ?? 'Nothing: there is no such stage.\n');
      expect(stages[ending], `${name}.${ending}`).toBe(wanted);
    }
  });
});

describe('together the queries have', () => {
  const queries = cases.map(sourceOf).map((text) => ({ text, query: parse(text).query }));

  it('every command', () => {
    const used = new Set(queries.flatMap(({ query }) => query.commands.map(({ kind }) => kind)));
    expect(Object.keys(everyCommand).filter((kind) => !used.has(kind as Command['kind']))).toEqual([]);
  });

  it('every step', () => {
    const plans = queries.flatMap(({ text }) =>
      hasErrors(checkQuery(requestOf(text), environment))
        ? []
        : [compileQuery(requestOf(text), environment).plan],
    );
    const used = new Set(plans.flatMap(({ steps }) => steps.map(({ step }) => step)));
    expect(Object.keys(everyStep).filter((step) => !used.has(step as Step['step']))).toEqual([]);
  });
});

const everyCommand: Readonly<Record<Command['kind'], true>> = {
  fields: true,
  display: true,
  filter: true,
  filterIndex: true,
  sort: true,
  limit: true,
  stats: true,
  parse: true,
  json: true,
  unnest: true,
  expand: true,
  dedup: true,
  join: true,
  appendcols: true,
  lookup: true,
  cidrlookup: true,
  pattern: true,
  diff: true,
  anomaly: true,
  logcompare: true,
  relevantfields: true,
  accum: true,
  addtotals: true,
  autoregress: true,
  countFrequent: true,
  filldown: true,
  fillmissing: true,
  outlier: true,
  sessionize: true,
  unmask: true,
  savedQuery: true,
  estimate: true,
};

const everyStep: Readonly<Record<Step['step'], true>> = {
  window: true,
  fillBins: true,
  summaryRow: true,
  compute: true,
  filter: true,
  extract: true,
  extractAll: true,
  sort: true,
  unnest: true,
  limit: true,
  dedup: true,
  aggregate: true,
  join: true,
  append: true,
  lookup: true,
  xml: true,
  process: true,
};
