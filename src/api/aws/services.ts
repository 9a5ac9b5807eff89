// The services that are answered at the AWS door: CloudWatch Logs, and of its neighbours what clients of Logs need.

import { batchBodyBytesMax } from '../../limits.ts';
import { describeRegions } from '../ec2/describe-regions.ts';
import { putEvents } from '../events/put-events.ts';
import { operations } from '../logs/operations.ts';
import { listMetrics } from '../monitoring/list-metrics.ts';
import { getCallerIdentity } from '../sts/get-caller-identity.ts';
import type { Operation, Service } from './service.ts';

export const services: readonly Service[] = [
  { name: 'logs', target: 'Logs_20140328', operations },
  {
    name: 'events',
    target: 'AWSEvents',
    operations: new Map<string, Operation>([
      ['PutEvents', { role: 'ingest', action: putEvents, bodyBytesMax: batchBodyBytesMax }],
    ]),
  },
  {
    name: 'cloudwatch',
    target: 'GraniteServiceVersion20100801',
    query: {
      version: '2010-08-01',
      namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
      flavour: 'query',
    },
    operations: new Map<string, Operation>([['ListMetrics', { role: 'read', action: listMetrics }]]),
  },
  {
    name: 'sts',
    query: {
      version: '2011-06-15',
      namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
      flavour: 'query',
    },
    operations: new Map<string, Operation>([
      ['GetCallerIdentity', { role: 'any', action: getCallerIdentity }],
    ]),
  },
  {
    name: 'ec2',
    query: {
      version: '2016-11-15',
      namespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
      flavour: 'ec2',
    },
    operations: new Map<string, Operation>([['DescribeRegions', { role: 'read', action: describeRegions }]]),
  },
];
