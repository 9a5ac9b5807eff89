// Saved queries and lookup tables over our own API, as the page and the command line use it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeEach(async () => {
  test = await openTestServer();
});
afterEach(() => test.close());

const list = async () => (await test.get('/api/v1/saved-queries')).body.savedQueries;

describe('saved queries', () => {
  it('are put by name, replaced by name, renamed by id, and deleted', async () => {
    const first = await test.put('/api/v1/saved-queries', { name: 'ops/a', query: 'limit 1' });
    const { id } = first.body;
    const saved = { id, name: 'ops/a', query: 'limit 1', logGroups: [], parameters: [], modifiedMs: nowMs };
    expect([first.status, first.body]).toEqual([200, saved]);
    await test.put('/api/v1/saved-queries', { name: 'ops/a', query: 'limit 2' });
    expect(await list()).toEqual([{ ...saved, query: 'limit 2' }]);
    await test.put('/api/v1/saved-queries', { id, name: 'b', query: 'limit 3' });
    expect(await list()).toEqual([{ ...saved, name: 'b', query: 'limit 3' }]);
    expect((await test.delete(`/api/v1/saved-queries/${id}`)).body).toEqual({ deleted: id });
    expect(await list()).toEqual([]);
  });

  it('are refused with a reason', async () => {
    const parameters = [{ name: 'p' }];
    const refused = await test.put('/api/v1/saved-queries', { name: 'a', query: 'limit 1', parameters });
    expect([refused.status, refused.body.error.code]).toEqual([400, 'invalid-saved-query']);
    expect((await test.put('/api/v1/saved-queries', { name: '', query: 'x' })).body.error.message).toMatch(
      /^name: /,
    );
    for (const answer of [
      await test.put('/api/v1/saved-queries', { id: 'gone', name: 'a', query: 'x' }),
      await test.delete('/api/v1/saved-queries/gone'),
    ]) {
      expect([answer.status, answer.body.error.code]).toEqual([404, 'unknown-saved-query']);
    }
  });

  it('of one name are told apart by id', async () => {
    for (const _ of [1, 2]) await test.aws('PutQueryDefinition', { name: 'a', queryString: 'limit 1' });
    const { body } = await test.put('/api/v1/saved-queries', { name: 'a', query: 'limit 2' });
    expect(body.error.message).toBe('2 saved queries are called a; say which by its id');
  });
});

describe('lookup tables', () => {
  it('are created, read, replaced and deleted', async () => {
    const summary = {
      name: 't',
      columns: ['a', 'b'],
      records: 1,
      sizeBytes: 7,
      createdMs: nowMs,
      updatedMs: nowMs,
    };
    expect((await test.post('/api/v1/lookup-tables', { name: 't', body: 'a,b\n1,2' })).body).toEqual(summary);
    expect((await test.get('/api/v1/lookup-tables')).body).toEqual({ lookupTables: [summary] });
    expect((await test.get('/api/v1/lookup-tables/t')).body).toEqual({ ...summary, body: 'a,b\n1,2' });
    const updated = await test.put('/api/v1/lookup-tables/t', { body: 'c', description: 'empty' });
    expect(updated.body).toMatchObject({ columns: ['c'], records: 0, description: 'empty' });
    expect((await test.delete('/api/v1/lookup-tables/t')).body).toEqual({ deleted: 't' });
    expect((await test.get('/api/v1/lookup-tables')).body).toEqual({ lookupTables: [] });
  });

  it('are refused with a reason', async () => {
    await test.post('/api/v1/lookup-tables', { name: 't', body: 'a' });
    const codes = async (answer: Promise<{ status: number; body: { error: { code: string } } }>) => {
      const { status, body } = await answer;
      return [status, body.error.code];
    };
    expect(await codes(test.post('/api/v1/lookup-tables', { name: 't', body: 'a' }))).toEqual([
      409,
      'lookup-table-exists',
    ]);
    expect(await codes(test.post('/api/v1/lookup-tables', { name: 'u', body: 'a,a' }))).toEqual([
      400,
      'invalid-lookup-table',
    ]);
    expect(await codes(test.get('/api/v1/lookup-tables/u'))).toEqual([404, 'unknown-lookup-table']);
    expect(await codes(test.put('/api/v1/lookup-tables/u', { body: 'a' }))).toEqual([
      404,
      'unknown-lookup-table',
    ]);
    expect(await codes(test.delete('/api/v1/lookup-tables/u'))).toEqual([404, 'unknown-lookup-table']);
  });
});
