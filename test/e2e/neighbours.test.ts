// The clients of the services beside Logs: EventBridge, CloudWatch and STS, as the official SDK ships them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { EventBridge } from '@aws-sdk/client-eventbridge';
import { STS } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/app.ts';
import { awsSigner } from '../aws-signer.ts';
import { ecsGroup, taskEvent } from './api-fixture.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-neighbours-'));
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const place = { dataDir, host: '127.0.0.1', port: 0, accountId: '123456789012', region: 'eu-west-1' };
  const limits = { queryTimeoutSeconds: 60, memoryMegabytes: 'auto' } as const;
  server = await serve({ ...place, ...limits, logLevel: 'silent' });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true });
});

const settings = (path = '') => ({
  endpoint: `${server.url}${path}`,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
  maxAttempts: 1,
});

describe.each(['', '/', '/some/where', '/some/where/'])('under a base URL that ends in "%s"', (path) => {
  it('lists no metrics, and says which operations there are not', async () => {
    const client = new CloudWatch(settings(path));
    expect((await client.listMetrics({ Namespace: 'AWS/Billing' })).Metrics).toEqual([]);
    await expect(client.describeAlarms({})).rejects.toMatchObject({
      name: 'InvalidAction',
      message: expect.stringContaining('DescribeAlarms'),
      $metadata: { httpStatusCode: 400, requestId: expect.any(String) },
    });
  });

  it('tells the caller who it is', async () => {
    const client = new STS(settings(path));
    expect(await client.getCallerIdentity({})).toMatchObject({
      Account: '123456789012',
      Arn: 'arn:aws:iam::123456789012:user/local',
      UserId: 'local',
      $metadata: { requestId: expect.any(String) },
    });
    await expect(client.getSessionToken({})).rejects.toMatchObject({
      name: 'InvalidAction',
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('events that are put', () => {
  const entry = { Source: 'my.app', DetailType: 'Done', Detail: '{"size":1}' };

  it('are found in the log group of their bus, the refused ones not', async () => {
    const events = new EventBridge(settings());
    const answer = await events.putEvents({
      Entries: [
        { ...entry, EventBusName: 'orders', Time: new Date() },
        { ...entry, Detail: 'nonsense' },
      ],
    });
    expect([answer.FailedEntryCount, answer.Entries]).toEqual([
      1,
      [
        { EventId: expect.any(String) },
        { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
      ],
    ]);
    const logs = new CloudWatchLogs(settings());
    const found = await logs.filterLogEvents({ logGroupName: '/aws/events/orders' });
    expect(found.events?.map(({ message }) => JSON.parse(message ?? ''))).toMatchObject([
      { id: answer.Entries?.[0]?.EventId, source: 'my.app', 'detail-type': 'Done', detail: { size: 1 } },
    ]);
  });

  it('of ECS are recorded as if EventBridge had delivered them', async () => {
    const { detail, resources, time, source } = JSON.parse(taskEvent(7));
    const replayed = {
      Source: source,
      DetailType: 'ECS Task State Change',
      Resources: resources,
      Time: new Date(time),
      Detail: JSON.stringify(detail),
    };
    const events = new EventBridge(settings());
    expect((await events.putEvents({ Entries: [replayed, replayed] })).FailedEntryCount).toBe(0);
    const logs = new CloudWatchLogs(settings());
    const found = await logs.filterLogEvents({ logGroupName: ecsGroup });
    expect(found.events?.map(({ timestamp }) => timestamp)).toEqual([Date.parse(time)]);
  });

  it('are refused as a whole when they are too many, and so are other operations', async () => {
    const events = new EventBridge(settings());
    await expect(events.putEvents({ Entries: Array(11).fill(entry) })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(events.listRules({})).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });
});

describe('with credentials', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shiplog-neighbours-'));
  const secret = 'shipper-secret-0123456789';
  let guarded: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    const credentialsFile = join(folder, 'keys.json');
    const accessKeys = [{ id: 'SHIPPERKEY', secret, name: 'shipper', role: 'ingest' }];
    writeFileSync(credentialsFile, JSON.stringify({ accessKeys, tokens: [] }), { mode: 0o600 });
    const place = {
      dataDir: folder,
      host: '127.0.0.1',
      port: 0,
      accountId: '123456789012',
      region: 'eu-west-1',
    };
    const rest = { queryTimeoutSeconds: 60, memoryMegabytes: 'auto', logLevel: 'silent' } as const;
    guarded = await serve({ ...place, ...rest, credentialsFile });
  });
  afterAll(async () => {
    await guarded.close();
    rmSync(folder, { recursive: true });
  });

  const signed = (secretAccessKey = secret) => ({
    ...settings(),
    endpoint: `${guarded.url}/some/where/`,
    credentials: { accessKeyId: 'SHIPPERKEY', secretAccessKey },
  });

  it('a key has a name, and a role that allows what it is for', async () => {
    expect((await new STS(signed()).getCallerIdentity({})).Arn).toBe(
      'arn:aws:iam::123456789012:user/shipper',
    );
    const entry = { Source: 'my.app', DetailType: 'Done', Detail: '{}' };
    expect((await new EventBridge(signed()).putEvents({ Entries: [entry] })).FailedEntryCount).toBe(0);
    await expect(new CloudWatch(signed()).listMetrics({})).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('user/shipper is not authorized to perform: cloudwatch:ListMetrics'),
    });
  });

  it('a presigned URL tells whose it is', async () => {
    const { host, hostname } = new URL(guarded.url);
    const signer = awsSigner({ id: 'SHIPPERKEY', secret, service: 'sts', region: 'eu-west-1' });
    const asked = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
    const draft = { method: 'GET', protocol: 'http:', hostname, path: '/', query: asked, headers: { host } };
    const { query } = await signer.presign(draft, { expiresIn: 60 });
    const parameters = new URLSearchParams(query as Record<string, string>);
    const fetched = await fetch(`${guarded.url}/?${parameters}`);
    expect([fetched.status, await fetched.text()]).toEqual([
      200,
      expect.stringContaining('<UserId>shipper</UserId>'),
    ]);
    parameters.set('X-Amz-Signature', '0'.repeat(64));
    const forged = await fetch(`${guarded.url}/?${parameters}`);
    expect([forged.status, await forged.text()]).toEqual([
      403,
      expect.stringContaining('<Code>SignatureDoesNotMatch</Code>'),
    ]);
  });

  it('a wrong secret is told in the words of each service', async () => {
    const wrong = signed('another-secret-0123456789');
    await expect(new STS(wrong).getCallerIdentity({})).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(new EventBridge(wrong).putEvents({ Entries: [] })).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    await expect(new CloudWatch(wrong).listMetrics({})).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
  });
});
