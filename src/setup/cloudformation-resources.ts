// Resources in CloudFormation's words: types, properties, and which attribute is which.

import {
  type Attribute,
  type Json,
  type Named,
  nameOf,
  type Resource,
  type Statement,
} from './description.ts';
import { policyDocument, statementJson } from './policy.ts';

/** JSON of somebody else's making inside of a property, such as a policy: its keys are no property names. */
export interface Document {
  readonly kind: 'document';
  readonly json: Json;
}
/** The same where the property is a text. */
export interface DocumentText {
  readonly kind: 'document-text';
  readonly json: Json;
}
export type Value =
  | Exclude<Json, readonly Json[] | { readonly [name: string]: Json }>
  | Document
  | DocumentText
  | readonly Value[]
  | Properties;
export interface Properties {
  readonly [name: string]: Value;
}
export interface CloudFormationResource {
  readonly type: `AWS::${string}::${string}`;
  readonly properties: Properties;
  /** Stays when the stack is deleted. */
  readonly retained?: true;
}

const document = (json: Json): Document => ({ kind: 'document', json });
const policy = (statements: readonly Statement[]): Document => document(policyDocument(statements));

type Kind = Resource['kind'];
type Makers = { readonly [K in Kind]: (of: Named<Extract<Resource, { kind: K }>>) => CloudFormationResource };

