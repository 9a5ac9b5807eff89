// Whatever a file holds, lint says something about it and goes on.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lintFile } from '../../src/cli/lint/lint-file.ts';

const piece = fc.constantFrom(
  'queryString',
  'query_string = ',
  'QueryString: ',
  'Type: AWS::Logs::QueryDefinition\n',
  'Properties:\n  ',
  'resource "aws_cloudwatch_query_definition" "q" {\n',
  '<<-EOF\n',
  '\nEOF\n',
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  '(',
  '|-\n  ',
  '${',
  '{{',
  '&a ',
  '*a',
  '!Sub ',
  '!Join ',
  ': ',
  ', ',
  '\n',
  '\n  ',
  'fields a | limit 5',
  '```ql\n',
  '\uFEFF',
  '\ud83d',
);
const text = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string()), { maxLength: 40 });

it.each(['a.ql', 'a.json', 'a.yaml', 'a.tf', 'a.md', '-'])('%s', (name) => {
  fc.assert(
    fc.property(text, (pieces) => {
      const file = `queryString ${pieces.join('')}`;
      for (const { span } of lintFile(name, file, 0).findings) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(file.length);
      }
    }),
    { numRuns: 1_000 },
  );
});
