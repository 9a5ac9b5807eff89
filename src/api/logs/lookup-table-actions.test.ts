// The life of lookup tables as AWS's actions tell it, and the errors under AWS's names.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';
import type { ApiContext } from '../context.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

const arn = (name: string) => `arn:aws:logs:us-east-1:000000000000:lookup-table:${name}`;
const users = 'id,name\n1,Ada\n2,"Lovelace, Ada"\n';

describe('lookup tables', () => {
  it('are created, read back at once, replaced and deleted', async () => {
    const created = await test.aws('CreateLookupTable', {
      lookupTableName: 'users',
      tableBody: users,
      description: 'who is who',
    });
    expect(created.body).toEqual({ lookupTableArn: arn('users'), createdAt: nowMs });
    expect((await test.aws('GetLookupTable', { lookupTableArn: arn('users') })).body).toEqual({
      lookupTableArn: arn('users'),
      lookupTableName: 'users',
      description: 'who is who',
      tableBody: users,
      sizeBytes: users.length,
      lastUpdatedTime: nowMs,
    });
    const updated = await test.aws('UpdateLookupTable', {
      lookupTableArn: arn('users'),
      tableBody: 'id,team\n1,a',
      kmsKeyId: '',
    });
    expect(updated.body).toEqual({ lookupTableArn: arn('users'), lastUpdatedTime: nowMs });
    expect((await test.aws('DescribeLookupTables', {})).body).toEqual({
      lookupTables: [
        {
          lookupTableArn: arn('users'),
          lookupTableName: 'users',
          description: 'who is who',
          tableFields: ['id', 'team'],
          recordsCount: 1,
          sizeBytes: 11,
          lastUpdatedTime: nowMs,
        },
      ],
    });
    expect((await test.aws('DeleteLookupTable', { lookupTableArn: arn('users') })).body).toEqual({});
    expect((await test.aws('DescribeLookupTables', {})).body).toEqual({ lookupTables: [] });
  });

  it('are listed by prefix, in pages', async () => {
    for (const name of ['b1', 'b3', 'b2', 'a1']) {
      await test.aws('CreateLookupTable', { lookupTableName: name, tableBody: 'x' });
    }
    const input = { lookupTableNamePrefix: 'b', maxResults: 2 };
    const first = (await test.aws('DescribeLookupTables', input)).body;
    const names = (body: typeof first) =>
      body.lookupTables.map((table: { lookupTableName: string }) => table.lookupTableName);
    expect(names(first)).toEqual(['b1', 'b2']);
    const second = await test.aws('DescribeLookupTables', { ...input, nextToken: first.nextToken });
    expect([names(second.body), second.body.nextToken]).toEqual([['b3'], undefined]);
  });

  it('are filled from the rows of a finished query', async () => {
    await test.app.store.append('/app', [
      { message: '{"host":"a","owner":"team, one"}', timestampMs: nowMs },
      { message: '{"host":"b"}', timestampMs: nowMs - 1 },
    ]);
    const { body } = await test.aws('StartQuery', {
      logGroupName: '/app',
      startTime: 0,
      endTime: nowMs / 1_000,
      queryString: 'fields host, owner',
    });
    for (let status = ''; status !== 'Complete'; ) {
      status = (await test.aws('GetQueryResults', { queryId: body.queryId })).body.status;
    }
    const create = { lookupTableName: 'hosts', queryId: body.queryId };
    expect((await test.aws('CreateLookupTable', create)).status).toBe(200);
    const { tableBody } = (await test.aws('GetLookupTable', { lookupTableArn: arn('hosts') })).body;
    expect(tableBody).toBe('host,owner\r\na,"team, one"\r\nb,\r\n');
  });

  it('are filled from the rows that a query had when it was stopped', async () => {
    const stopped = {
      get: async () => ({ status: 'Cancelled', columns: [{ name: 'a' }, { name: '@ptr' }], rowCount: 1 }),
      rows: async () => [['1', 'pointer']],
    } as unknown as ApiContext['queries'];
    const other = await openTestServer({ queries: stopped });
    await other.aws('CreateLookupTable', { lookupTableName: 't', queryId: 'q' });
    expect(await other.app.store.lookupTableBody('t')).toBe('a\r\n1\r\n');
    const update = { lookupTableArn: arn('t'), queryId: 'q' };
    expect((await other.aws('UpdateLookupTable', update)).status).toBe(200);
    await other.close();
  });

  it('have tags until they are deleted', async () => {
    const tagged = { lookupTableName: 'tagged', tableBody: 'x', tags: { team: 'a' } };
    expect((await test.aws('CreateLookupTable', tagged)).status).toBe(200);
    const tags = () => test.aws('ListTagsForResource', { resourceArn: arn('tagged') });
    expect((await tags()).body.tags).toEqual({ team: 'a' });
    await test.aws('DeleteLookupTable', { lookupTableArn: arn('tagged') });
    await test.aws('CreateLookupTable', { lookupTableName: 'tagged', tableBody: 'x' });
    expect((await tags()).body.tags).toEqual({});
    await test.aws('DeleteLookupTable', { lookupTableArn: arn('tagged') });
  });

  it.each([
    [
      'CreateLookupTable',
      { lookupTableName: 'a1', tableBody: 'x' },
      'ResourceAlreadyExistsException',
      /a1 exists/,
    ],
    [
      'CreateLookupTable',
      { lookupTableName: 'a-1', tableBody: 'x' },
      'InvalidParameterException',
      /\[a-zA-Z0-9_\]/,
    ],
    [
      'CreateLookupTable',
      { lookupTableName: 'n', tableBody: 'x,x' },
      'InvalidParameterException',
      /^Line 1 of the CSV: The column 'x' is there twice/,
    ],
    [
      'CreateLookupTable',
      { lookupTableName: 'n' },
      'InvalidParameterException',
      /Exactly one of tableBody and queryId/,
    ],
    [
      'CreateLookupTable',
      { lookupTableName: 'n', tableBody: 'x', queryId: 'q' },
      'InvalidParameterException',
      /Exactly one/,
    ],
    [
      'CreateLookupTable',
      { lookupTableName: 'n', queryId: 'q' },
      'InvalidParameterException',
      /Query 'q' does not exist/,
    ],
    [
      'CreateLookupTable',
      { lookupTableName: 'n', tableBody: 'x', kmsKeyId: 'k' },
      'InvalidParameterException',
      /kmsKeyId/,
    ],
    [
      'CreateLookupTable',
      { lookupTableName: 'n', tableBody: 'x', tags: { 'a!': 'b' } },
      'InvalidParameterException',
      /tags/,
    ],
    ['GetLookupTable', { lookupTableArn: arn('n') }, 'ResourceNotFoundException', /no lookup table n/],
    [
      'GetLookupTable',
      { lookupTableArn: 'a1' },
      'InvalidParameterException',
      /not the ARN of a lookup table/,
    ],
    [
      'UpdateLookupTable',
      { lookupTableArn: arn('n'), tableBody: 'x' },
      'ResourceNotFoundException',
      /no lookup table n/,
    ],
    ['DeleteLookupTable', { lookupTableArn: arn('n') }, 'ResourceNotFoundException', /no lookup table n/],
    ['DescribeLookupTables', { maxResults: 101 }, 'InvalidParameterException', /less than or equal to 100/],
  ])('%s refuses %j', async (action, input, type, message) => {
    const { status, body } = await test.aws(action, input);
    expect([status, body.__type]).toEqual([400, type]);
    expect(body.message).toMatch(message);
  });
});
