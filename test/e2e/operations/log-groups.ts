// Log groups, log streams and what is set on them.

import {
  InvalidParameterException,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import { expect } from 'vitest';
import { arnOf, type Cases, dataSourceTags, group, nowhere, type Scene, stream } from './case.ts';

const arn = arnOf(group);

export const creation = ({ logs }: Scene): Cases => ({
  CreateLogGroup: {
    ask: () => logs.createLogGroup({ logGroupName: group, tags: { team: 'web', ...dataSourceTags } }),
    answers: {},
    fail: () => logs.createLogGroup({ logGroupName: group }),
    error: ResourceAlreadyExistsException,
  },
  CreateLogStream: {
    ask: () => logs.createLogStream(stream),
    answers: {},
    fail: () => logs.createLogStream({ ...stream, ...nowhere }),
    error: ResourceNotFoundException,
  },
  PutRetentionPolicy: {
    ask: () => logs.putRetentionPolicy({ logGroupName: group, retentionInDays: 30 }),
    answers: {},
    fail: () => logs.putRetentionPolicy({ logGroupName: group, retentionInDays: 31 }),
    error: InvalidParameterException,
  },
  DescribeLogGroups: {
    ask: () => logs.describeLogGroups({ logGroupNamePrefix: group }),
    answers: { logGroups: [{ logGroupName: group, retentionInDays: 30, arn: `${arn}:*`, logGroupArn: arn }] },
    fail: () => logs.describeLogGroups({ limit: 51 }),
    error: InvalidParameterException,
  },
  ListLogGroups: {
    ask: () => logs.listLogGroups({ logGroupNamePattern: 'operations' }),
    answers: { logGroups: [{ logGroupName: group, logGroupArn: arn, logGroupClass: 'STANDARD' }] },
    fail: () => logs.listLogGroups({ limit: 0 }),
    error: InvalidParameterException,
  },
  ListAggregateLogGroupSummaries: {
    ask: () => logs.listAggregateLogGroupSummaries({ groupBy: 'DATA_SOURCE_NAME_AND_TYPE' }),
    answers: { aggregateLogGroupSummaries: expect.any(Array) },
    fail: () => logs.listAggregateLogGroupSummaries({ groupBy: 'DATA_SOURCE_NAME_AND_TYPE', limit: 0 }),
    error: InvalidParameterException,
  },
  DescribeLogStreams: {
    ask: () => logs.describeLogStreams({ logGroupName: group }),
    answers: { logStreams: [{ logStreamName: 'one', arn: `${arn}:log-stream:one` }] },
    fail: () => logs.describeLogStreams(nowhere),
    error: ResourceNotFoundException,
  },
  DeleteRetentionPolicy: {
    ask: () => logs.deleteRetentionPolicy({ logGroupName: group }),
    answers: {},
    fail: () => logs.deleteRetentionPolicy(nowhere),
    error: ResourceNotFoundException,
  },
  TagResource: {
    ask: () => logs.tagResource({ resourceArn: arn, tags: { stage: 'test', owner: 'me' } }),
    answers: {},
    fail: () => logs.tagResource({ resourceArn: arnOf('/nowhere'), tags: { stage: 'test' } }),
    error: ResourceNotFoundException,
  },
  UntagResource: {
    ask: () => logs.untagResource({ resourceArn: arn, tagKeys: ['owner'] }),
    answers: {},
    fail: () => logs.untagResource({ resourceArn: arnOf('/nowhere'), tagKeys: ['owner'] }),
    error: ResourceNotFoundException,
  },
  ListTagsForResource: {
    ask: () => logs.listTagsForResource({ resourceArn: arn }),
    answers: { tags: { team: 'web', stage: 'test' } },
    fail: () => logs.listTagsForResource({ resourceArn: arnOf('/nowhere') }),
    error: ResourceNotFoundException,
  },
  TagLogGroup: {
    ask: () => logs.tagLogGroup({ logGroupName: group, tags: { age: 'old' } }),
    answers: {},
    fail: () => logs.tagLogGroup({ ...nowhere, tags: { age: 'old' } }),
    error: ResourceNotFoundException,
  },
  UntagLogGroup: {
    ask: () => logs.untagLogGroup({ logGroupName: group, tags: ['stage'] }),
    answers: {},
    fail: () => logs.untagLogGroup({ ...nowhere, tags: ['stage'] }),
    error: ResourceNotFoundException,
  },
  ListTagsLogGroup: {
    ask: () => logs.listTagsLogGroup({ logGroupName: group }),
    answers: { tags: { team: 'web', age: 'old' } },
    fail: () => logs.listTagsLogGroup(nowhere),
    error: ResourceNotFoundException,
  },
  PutIndexPolicy: {
    ask: () => logs.putIndexPolicy({ logGroupIdentifier: group, policyDocument: '{"Fields":["level"]}' }),
    answers: { indexPolicy: { logGroupIdentifier: expect.stringContaining(group) } },
    fail: () => logs.putIndexPolicy({ logGroupIdentifier: group, policyDocument: 'no JSON' }),
    error: InvalidParameterException,
  },
  DescribeIndexPolicies: {
    ask: () => logs.describeIndexPolicies({ logGroupIdentifiers: [group] }),
    answers: { indexPolicies: [{ policyDocument: expect.stringContaining('level') }] },
    fail: () => logs.describeIndexPolicies({ logGroupIdentifiers: ['/nowhere'] }),
    error: ResourceNotFoundException,
  },
  DescribeFieldIndexes: {
    ask: () => logs.describeFieldIndexes({ logGroupIdentifiers: [group] }),
    answers: { fieldIndexes: expect.arrayContaining([expect.objectContaining({ fieldIndexName: 'level' })]) },
    fail: () => logs.describeFieldIndexes({ logGroupIdentifiers: ['/nowhere'] }),
    error: ResourceNotFoundException,
  },
  DeleteIndexPolicy: {
    ask: () => logs.deleteIndexPolicy({ logGroupIdentifier: group }),
    answers: {},
    fail: () => logs.deleteIndexPolicy({ logGroupIdentifier: '/nowhere' }),
    error: ResourceNotFoundException,
  },
});

export const deletion = ({ logs }: Scene): Cases => ({
  PutLogGroupDeletionProtection: {
    ask: () =>
      logs.putLogGroupDeletionProtection({ logGroupIdentifier: group, deletionProtectionEnabled: false }),
    answers: {},
    fail: () =>
      logs.putLogGroupDeletionProtection({
        logGroupIdentifier: '/nowhere',
        deletionProtectionEnabled: false,
      }),
    error: ResourceNotFoundException,
  },
  DeleteLogStream: {
    ask: () => logs.deleteLogStream(stream),
    answers: {},
    fail: () => logs.deleteLogStream(stream),
    error: ResourceNotFoundException,
  },
  DeleteLogGroup: {
    ask: () => logs.deleteLogGroup({ logGroupName: group }),
    answers: {},
    fail: () => logs.deleteLogGroup({ logGroupName: group }),
    error: ResourceNotFoundException,
  },
});
