// Every published query, put into each kind of file that lint reads, comes out as it was, and has the mistakes that it has by itself.

import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { extractQueries } from '../../src/cli/lint/extract.ts';
import { findHoles } from '../../src/cli/lint/holes.ts';
import { lintFile } from '../../src/cli/lint/lint-file.ts';
import { publishedQueries } from './published-queries.ts';

const definition = (query: string) => ({
  Resources: { Q: { Type: 'AWS::Logs::QueryDefinition', Properties: { QueryString: query } } },
});
const dashboard = (query: string) =>
  JSON.stringify({ widgets: [{ type: 'log', properties: { query } }] }, null, 1);

const forms: Readonly<Record<string, (query: string) => string>> = {
  'template.json': (query) => JSON.stringify(definition(query), null, 2),
  'template.yaml': (query) => stringify(definition(query)),
  'folded.yaml': (query) => stringify(definition(query), { blockQuote: 'folded', lineWidth: 40 }),
  'quoted.yaml': (query) => stringify(definition(query), { defaultStringType: 'QUOTE_DOUBLE' }),
  'single.yaml': (query) => stringify(definition(query), { defaultStringType: 'QUOTE_SINGLE' }),
  'dashboard.json': dashboard,
  'body.json': (query) => JSON.stringify({ body: dashboard(query) }),
  'main.tf': (query) =>
    `resource "aws_cloudwatch_query_definition" "q" {\n  query_string = ${JSON.stringify(query)}\n}\n`,
  'heredoc.tf': (query) =>
    `resource "aws_cloudwatch_query_definition" "q" {\n  query_string = <<-EOQ\n${query.replace(/^/gm, '    ')}\n  EOQ\n}\n`,
};

/** What a form cannot hold as it is: line ends of Windows, tabs, its own interpolations. */
const isPlain = (query: string): boolean =>
  !/[\r\t]/.test(query) && query.trim() !== '' && findHoles(query, 'template').length === 0;

describe.runIf(publishedQueries.length > 0).each(Object.entries(forms))('%s', (name, write) => {
  it('holds the query', () => {
    for (const { query } of publishedQueries.filter((published) => isPlain(published.query))) {
      const [found] = extractQueries(name, write(query)).queries;
      const text = found?.query.text ?? '';
      if (name !== 'heredoc.tf') expect(text).toBe(query);
      else expect(text.replace(/\s+/g, ' ').trim()).toBe(query.replace(/\s+/g, ' ').trim());
    }
  });

  it('has its mistakes', () => {
    for (const { query } of publishedQueries.slice(0, 200)) {
      if (!isPlain(query)) continue;
      const codes = (file: string, text: string) => lintFile(file, text, 0).findings.map(({ code }) => code);
      expect([query, codes(name, write(query))]).toEqual([query, codes('q.ql', query)]);
    }
  });
});
