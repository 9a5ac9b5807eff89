// Resources in the words of Terraform's AWS provider: blocks with arguments, and which attribute is which.

import {
  type Attribute,
  type Json,
  type Named,
  nameOf,
  type Resource,
  type Statement,
} from './description.ts';
import { policyDocument } from './policy.ts';

export type Entry =
  | { readonly name: string; readonly value: Json }
  /** Given to the provider as a text of JSON. */
  | { readonly name: string; readonly json: Json }
  /** An attribute of another block, as it stands. */
  | { readonly name: string; readonly expression: string }
  | { readonly name: string; readonly block: readonly Entry[] };

export interface Block {
  readonly type: string;
  /** Besides the resource's own id, when one resource becomes several blocks. */
  readonly suffix?: string;
  readonly entries: readonly Entry[];
}

const value = (name: string, value: Json | undefined): readonly Entry[] =>
  value === undefined ? [] : [{ name, value }];
const json = (name: string, json: Json | undefined): readonly Entry[] =>
  json === undefined ? [] : [{ name, json }];
const block = (name: string, ...entries: readonly (readonly Entry[])[]): readonly Entry[] => [
  { name, block: entries.flat() },
];
const policy = (name: string, statements: readonly Statement[]): readonly Entry[] =>
  json(name, policyDocument(statements));
const made = (type: string, ...entries: readonly (readonly Entry[])[]): Block => ({
  type,
  entries: entries.flat(),
});

type Kind = Resource['kind'];
type Makers = {
  readonly [K in Kind]: (of: Named<Extract<Resource, { kind: K }>>, setupName: string) => readonly Block[];
};

const makers: Makers = {
  queue: ({ name, retentionSeconds, visibilityTimeoutSeconds, waitSeconds, redrive, redriveFrom }) => [
    made(
      'aws_sqs_queue',
      value('name', name),
      value('message_retention_seconds', retentionSeconds),
      value('visibility_timeout_seconds', visibilityTimeoutSeconds),
      value('receive_wait_time_seconds', waitSeconds),
      value('sqs_managed_sse_enabled', true),
      json(
        'redrive_policy',
        redrive && { deadLetterTargetArn: redrive.to, maxReceiveCount: redrive.receivesMax },
      ),
      json(
        'redrive_allow_policy',
        redriveFrom && { redrivePermission: 'byQueue', sourceQueueArns: [redriveFrom] },
      ),
    ),
  ],
  'queue-policy': ({ queue, statements }) => [
    made(
      'aws_sqs_queue_policy',
      value('queue_url', { kind: 'attribute', of: queue, attribute: 'url' }),
      policy('policy', statements),
    ),
  ],
  rule: ({ id, name, description, bus, pattern, target }) => [
    made(
      'aws_cloudwatch_event_rule',
      value('name', name),
      value('description', description),
      value('event_bus_name', bus),
      json('event_pattern', pattern),
    ),
    {
      ...made(
        'aws_cloudwatch_event_target',
        [{ name: 'rule', expression: `aws_cloudwatch_event_rule.${snake(id)}.name` }],
        value('event_bus_name', bus),
        value('target_id', 'Shiplog'),
        value('arn', target.arn),
        value('role_arn', target.role),
        target.deadLetterQueue === undefined
          ? []
          : block('dead_letter_config', value('arn', target.deadLetterQueue)),
        target.retry === undefined
          ? []
          : block(
              'retry_policy',
              value('maximum_event_age_in_seconds', target.retry.ageSecondsMax),
              value('maximum_retry_attempts', target.retry.attemptsMax),
            ),
      ),
    },
  ],
  alarm: (alarm) => [
    made(
      'aws_cloudwatch_metric_alarm',
      value('alarm_name', alarm.name),
      value('alarm_description', alarm.description),
      value('namespace', alarm.namespace),
      value('metric_name', alarm.metric),
      value('dimensions', alarm.dimensions),
      value('statistic', alarm.statistic),
      value('period', alarm.periodSeconds),
      value('evaluation_periods', alarm.periods),
      value('threshold', alarm.above),
      value('comparison_operator', 'GreaterThanThreshold'),
      value('treat_missing_data', 'notBreaching'),
      ...(alarm.notify.length === 0
        ? []
        : [value('alarm_actions', alarm.notify), value('ok_actions', alarm.notify)]),
    ),
  ],
  'access-policy': ({ id, description, statements }, setupName) => [
    made(
      'aws_iam_policy',
      value('name_prefix', `${setupName}-${id}-`),
      value('description', description),
      policy('policy', statements),
    ),
  ],
  role: ({ id, description, trust, statements }, setupName) => [
    made(
      'aws_iam_role',
      // The provider adds 26 characters; IAM allows 64.
      value('name_prefix', `${setupName}-`),
      value('description', description),
      policy('assume_role_policy', [trust]),
    ),
    made(
      'aws_iam_role_policy',
      value('name', 'shiplog'),
      [{ name: 'role', expression: `aws_iam_role.${snake(id)}.id` }],
      policy('policy', statements),
    ),
  ],
  connection: ({ name, description, header, value: secret }) => [
    made(
      'aws_cloudwatch_event_connection',
      value('name', name),
      value('description', description),
      value('authorization_type', 'API_KEY'),
      block('auth_parameters', block('api_key', value('key', header), value('value', secret))),
    ),
  ],
  'api-destination': ({ name, description, connection, url, ratePerSecond }) => [
    made(
      'aws_cloudwatch_event_api_destination',
      value('name', name),
      value('description', description),
      value('connection_arn', connection),
      value('http_method', 'POST'),
      value('invocation_endpoint', url),
      value('invocation_rate_limit_per_second', ratePerSecond),
    ),
  ],
  'delivery-stream': (stream) => [
    made(
      'aws_kinesis_firehose_delivery_stream',
      value('name', stream.name),
      value('destination', 'http_endpoint'),
      block('server_side_encryption', value('enabled', true), value('key_type', 'AWS_OWNED_CMK')),
      block(
        'http_endpoint_configuration',
        value('name', stream.endpointName),
        value('url', stream.url),
        value('access_key', stream.accessKey),
        value('buffering_interval', stream.bufferSeconds),
        value('buffering_size', stream.bufferMegabytes),
        value('retry_duration', stream.retrySeconds),
        value('role_arn', stream.role),
        value('s3_backup_mode', 'FailedDataOnly'),
        block('request_configuration', value('content_encoding', 'GZIP')),
        block(
          's3_configuration',
          value('role_arn', stream.role),
          value('bucket_arn', stream.bucket),
          value('prefix', stream.failedPrefix),
          value('error_output_prefix', stream.failedPrefix),
          value('compression_format', 'GZIP'),
        ),
      ),
    ),
  ],
  bucket: ({ id }, setupName) => [
    // A bucket that holds something is not destroyed.
    made('aws_s3_bucket', value('bucket_prefix', `${setupName}-failed-`.toLowerCase())),
    made(
      'aws_s3_bucket_server_side_encryption_configuration',
      value('bucket', nameOf(id)),
      block('rule', block('apply_server_side_encryption_by_default', value('sse_algorithm', 'AES256'))),
    ),
    made(
      'aws_s3_bucket_public_access_block',
      value('bucket', nameOf(id)),
      value('block_public_acls', true),
      value('block_public_policy', true),
      value('ignore_public_acls', true),
      value('restrict_public_buckets', true),
    ),
  ],
  'log-group': ({ name, retentionDays }) => [
    made(
      'aws_cloudwatch_log_group',
      value('name', name),
      value('retention_in_days', retentionDays),
      value('skip_destroy', true),
    ),
  ],
  'log-policy': ({ name, statements }) => [
    made(
      'aws_cloudwatch_log_resource_policy',
      value('policy_name', name),
      policy('policy_document', statements),
    ),
  ],
  'event-bus': ({ name, description }) => [
    made('aws_cloudwatch_event_bus', value('name', name), value('description', description)),
  ],
  'bus-policy': ({ bus, statement }) => [
    made(
      'aws_cloudwatch_event_bus_policy',
      value('event_bus_name', nameOf(bus)),
      policy('policy', [statement]),
    ),
  ],
};