const makers: Makers = {
  queue: (queue) => ({
    type: 'AWS::SQS::Queue',
    properties: {
      QueueName: queue.name,
      MessageRetentionPeriod: queue.retentionSeconds,
      ...(queue.visibilityTimeoutSeconds === undefined
        ? {}
        : { VisibilityTimeout: queue.visibilityTimeoutSeconds }),
      ...(queue.waitSeconds === undefined ? {} : { ReceiveMessageWaitTimeSeconds: queue.waitSeconds }),
      SqsManagedSseEnabled: true,
      ...(queue.redrive === undefined
        ? {}
        : {
            RedrivePolicy: document({
              deadLetterTargetArn: queue.redrive.to,
              maxReceiveCount: queue.redrive.receivesMax,
            }),
          }),
      ...(queue.redriveFrom === undefined
        ? {}
        : {
            RedriveAllowPolicy: document({
              redrivePermission: 'byQueue',
              sourceQueueArns: [queue.redriveFrom],
            }),
          }),
    },
  }),
  'queue-policy': ({ queue, statements }) => ({
    type: 'AWS::SQS::QueuePolicy',
    properties: {
      Queues: [{ kind: 'attribute', of: queue, attribute: 'url' }],
      PolicyDocument: policy(statements),
    },
  }),
  rule: ({ name, description, bus, pattern, target }) => ({
    type: 'AWS::Events::Rule',
    properties: {
      Name: name,
      Description: description,
      ...(bus === undefined ? {} : { EventBusName: bus }),
      EventPattern: document(pattern),
      Targets: [
        {
          Id: 'Shiplog',
          Arn: target.arn,
          ...(target.role === undefined ? {} : { RoleArn: target.role }),
          ...(target.deadLetterQueue === undefined
            ? {}
            : { DeadLetterConfig: { Arn: target.deadLetterQueue } }),
          ...(target.retry === undefined
            ? {}
            : {
                RetryPolicy: {
                  MaximumEventAgeInSeconds: target.retry.ageSecondsMax,
                  MaximumRetryAttempts: target.retry.attemptsMax,
                },
              }),
        },
      ],
    },
  }),
  alarm: (alarm) => ({
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      AlarmName: alarm.name,
      AlarmDescription: alarm.description,
      Namespace: alarm.namespace,
      MetricName: alarm.metric,
      Dimensions: Object.entries(alarm.dimensions).map(([Name, Value]) => ({ Name, Value })),
      Statistic: alarm.statistic,
      Period: alarm.periodSeconds,
      EvaluationPeriods: alarm.periods,
      Threshold: alarm.above,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      ...(alarm.notify.length === 0 ? {} : { AlarmActions: alarm.notify, OKActions: alarm.notify }),
    },
  }),
  'access-policy': ({ description, statements }) => ({
    type: 'AWS::IAM::ManagedPolicy',
    properties: { Description: description, PolicyDocument: policy(statements) },
  }),
  role: ({ description, trust, statements }) => ({
    type: 'AWS::IAM::Role',
    properties: {
      Description: description,
      AssumeRolePolicyDocument: policy([trust]),
      Policies: [{ PolicyName: 'shiplog', PolicyDocument: policy(statements) }],
    },
  }),
  connection: ({ name, description, header, value }) => ({
    type: 'AWS::Events::Connection',
    properties: {
      Name: name,
      Description: description,
      AuthorizationType: 'API_KEY',
      AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: header, ApiKeyValue: value } },
    },
  }),
  'api-destination': ({ name, description, connection, url, ratePerSecond }) => ({
    type: 'AWS::Events::ApiDestination',
    properties: {
      Name: name,
      Description: description,
      ConnectionArn: connection,
      HttpMethod: 'POST',
      InvocationEndpoint: url,
      InvocationRateLimitPerSecond: ratePerSecond,
    },
  }),
  'delivery-stream': (stream) => ({
    type: 'AWS::KinesisFirehose::DeliveryStream',
    properties: {
      DeliveryStreamName: stream.name,
      DeliveryStreamType: 'DirectPut',
      DeliveryStreamEncryptionConfigurationInput: { KeyType: 'AWS_OWNED_CMK' },
      HttpEndpointDestinationConfiguration: {
        EndpointConfiguration: { Name: stream.endpointName, Url: stream.url, AccessKey: stream.accessKey },
        RequestConfiguration: { ContentEncoding: 'GZIP' },
        BufferingHints: { IntervalInSeconds: stream.bufferSeconds, SizeInMBs: stream.bufferMegabytes },
        RetryOptions: { DurationInSeconds: stream.retrySeconds },
        RoleARN: stream.role,
        S3BackupMode: 'FailedDataOnly',
        S3Configuration: {
          BucketARN: stream.bucket,
          RoleARN: stream.role,
          Prefix: stream.failedPrefix,
          ErrorOutputPrefix: stream.failedPrefix,
          CompressionFormat: 'GZIP',
        },
      },
    },
  }),
  bucket: () => ({
    type: 'AWS::S3::Bucket',
    retained: true,
    properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    },
  }),
  'log-group': ({ name, retentionDays }) => ({
    type: 'AWS::Logs::LogGroup',
    retained: true,
    properties: { LogGroupName: name, RetentionInDays: retentionDays },
  }),
  'log-policy': ({ name, statements }) => ({
    type: 'AWS::Logs::ResourcePolicy',
    properties: {
      PolicyName: name,
      PolicyDocument: { kind: 'document-text', json: policyDocument(statements) },
    },
  }),
  'event-bus': ({ name, description }) => ({
    type: 'AWS::Events::EventBus',
    properties: { Name: name, Description: description },
  }),
  'bus-policy': ({ bus, statement }) => ({
    type: 'AWS::Events::EventBusPolicy',
    properties: {
      EventBusName: nameOf(bus),
      StatementId: statement.sid,
      Statement: document(statementJson(statement)),
    },
  }),
};

export function cloudFormationResource(resource: Named): CloudFormationResource {
  const make = makers[resource.kind] as (of: Named) => CloudFormationResource;
  return make(resource);
}

/** How `Ref` and `Fn::GetAtt` name the attributes; one that is not here does not exist, or is not needed. */
const attributes: {
  readonly [K in Kind]?: Readonly<Partial<Record<Attribute, 'Ref' | { readonly att: string }>>>;
} = {
  queue: { arn: { att: 'Arn' }, url: 'Ref' },
  rule: { arn: { att: 'Arn' } },
  'access-policy': { arn: 'Ref' },
  role: { arn: { att: 'Arn' } },
  connection: { arn: { att: 'Arn' } },
  'api-destination': { arn: { att: 'Arn' } },
  'delivery-stream': { arn: { att: 'Arn' } },
  bucket: { arn: { att: 'Arn' }, name: 'Ref' },
  'log-group': { name: 'Ref' },
  'event-bus': { arn: { att: 'Arn' }, name: 'Ref' },
};

export function cloudFormationAttribute(kind: Kind, attribute: Attribute): 'Ref' | { readonly att: string } {
  const found = attributes[kind]?.[attribute];
  if (found === undefined) throw new Error(`a ${kind} has no ${attribute} in CloudFormation`);
  return found;
}
