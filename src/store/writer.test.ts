// One transaction after another, each with its whole effect or none.
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Writer } from './writer.ts';

let instance: DuckDBInstance;
let writer: Writer;

beforeEach(async () => {
  instance = await DuckDBInstance.create(':memory:');
  writer = new Writer(await instance.connect());
  await writer.exclusively((connection) => connection.run('CREATE TABLE t (n INTEGER)'));
});
afterEach(() => {
  writer.close();
  instance.closeSync();
});

const rows = (): Promise<unknown> =>
  writer.exclusively(async (connection) => (await connection.runAndReadAll('SELECT n FROM t')).getRows());

describe('Writer', () => {
  it('keeps what succeeds and nothing of what fails, in the order of the calls', async () => {
    const results = await Promise.allSettled([
      writer.transaction((connection) => connection.run('INSERT INTO t VALUES (1)')),
      writer.transaction(async (connection) => {
        await connection.run('INSERT INTO t VALUES (2)');
        throw new Error('no');
      }),
      writer.transaction(async (connection) => {
        await connection.run('INSERT INTO t VALUES (3)');
        await connection.run('SELECT no_such_column');
      }),
      writer.transaction((connection) => connection.run('INSERT INTO t VALUES (4)')),
    ]);
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await rows()).toEqual([[1], [4]]);
  });

  it('lets nothing in between', async () => {
    const steps: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      steps.push(`${name} ends`);
    };
    await Promise.all([
      writer.exclusively(work('a')),
      writer.transaction(work('b')),
      writer.exclusively(work('c')),
    ]);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});
