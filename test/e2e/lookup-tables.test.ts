// Lookup tables with the official JavaScript SDK: what each action refuses and how, tags, pages, and tables made from queries. That they are
// made, read, replaced and deleted is in api-sdk.test.ts too.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  CreateLookupTableCommand,
  DeleteLookupTableCommand,
  DescribeLookupTablesCommand,
  GetLookupTableCommand,
  GetQueryResultsCommand,
  ListTagsForResourceCommand,
  StartQueryCommand,
  TagResourceCommand,
  UpdateLookupTableCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/api/server.ts';
import { type App, openApp } from '../../src/app.ts';

let dataDir: string;
let app: App;
let server: RunningServer;
let client: CloudWatchLogsClient;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shiplog-lookups-'));
  app = await openApp({ dataDir, accountId: '000000000000', region: 'us-east-1' });
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
  client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

const arn = (name: string): string => `arn:aws:logs:us-east-1:000000000000:lookup-table:${name}`;
const create = (input: object) =>
  client.send(new CreateLookupTableCommand({ lookupTableName: 't', ...input }));

async function refusal(send: Promise<unknown>): Promise<readonly [string, string]> {
  const cause = await send.then(
    () => new Error('it was not refused'),
    (thrown: Error) => thrown,
  );
  return [cause.name, cause.message];
}

it('are made from the rows of a query, again and again', async () => {
  const nowMs = Date.now();
  await app.store.append('/in', [
    { message: '{"id":"1","name":"Ada"}', timestampMs: nowMs },
    { message: '{"id":"2"}', timestampMs: nowMs - 1 },
  ]);
  const { queryId } = await client.send(
    new StartQueryCommand({
      logGroupName: '/in',
      startTime: 0,
      endTime: nowMs + 1_000,
      queryString: 'fields id, name | sort id',
    }),
  );
  await expect
    .poll(async () => (await client.send(new GetQueryResultsCommand({ queryId }))).status)
    .toBe('Complete');
  const { lookupTableArn } = await create({ lookupTableName: 'users', queryId });
  const table = async () => (await client.send(new GetLookupTableCommand({ lookupTableArn }))).tableBody;
  expect(await table()).toBe('id,name\r\n1,Ada\r\n2,\r\n');
  await client.send(new UpdateLookupTableCommand({ lookupTableArn, tableBody: 'x\n' }));
  await client.send(new UpdateLookupTableCommand({ lookupTableArn, queryId, description: 'from a query' }));
  expect(await table()).toBe('id,name\r\n1,Ada\r\n2,\r\n');
  await client.send(new DeleteLookupTableCommand({ lookupTableArn }));
});

it('have tags, up to fifty', async () => {
  await create({ tableBody: 'a\n', tags: { team: 'ops', 'cost centre': 'über/1' } });
  await client.send(new TagResourceCommand({ resourceArn: arn('t'), tags: { more: '' } }));
  const { tags } = await client.send(new ListTagsForResourceCommand({ resourceArn: arn('t') }));
  expect(tags).toEqual({ team: 'ops', 'cost centre': 'über/1', more: '' });
  await client.send(new DeleteLookupTableCommand({ lookupTableArn: arn('t') }));
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v']));
  for (const bad of [many, { '': 'v' }, { 'a!': 'v' }, { a: 'x'.repeat(257) }, { ['k'.repeat(129)]: 'v' }]) {
    expect((await refusal(create({ tableBody: 'a\n', tags: bad })))[0]).toBe('InvalidParameterException');
  }
});

it('are described in pages, ordered by name', async () => {
  for (const name of ['p3', 'p1', 'p2', 'q']) await create({ lookupTableName: name, tableBody: 'a\n' });
  const names = async (input: object) => {
    const { lookupTables = [], nextToken } = await client.send(new DescribeLookupTablesCommand(input));
    return [lookupTables.map(({ lookupTableName }) => lookupTableName), nextToken] as const;
  };
  const [first, nextToken] = await names({ lookupTableNamePrefix: 'p', maxResults: 2 });
  expect(first).toEqual(['p1', 'p2']);
  expect(await names({ lookupTableNamePrefix: 'p', maxResults: 2, nextToken })).toEqual([['p3'], undefined]);
  for (const bad of [{ maxResults: 101 }, { nextToken }, { lookupTableNamePrefix: 'a-b' }]) {
    expect((await refusal(names(bad)))[0]).toBe('InvalidParameterException');
  }
  for (const name of ['p3', 'p1', 'p2', 'q'])
    await client.send(new DeleteLookupTableCommand({ lookupTableArn: arn(name) }));
});

it.each<readonly [string, object, RegExp]>([
  ['neither CSV nor query', {}, /Exactly one of tableBody and queryId/],
  ['both', { tableBody: 'a', queryId: 'q' }, /Exactly one/],
  ['a query that is not there', { queryId: 'q' }, /Query 'q' does not exist/],
  ['a key', { tableBody: 'a', kmsKeyId: 'k' }, /kmsKeyId/],
  ['a bad name', { lookupTableName: 'a-b', tableBody: 'a' }, /regular expression pattern/],
  ['a long name', { lookupTableName: 'a'.repeat(257), tableBody: 'a' }, /less than or equal to 256/],
  ['a long description', { tableBody: 'a', description: 'x'.repeat(1_025) }, /less than or equal to 1024/],
  ['no header', { tableBody: '\n\n' }, /no header line/],
  ['a header that repeats itself', { tableBody: 'a,a\n' }, /is there twice/],
  ['a ragged row', { tableBody: 'a,b\n1\n' }, /Line 2 of the CSV/],
  ['more than 10 MB', { tableBody: `a\n${'é'.repeat(5_242_880)}` }, /10 MB|less than or equal to 10485760/],
])('are refused with %s', async (_, input, message) => {
  expect(await refusal(create(input))).toEqual(['InvalidParameterException', expect.stringMatching(message)]);
});

it('exist once, and are not found when they are not there', async () => {
  await create({ tableBody: 'a\n' });
  expect((await refusal(create({ tableBody: 'a\n' })))[0]).toBe('ResourceAlreadyExistsException');
  const none = { lookupTableArn: arn('none') };
  const answers = await Promise.all([
    refusal(client.send(new GetLookupTableCommand(none))),
    refusal(client.send(new UpdateLookupTableCommand({ ...none, tableBody: 'a' }))),
    refusal(client.send(new DeleteLookupTableCommand(none))),
    refusal(client.send(new ListTagsForResourceCommand({ resourceArn: arn('none') }))),
  ]);
  expect(answers.map(([name]) => name)).toEqual(answers.map(() => 'ResourceNotFoundException'));
  const odd = { lookupTableArn: 't' };
  expect((await refusal(client.send(new GetLookupTableCommand(odd))))[0]).toBe('InvalidParameterException');
});

it('are a hundred at most', async () => {
  const missing = 100 - app.store.lookupTables().length;
  for (let index = 0; index < missing; index++) await app.store.createLookupTable(`n${index}`, { body: 'a' });
  expect((await refusal(create({ lookupTableName: 'more', tableBody: 'a' })))[0]).toBe(
    'LimitExceededException',
  );
});
