// Firehose calls Shiplog: batches of events; what cannot be delivered in two hours is kept in a bucket, to be imported.

import {
  alarm,
  deadLetterQueue,
  deliveryAlarms,
  ingestToken,
  rulesRole,
  sendPolicy,
} from './describe-parts.ts';
import { busOutput } from './describe-queue.ts';
import { describeSource } from './describe-source.ts';
import { account, arnOf, type Description, join, type Named, nameOf, parameter } from './description.ts';
import { endpoint, type SetupRequest } from './request.ts';

const bufferSeconds = 60;
const bufferMegabytes = 4;
/** Firehose's maximum. */
const retrySeconds = 7_200;
const failedPrefix = 'failed/';
/** Older than this, and Shiplog does not answer. */
const ageSecondsAlarming = 900;

export function describeFirehose(request: SetupRequest): Description {
  const { name } = request;
  const streamName = `${name}-events`;
  const { resources, rules, ruleNames } = describeSource(request, {
    arn: arnOf('Stream'),
    role: arnOf('RulesRole'),
    deadLetterQueue: arnOf('DeadLetterQueue'),
  });
  return {
    title: 'Events of Amazon ECS to Shiplog, by Firehose',
    name,
    parameters: [ingestToken],
    resources: [
      deadLetterQueue(name),
      {
        kind: 'bucket',
        id: 'FailedBucket',
        why: 'What could not be delivered; private, and kept when the rest goes.',
      },
      streamRole,
      {
        kind: 'delivery-stream',
        id: 'Stream',
        why: 'A request a minute, or each four megabytes.',
        name: streamName,
        endpointName: 'Shiplog',
        url: endpoint(request, '/ingest/firehose'),
        accessKey: parameter(ingestToken.name),
        role: arnOf('StreamRole'),
        bucket: arnOf('FailedBucket'),
        bufferSeconds,
        bufferMegabytes,
        retrySeconds,
        failedPrefix,
      },
      rulesRole({
        sid: 'Put',
        actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        resources: [arnOf('Stream')],
      }),
      ...resources,
      sendPolicy('DeadLetterQueuePolicy', 'DeadLetterQueue', rules),
      ...deliveryAlarms(request, ruleNames),
      alarm(request, {
        id: 'FreshnessAlarm',
        suffix: 'firehose-age',
        why: 'Shiplog does not answer; after two hours events go to the bucket.',
        description: `Events have waited in Firehose (${streamName}) for more than 15 minutes.`,
        namespace: 'AWS/Firehose',
        metric: 'DeliveryToHttpEndpoint.DataFreshness',
        dimensions: { DeliveryStreamName: streamName },
        statistic: 'Maximum',
        above: ageSecondsAlarming,
      }),
    ],
    outputs: [
      {
        name: 'FailedBucketName',
        description: `What could not be delivered, below ${failedPrefix}`,
        value: nameOf('FailedBucket'),
      },
      ...busOutput(request),
    ],
  };
}

/** Reading of its own uploads included, as Firehose's guide asks for. */
const streamRole: Named = {
  kind: 'role',
  id: 'StreamRole',
  why: 'Firehose writes to the bucket, and nothing else.',
  description: 'Firehose keeps what it could not deliver to Shiplog',
  trust: {
    sid: 'Firehose',
    principal: { service: 'firehose.amazonaws.com' },
    actions: ['sts:AssumeRole'],
    conditions: { StringEquals: { 'sts:ExternalId': account } },
  },
  statements: [
    {
      sid: 'Bucket',
      actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
      resources: [arnOf('FailedBucket')],
    },
    {
      sid: 'Objects',
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
      resources: [join(arnOf('FailedBucket'), '/*')],
    },
  ],
};
