// Lookup tables and scheduled queries.

import {
  ConflictException,
  InvalidParameterException,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
  ValidationException,
} from '@aws-sdk/client-cloudwatch-logs';
import { expect } from 'vitest';
import { type Cases, group, nowMs, type Scene } from './case.ts';

const table = { lookupTableName: 'owners', tableBody: 'id,owner\n1,Ada\n' };
const noTable = { lookupTableArn: 'arn:aws:logs:us-east-1:000000000000:lookup-table:nobody' };

export const lookupTables = ({ logs, remember, known }: Scene): Cases => ({
  CreateLookupTable: {
    ask: () => remember('lookupTableArn', logs.createLookupTable(table)),
    answers: { lookupTableArn: 'arn:aws:logs:us-east-1:000000000000:lookup-table:owners' },
    fail: () => logs.createLookupTable(table),
    error: ResourceAlreadyExistsException,
  },
  UpdateLookupTable: {
    ask: () =>
      logs.updateLookupTable({ lookupTableArn: known('lookupTableArn'), tableBody: 'id,owner\n2,Eva\n' }),
    answers: { lookupTableArn: expect.any(String) },
    fail: () => logs.updateLookupTable({ ...noTable, tableBody: 'id\n1\n' }),
    error: ResourceNotFoundException,
  },
  DescribeLookupTables: {
    ask: () => logs.describeLookupTables({}),
    answers: { lookupTables: [{ lookupTableName: 'owners', recordsCount: 1 }] },
    fail: () => logs.describeLookupTables({ maxResults: 0 }),
    error: InvalidParameterException,
  },
  GetLookupTable: {
    ask: () => logs.getLookupTable({ lookupTableArn: known('lookupTableArn') }),
    answers: { tableBody: 'id,owner\n2,Eva\n' },
    fail: () => logs.getLookupTable(noTable),
    error: ResourceNotFoundException,
  },
  DeleteLookupTable: {
    ask: () => logs.deleteLookupTable({ lookupTableArn: known('lookupTableArn') }),
    answers: {},
    fail: () => logs.deleteLookupTable(noTable),
    error: ResourceNotFoundException,
  },
});

const schedule = {
  queryLanguage: 'CWLI' as const,
  queryString: 'stats count(*)',
  logGroupIdentifiers: [group],
  scheduleExpression: 'cron(0 3 * * ? *)',
  executionRoleArn: 'arn:aws:iam::000000000000:role/any',
};

export const scheduledQueries = ({ logs, remember, known }: Scene): Cases => ({
  CreateScheduledQuery: {
    ask: () => remember('scheduledQueryArn', logs.createScheduledQuery({ name: 'nightly', ...schedule })),
    answers: { state: 'ENABLED' },
    fail: () => logs.createScheduledQuery({ name: 'nightly', ...schedule }),
    error: ConflictException,
  },
  UpdateScheduledQuery: {
    ask: () =>
      logs.updateScheduledQuery({ identifier: known('scheduledQueryArn'), ...schedule, state: 'DISABLED' }),
    answers: { state: 'DISABLED' },
    fail: () =>
      logs.updateScheduledQuery({ identifier: 'nightly', ...schedule, scheduleExpression: 'at midnight' }),
    error: ValidationException,
  },
  GetScheduledQuery: {
    ask: () => logs.getScheduledQuery({ identifier: known('scheduledQueryArn') }),
    answers: { name: 'nightly', queryString: 'stats count(*)', state: 'DISABLED' },
    fail: () => logs.getScheduledQuery({ identifier: 'other' }),
    error: ResourceNotFoundException,
  },
  ListScheduledQueries: {
    ask: () => logs.listScheduledQueries({}),
    answers: { scheduledQueries: [{ name: 'nightly', state: 'DISABLED' }] },
    fail: () => logs.listScheduledQueries({ maxResults: 0 }),
    error: ValidationException,
  },
  GetScheduledQueryHistory: {
    ask: () =>
      logs.getScheduledQueryHistory({ identifier: 'nightly', startTime: nowMs - 3_600_000, endTime: nowMs }),
    answers: { name: 'nightly', triggerHistory: [] },
    fail: () => logs.getScheduledQueryHistory({ identifier: 'other', startTime: 0, endTime: 1 }),
    error: ResourceNotFoundException,
  },
  DeleteScheduledQuery: {
    ask: () => logs.deleteScheduledQuery({ identifier: known('scheduledQueryArn') }),
    answers: {},
    fail: () => logs.deleteScheduledQuery({ identifier: known('scheduledQueryArn') }),
    error: ResourceNotFoundException,
  },
});
