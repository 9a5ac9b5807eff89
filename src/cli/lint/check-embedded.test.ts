// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the interpolations of other languages
import { describe, expect, it } from 'vitest';
import { markedFile } from '../../../test/marked-file.ts';
import { checkEmbedded } from './check-embedded.ts';
import { extractQueries } from './extract.ts';

const nowMs = Date.UTC(2026, 10, 22);

/** `code` and place of each mistake in a file. */
function mistakes(name: string, text: string) {
  return extractQueries(name, text)
    .queries.flatMap((query) => checkEmbedded(query, text, nowMs))
    .map(({ code, span }) => ({ code, ...span }));
}

describe('places in the file', () => {
  it.each([
    ['a.ql', 'fields a\n| «filtr» b', 'unknown-command'],
    [
      't.yaml',
      'Type: AWS::Logs::QueryDefinition\nProperties:\n  QueryString: |\n      fields a\n      | «filtr» b\n',
      'unknown-command',
    ],
    [
      't.yaml',
      'Type: AWS::Logs::QueryDefinition\nProperties:\n  QueryString: !Sub >-\n    fields ${A}\n    | «filtr» b\n',
      'unknown-command',
    ],
    ['r.json', '{"logGroupName": "g", "queryString": "fields \\"a\\"\\n| «filtr» b"}', 'unknown-command'],
    [
      'd.json',
      '{"x": "{\\"widgets\\": [{\\"type\\": \\"log\\", \\"properties\\": {\\"query\\": \\"limit 1\\\\n| «filtr» b\\"}}]}"}',
      'unknown-command',
    ],
    [
      'm.tf',
      'resource "aws_cloudwatch_query_definition" "q" {\n  query_string = <<-EOF\n    fields a\n      | «filtr» b\n  EOF\n}',
      'unknown-command',
    ],
    [
      'm.tf',
      'resource "aws_cloudwatch_query_definition" "q" { query_string = "fields \\"a\\"\\n| «filtr» b" }',
      'unknown-command',
    ],
    ['README.md', '```ql\nlimit 1\n| «filtr» b\n```\n', 'unknown-command'],
    ['a.ql', 'filter a = «"open»', 'unterminated-string'],
  ])('%s: %s', (name, marked, code) => {
    const { text, spans } = markedFile(marked);
    expect(mistakes(name, text)).toEqual(spans.map((span) => ({ code, ...span })));
  });
});

describe('interpolations', () => {
  it.each([
    'fields ${Fields} | filter a = ${Value} and b like /${Pattern}/ | limit ${Limit}',
    'filter @message like "{{text}}" | stats count(*) by bin({{period}})',
    'stats count(*) by bin(${Minutes}m)',
    'fields a | ${Rest}',
    'fields a ${Rest}',
    '${Source} fields a',
    'filter ${Condition} | filter a in [${Values}]',
    'stats ${Aggregates} by a | sort n desc',
    'parse @message "${Prefix} [*]" as ${Names}',
    'parse @message "* *" as ${Names}',
    'fields a_${Suffix}, ${Prefix}_b, c.${Middle}.d',
    'filter a = 1 %{ if true }and b = 2%{ endif }',
    'SOURCE "${Group}" | fields a',
  ])('makes no mistake of %s', (text) => expect(mistakes('a.ql', text)).toEqual([]));

  it.each([
    ['fields ${Fields} | «filtr» b'],
    ['filter a = ${Value} | limit «0»'],
    ['filter b like "${Text}" and «lower»(c) = 1'],
    ['fields ${A} | filter a like /«(?=»b)/'],
  ])('finds the mistake beside them in %s', (marked) => {
    const { text, spans } = markedFile(marked);
    expect(mistakes('a.ql', text)).toMatchObject(spans);
  });

  it("knows Grafana's", () => {
    const expression =
      'filter a = "$service" and b = ${other:singlequote} | stats count(*) by bin($__interval), [[key]]';
    expect(mistakes('g.json', JSON.stringify({ queryMode: 'Logs', expression }))).toEqual([]);
  });
});
