import { expect, it } from 'vitest';
import { newSqlContext, StatementTooLarge } from './context.ts';
import { duckdb } from './duckdb.ts';
import { close, newPipeline, type Pipeline, type PipelineScope } from './pipeline.ts';

function emptyPipeline(): Pipeline {
  const scope = {
    context: newSqlContext(duckdb, { sources: [], subselect: () => '' }),
    column: () => 'c1',
    alias: (name: string) => name,
  };
  return newPipeline('source', ['source AS (SELECT 1)'], scope as unknown as PipelineScope);
}

it('names each table of the chain and reads from the last', () => {
  const pipeline = emptyPipeline();
  pipeline.computed.push({ name: 'c1', sql: '1 + 1', ids: [1] });
  close(pipeline);
  close(pipeline, '\nLIMIT 3');
  expect(pipeline.tables.slice(1)).toEqual([
    's1 AS NOT MATERIALIZED (\nSELECT *, 1 + 1 AS c1 FROM source\n)',
    's2 AS NOT MATERIALIZED (\nSELECT * FROM s1\nLIMIT 3\n)',
  ]);
  expect(pipeline.from).toBe('s2');
});

it('refuses a chain that the engine could not nest', () => {
  const pipeline = emptyPipeline();
  const closeOften = (): void => {
    for (let count = 0; count < 1000; count++) close(pipeline);
  };
  expect(closeOften).toThrow(StatementTooLarge);
});
