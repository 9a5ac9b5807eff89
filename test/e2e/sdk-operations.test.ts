// Every operation by the official SDK: one success and one failure for each that is supported, in an order in which they
// build on each other; the refused and the absent ones with the errors that programs catch. Deeper tests are elsewhere;
// this one fails when an operation has no case in operations/.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import * as sdk from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, describe, expect, it } from 'vitest';
import { actions } from '../../src/api/logs/actions.ts';
import { noneHere } from '../../src/api/logs/none-here.ts';
import { refusals } from '../../src/api/logs/refusals.ts';
import { serve } from '../../src/app.ts';
import { declaredErrors } from '../service-model.ts';
import { type Cases, scene } from './operations/case.ts';
import { events } from './operations/events.ts';
import { creation, deletion } from './operations/log-groups.ts';
import { queries } from './operations/queries.ts';
import { lookupTables, scheduledQueries } from './operations/tables-and-schedules.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-operations-'));
const server = await serve({
  dataDir,
  host: '127.0.0.1',
  port: 0,
  accountId: '000000000000',
  region: 'us-east-1',
  queryTimeoutSeconds: 60,
  memoryMegabytes: 'auto',
  logLevel: 'silent',
});
const logs = new sdk.CloudWatchLogs({
  endpoint: server.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
  maxAttempts: 1,
  disableHostPrefix: true,
});
/** Answers as they came over the wire; the SDK drops members that the model does not have. */
const wire: object[] = [];
logs.middlewareStack.add(
  (next) => async (call) => {
    const result = await next(call);
    const response = result.response as { headers: Record<string, string>; body: Readable };
    if (response.headers['content-type'] !== 'application/x-amz-json-1.1') return result;
    const text = await textOf(response.body);
    wire.push(JSON.parse(text));
    response.body = Readable.from([Buffer.from(text)]);
    return result;
  },
  { step: 'deserialize', priority: 'low', name: 'wire' },
);

afterAll(async () => {
  logs.destroy();
  await server.close();
  rmSync(dataDir, { recursive: true });
});

const shared = scene(logs);
const cases: Cases = {
  ...creation(shared),
  ...events(shared),
  ...queries(shared),
  ...lookupTables(shared),
  ...scheduledQueries(shared),
  ...deletion(shared),
};

it('has a case for every operation that is supported, and for no other', () => {
  expect(Object.keys(cases).sort()).toEqual([...actions.keys()].sort());
});

describe('what is supported', () => {
  it.each(Object.entries(cases))('%s', async (operation, { ask, answers, fail, error }) => {
    expect(declaredErrors.get(operation)).toContain(error.name);
    wire.length = 0;
    const answer = await ask();
    expect(answer).toMatchObject(answers);
    // Nothing came over the wire that the model does not know. What is no answer of the SDK is not compared.
    const { $metadata, ...members } = answer as { readonly $metadata?: object };
    if ($metadata !== undefined) expect(members).toEqual(wire.at(-1));
    await expect(fail()).rejects.toThrow(error);
  });
});

/** By its name in the SDK: an operation's class, an error's class. */
const exported = new Map<string, unknown>(Object.entries(sdk));
const errorClass = (type: string) => exported.get(type) as new (...details: never[]) => Error;

/** Any operation with any input: the SDK does not check it. */
async function send(operation: string, input: object): Promise<object> {
  const Command = exported.get(`${operation}Command`) as typeof sdk.DescribeDeliveriesCommand;
  return logs.send(new Command(input));
}

describe('what is refused or not there', () => {
  it.each([...refusals])('%s', async (operation, { type }) => {
    await expect(send(operation, {})).rejects.toThrow(errorClass(type));
  });

  it.each([...noneHere].filter(([, { note }]) => note.startsWith('Empty')))('%s', async (operation) => {
    await logs.createLogGroup({ logGroupName: `/${operation}` });
    const input = { logGroupName: `/${operation}`, policyType: 'DATA_PROTECTION_POLICY' };
    const members = Object.entries(await send(operation, input)).filter(([member]) => member !== '$metadata');
    expect(members).toEqual([[expect.any(String), []]]);
  });
});