/** The blocks of a resource, the one that it is known by first. */
export function terraformBlocks(resource: Named, setupName: string): readonly Block[] {
  const make = makers[resource.kind] as (of: Named, setupName: string) => readonly Block[];
  return make(resource, setupName);
}

/** Type of the block that others refer to, and what it calls the attributes. */
const attributes: {
  readonly [K in Kind]?: { readonly type: string } & Readonly<Partial<Record<Attribute, string>>>;
} = {
  queue: { type: 'aws_sqs_queue', arn: 'arn', url: 'url' },
  rule: { type: 'aws_cloudwatch_event_rule', arn: 'arn' },
  'access-policy': { type: 'aws_iam_policy', arn: 'arn' },
  role: { type: 'aws_iam_role', arn: 'arn' },
  connection: { type: 'aws_cloudwatch_event_connection', arn: 'arn' },
  'api-destination': { type: 'aws_cloudwatch_event_api_destination', arn: 'arn' },
  'delivery-stream': { type: 'aws_kinesis_firehose_delivery_stream', arn: 'arn' },
  bucket: { type: 'aws_s3_bucket', arn: 'arn', name: 'bucket' },
  'log-group': { type: 'aws_cloudwatch_log_group', name: 'name' },
  'event-bus': { type: 'aws_cloudwatch_event_bus', arn: 'arn', name: 'name' },
};

export function terraformAttribute(kind: Kind, id: string, attribute: Attribute): string {
  const type = attributes[kind]?.type;
  const name = attributes[kind]?.[attribute];
  if (type === undefined || name === undefined) throw new Error(`a ${kind} has no ${attribute} in Terraform`);
  return `${type}.${snake(id)}.${name}`;
}

/** `EventsQueue` -> `events_queue`. */
export const snake = (id: string): string =>
  id.replaceAll(/\B[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
