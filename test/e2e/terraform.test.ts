// What Terraform's AWS provider calls for the two resources of docs/clients.md, in its order, and what it looks at in the
// answers; the provider itself cannot run everywhere. Followed from its source (internal/service/logs).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudWatchLogs, ResourceNotFoundException } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/app.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-terraform-'));
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
const logs = new CloudWatchLogs({
  endpoint: server.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
});
afterAll(async () => {
  logs.destroy();
  await server.close();
  rmSync(dataDir, { recursive: true });
});

describe('aws_cloudwatch_log_group', () => {
  const logGroupName = '/demo';
  /** The state that a refresh writes: the group by its name as a prefix, its ARN without the star, the tags of that ARN. */
  async function refreshed(): Promise<object | undefined> {
    const { logGroups } = await logs.describeLogGroups({ logGroupNamePrefix: logGroupName });
    const group = logGroups?.find((each) => each.logGroupName === logGroupName);
    if (group?.arn === undefined) return undefined;
    const resourceArn = group.arn.replace(/:\*$/, '');
    const { tags } = await logs.listTagsForResource({ resourceArn });
    const { kmsKeyId, logGroupClass, retentionInDays, deletionProtectionEnabled } = group;
    return { resourceArn, kmsKeyId, logGroupClass, retentionInDays, deletionProtectionEnabled, tags };
  }
  const resourceArn = `arn:aws:logs:us-east-1:000000000000:log-group:${logGroupName}`;
  const state = { resourceArn, logGroupClass: 'STANDARD', deletionProtectionEnabled: false };

  it('is created, and reads back as it was planned', async () => {
    await logs.createLogGroup({ logGroupName: `${logGroupName}-other` });
    await logs.createLogGroup({ logGroupName, tags: { team: 'web' } });
    await logs.putRetentionPolicy({ logGroupName, retentionInDays: 30 });
    expect(await refreshed()).toEqual({ ...state, retentionInDays: 30, tags: { team: 'web' } });
  });

  it('is updated in place', async () => {
    await logs.deleteRetentionPolicy({ logGroupName });
    await logs.untagResource({ resourceArn, tagKeys: ['team'] });
    await logs.tagResource({ resourceArn, tags: { stage: 'test' } });
    expect(await refreshed()).toEqual({ ...state, tags: { stage: 'test' } });
  });

  it('is destroyed, and gone at once', async () => {
    await logs.deleteLogGroup({ logGroupName });
    expect(await refreshed()).toBeUndefined();
    await expect(logs.deleteLogGroup({ logGroupName })).rejects.toThrow(ResourceNotFoundException);
  });
});

describe('aws_cloudwatch_query_definition', () => {
  const name = 'ecs/stops';
  const planned = { name, logGroupNames: ['/demo-other'], queryString: 'stats count(*)\n' };
  /** By its name as a prefix and then by its id. */
  async function refreshed(id: string | undefined): Promise<object | undefined> {
    const { queryDefinitions } = await logs.describeQueryDefinitions({ queryDefinitionNamePrefix: name });
    return queryDefinitions?.find(({ queryDefinitionId }) => queryDefinitionId === id);
  }

  it('is created, replaced and destroyed, each to be seen at once', async () => {
    const { queryDefinitionId } = await logs.putQueryDefinition(planned);
    expect(await refreshed(queryDefinitionId)).toMatchObject(planned);
    const changed = { ...planned, queryString: 'stats count(*) by bin(1h)\n' };
    const replaced = await logs.putQueryDefinition({ ...changed, queryDefinitionId });
    expect(replaced.queryDefinitionId).toBe(queryDefinitionId);
    expect(await refreshed(queryDefinitionId)).toMatchObject(changed);
    await logs.deleteQueryDefinition({ queryDefinitionId });
    expect(await refreshed(queryDefinitionId)).toBeUndefined();
  });
});
