// Running: inputs are checked, rows lose absent cells and @ptr, every query becomes evidence in the order of asking.
import { expect, it } from 'vitest';
import type { QueryRequest, QueryResult } from '../queries/query.ts';
import { answer } from './answer.ts';
import type { Investigation, InvestigationContext } from './investigation.ts';
import { InvestigationInputError } from './investigation.ts';
import { runInvestigation } from './run-investigation.ts';

const range = { startMs: 1000, endMs: 2000 };

function investigation(run: (context: InvestigationContext) => Promise<unknown>): Investigation {
  return {
    id: 'test',
    question: 'Why?',
    summary: '',
    inputs: [{ name: 'service', label: 'Service', help: 'Its name.', placeholder: 'web', required: true }],
    run: async (_request, context) => {
      const seen = await run(context);
      return answer({ investigation: 'test', title: 'Why?', subject: 'x', summary: JSON.stringify(seen) });
    },
  };
}

const result = (rows: QueryResult['rows']): QueryResult => ({
  columns: [
    { name: 'a', kind: 'text' },
    { name: 'b', kind: 'text' },
    { name: '@ptr', kind: 'text' },
  ],
  rows,
  statistics: { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 },
  durationMs: 0,
  warnings: [],
});

it('hands out rows and keeps evidence in the order of asking, whoever answers first', async () => {
  const requests: QueryRequest[] = [];
  const runQuery = async (request: QueryRequest) => {
    requests.push(request);
    if (request.text === 'slow') await new Promise((resolve) => setTimeout(resolve, 5));
    return result(
      request.text === 'slow'
        ? [['1', null, 'p']]
        : [
            ['2', '3', 'p'],
            ['4', '5', 'p'],
          ],
    );
  };
  const finding = await runInvestigation(
    investigation(({ ask }) =>
      Promise.all([
        ask({ title: 'S', query: 'slow', awsQuery: 'slow on AWS' }),
        ask({ title: 'F', query: 'fast', range: { startMs: 0, endMs: 9 } }),
      ]),
    ),
    { inputs: { service: 'web' }, range },
    { runQuery, nowMs: () => 0 },
  );
  expect(JSON.parse(finding.summary)).toEqual([
    [{ a: '1' }],
    [
      { a: '2', b: '3' },
      { a: '4', b: '5' },
    ],
  ]);
  expect(finding.evidence).toEqual([
    { title: 'S', query: 'slow', awsQuery: 'slow on AWS', startMs: 1000, endMs: 2000, rows: 1 },
    { title: 'F', query: 'fast', awsQuery: 'fast', startMs: 0, endMs: 9, rows: 2 },
  ]);
  expect(requests.map(({ logGroups, limit }) => [logGroups, limit])).toEqual([
    ['all', 100_000],
    ['all', 100_000],
  ]);
});

it.each([
  [{}, 'service', 'test needs service: Its name. For example: web'],
  [{ service: '  ' }, 'service', 'test needs service'],
  [{ service: 'web', clustr: 'prod' }, 'clustr', 'test has no input clustr; it takes service.'],
])('refuses inputs %j', async (inputs, input, message) => {
  const runQuery = async () => result([]);
  const failed = runInvestigation(
    investigation(async () => null),
    { inputs, range },
    { runQuery, nowMs: () => 0 },
  );
  await expect(failed).rejects.toThrow(InvestigationInputError);
  await expect(failed).rejects.toMatchObject({ input, message: expect.stringContaining(message) });
});
