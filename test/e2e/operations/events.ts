// Events: put, found, read, watched; and filter patterns tried without any.

import { InvalidParameterException, ResourceNotFoundException } from '@aws-sdk/client-cloudwatch-logs';
import { expect } from 'vitest';
import { arnOf, type Cases, group, nowhere, nowMs, type Scene, stream } from './case.ts';

const event = (message: string) => ({ timestamp: nowMs, message });

export const events = ({ logs }: Scene): Cases => ({
  PutLogEvents: {
    ask: () =>
      logs.putLogEvents({ ...stream, logEvents: [event('{"level":"ERROR"}'), event('{"level":"INFO"}')] }),
    answers: {},
    fail: () => logs.putLogEvents({ ...stream, logStreamName: 'other', logEvents: [event('x')] }),
    error: ResourceNotFoundException,
  },
  FilterLogEvents: {
    ask: () => logs.filterLogEvents({ logGroupName: group, filterPattern: '{ $.level = "ERROR" }' }),
    answers: { events: [{ logStreamName: 'one', message: '{"level":"ERROR"}', timestamp: nowMs }] },
    fail: () => logs.filterLogEvents({ logGroupName: group, filterPattern: '{ $.level = ' }),
    error: InvalidParameterException,
  },
  GetLogEvents: {
    ask: () => logs.getLogEvents({ ...stream, startFromHead: true }),
    answers: {
      events: [{ message: '{"level":"ERROR"}' }, { message: '{"level":"INFO"}' }],
      nextForwardToken: expect.any(String),
      nextBackwardToken: expect.any(String),
    },
    fail: () => logs.getLogEvents({ ...stream, ...nowhere }),
    error: ResourceNotFoundException,
  },
  StartLiveTail: {
    ask: async () => {
      const { responseStream } = await logs.startLiveTail({ logGroupIdentifiers: [arnOf(group)] });
      for await (const first of responseStream ?? []) return first;
      return undefined;
    },
    answers: { sessionStart: { logGroupIdentifiers: [arnOf(group)] } },
    fail: () => logs.startLiveTail({ logGroupIdentifiers: [arnOf('/nowhere')] }),
    error: ResourceNotFoundException,
  },
  TestMetricFilter: {
    ask: () =>
      logs.testMetricFilter({ filterPattern: '{ $.n > 1 }', logEventMessages: ['{"n":1}', '{"n":2}'] }),
    answers: { matches: [{ eventNumber: 2, eventMessage: '{"n":2}' }] },
    fail: () => logs.testMetricFilter({ filterPattern: '{ $.n > ', logEventMessages: ['{"n":1}'] }),
    error: InvalidParameterException,
  },
  GetLogGroupFields: {
    ask: () => logs.getLogGroupFields({ logGroupName: group }),
    answers: { logGroupFields: expect.arrayContaining([{ name: 'level', percent: 100 }]) },
    fail: () => logs.getLogGroupFields(nowhere),
    error: ResourceNotFoundException,
  },
  GetLogFields: {
    ask: () => logs.getLogFields({ dataSourceName: 'amazon_ecs', dataSourceType: 'events' }),
    answers: {
      logFields: expect.arrayContaining([{ logFieldName: 'level', logFieldType: { type: 'string' } }]),
    },
    fail: () => logs.getLogFields({ dataSourceName: 'amazon_vpc', dataSourceType: 'flow' }),
    error: ResourceNotFoundException,
  },
});
