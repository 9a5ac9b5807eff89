// What every template must be: parsed by a strict reader, with references that lead somewhere, the properties that AWS requires,
// and no right that is not on the list. The three forms are compared with each other.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mapsIn, readTemplate, referencesIn, statementsIn } from '../../test/cloudformation-template.ts';
import { describeSetup } from './describe.ts';
import { printRemoval, printSetup } from './print-setup.ts';
import type { SetupRequest } from './request.ts';

const url = new URL('https://shiplog.example.com');
const bus = 'arn:aws:events:us-east-1:111122223333:event-bus/shiplog';
const requests: Readonly<Record<string, SetupRequest>> = {
  queue: { name: 'shiplog', path: 'queue' },
  'queue, alarms told': {
    name: 'ecs-prod',
    path: 'queue',
    alarmTopic: 'arn:aws:sns:us-east-1:111122223333:ops',
  },
  'queue, two accounts': {
    name: 'shiplog',
    path: 'queue',
    from: { accounts: ['111122223333', '444455556666'] },
  },
  'queue, an organization': { name: 'shiplog', path: 'queue', from: { organization: 'o-abcd123456' } },
  'api-destination': { name: 'shiplog', path: 'api-destination', url },
  'api-destination, one account': {
    name: 'shiplog',
    path: 'api-destination',
    url,
    from: { accounts: ['111122223333'] },
  },
  firehose: { name: 'shiplog', path: 'firehose', url },
  'log-group': { name: 'shiplog', path: 'log-group' },
  'log-group, one account': { name: 'shiplog', path: 'log-group', from: { accounts: ['111122223333'] } },
  spoke: { name: 'shiplog', path: 'queue', toBus: bus },
};
const all = Object.entries(requests);

/** Properties that the resource types require, by AWS's reference of resource types. */
const required: Readonly<Record<string, readonly string[]>> = {
  'AWS::SQS::Queue': [],
  'AWS::SQS::QueuePolicy': ['PolicyDocument', 'Queues'],
  'AWS::Events::Rule': ['EventPattern', 'Targets'],
  'AWS::CloudWatch::Alarm': ['ComparisonOperator', 'EvaluationPeriods'],
  'AWS::IAM::ManagedPolicy': ['PolicyDocument'],
  'AWS::IAM::Role': ['AssumeRolePolicyDocument'],
  'AWS::Events::Connection': ['AuthorizationType', 'AuthParameters'],
  'AWS::Events::ApiDestination': ['ConnectionArn', 'HttpMethod', 'InvocationEndpoint'],
  'AWS::KinesisFirehose::DeliveryStream': ['HttpEndpointDestinationConfiguration'],
  'AWS::S3::Bucket': [],
  'AWS::Logs::LogGroup': [],
  'AWS::Logs::ResourcePolicy': ['PolicyDocument', 'PolicyName'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::Events::EventBusPolicy': ['StatementId', 'Statement', 'EventBusName'],
};

/** Attributes of `Fn::GetAtt`, by the same reference. */
const arnTypes = [
  'AWS::SQS::Queue',
  'AWS::Events::Rule',
  'AWS::IAM::Role',
  'AWS::Events::Connection',
  'AWS::Events::ApiDestination',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::S3::Bucket',
  'AWS::Events::EventBus',
];

describe.each(all)('%s', (_, request) => {
  const template = readTemplate(printSetup('cloudformation', request));
  const resources = Object.entries(template.Resources);

  it('has every required property', () => {
    for (const [id, { Type, Properties }] of resources) {
      expect(required, `${id} is of an unknown type`).toHaveProperty([Type]);
      expect(Object.keys(Properties ?? {}), id).toEqual(expect.arrayContaining([...(required[Type] ?? [])]));
    }
  });

  it('refers only to what is there', () => {
    const references = referencesIn(template);
    expect(references.length).toBeGreaterThan(5);
    const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})]);
    for (const reference of references) {
      const [id = '', attribute] = reference.split('.');
      expect(known, `nothing is called ${id}`).toContain(id);
      if (attribute === undefined) continue;
      expect(attribute).toBe('Arn');
      expect(arnTypes).toContain(template.Resources[id]?.Type);
    }
  });

  it('grants nothing that is not on the list', () => {
    for (const { Action, Resource, Principal, Condition } of statementsIn(template)) {
      for (const action of [Action].flat()) expect(actionsAllowed).toContain(action);
      for (const each of Resource === undefined ? [] : [Resource].flat()) {
        const text = JSON.stringify(each);
        if (text.includes('*')) expect(text).toMatch(resourceWildcardsAllowed);
      }
      // Everybody only where a condition says who.
      if (Principal === '*')
        expect(Condition).toEqual({ StringEquals: { 'aws:PrincipalOrgID': 'o-abcd123456' } });
      if (JSON.stringify(Action).includes('sqs:SendMessage')) {
        expect(Object.keys(Condition as object)).toEqual(['ArnEquals']);
      }
    }
  });

  it('keeps secrets out of the template', () => {
    for (const [name, { NoEcho }] of Object.entries(template.Parameters ?? {}))
      expect([name, NoEcho]).toEqual([name, true]);
    const secret = template.Parameters === undefined ? undefined : { Ref: 'Token' };
    const found = mapsIn(template).flatMap(({ ApiKeyValue, AccessKey }) => ApiKeyValue ?? AccessKey ?? []);
    expect(found).toEqual(secret === undefined ? [] : [secret]);
  });

  it('sends every detail-type, and tries for a day', () => {
    const rules = resources.filter(([, { Type }]) => Type === 'AWS::Events::Rule');
    expect(rules.length).toBe(request.from === undefined ? 1 : 2);
    for (const [, { Properties }] of rules) {
      expect(Properties?.EventPattern).toEqual({ source: ['aws.ecs'] });
      expect(Properties?.Targets).toEqual([
        expect.objectContaining({
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        }),
      ]);
    }
  });

  it('is the same in Terraform', () => {
    const hcl = printSetup('terraform', request);
    const declared = [...hcl.matchAll(/^resource "(\w+)" "(\w+)"/gm)].map(
      ([, type, name]) => `${type}.${name}`,
    );
    expect(new Set(declared).size).toBe(declared.length);
    for (const { id } of describeSetup(request).resources) {
      const snake = id.replaceAll(/\B[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
      expect(
        declared.some((each) => each.endsWith(`.${snake}`)),
        id,
      ).toBe(true);
    }
    for (const [reference, , type, name] of hcl.matchAll(/(^|[ {[(])(aws_\w+)\.(\w+)\.\w+/gm)) {
      expect(declared, reference).toContain(`${type}.${name}`);
    }
    expect(rightsIn(hcl)).toEqual(rightsIn(JSON.stringify(template)));
  });

  it('is the same in the CDK', () => {
    const code = printSetup('cdk', request);
    const constructs = [...code.matchAll(/new (\w+)\.Cfn(\w+)\(this, '(\w+)'/g)]
      .filter(([, module]) => module !== 'cdk')
      .map(([, module, name, id]) => `${id} ${module}.${name}`.toLowerCase());
    const types = resources.map(([id, { Type }]) =>
      `${id} ${Type.split('::').slice(1).join('.')}`.toLowerCase(),
    );
    expect(constructs.toSorted()).toEqual(types.toSorted());
    expect(rightsIn(code)).toEqual(rightsIn(JSON.stringify(template)));
    for (const used of code.matchAll(/[[ {(`]([a-z]\w+)\.(?:attr|ref\b)/g))
      expect(code).toContain(`const ${used[1]} = new`);
  });

  it('tells how it is removed', () => {
    const steps = printRemoval('cloudformation', request);
    for (const { kind, ...resource } of describeSetup(request).resources) {
      if (kind === 'rule' || kind === 'queue') expect(steps).toContain((resource as { name: string }).name);
    }
    expect(steps).toContain(`delete-stack --stack-name ${request.name}`);
  });
});

const actionsAllowed = [
  'sqs:SendMessage',
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueAttributes',
  'sts:AssumeRole',
  'events:PutEvents',
  'events:InvokeApiDestination',
  'firehose:PutRecord',
  'firehose:PutRecordBatch',
  's3:GetBucketLocation',
  's3:ListBucket',
  's3:ListBucketMultipartUploads',
  's3:AbortMultipartUpload',
  's3:GetObject',
  's3:PutObject',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'logs:FilterLogEvents',
];
/** The objects of our own bucket, and the streams and events of our own log group. */
const resourceWildcardsAllowed =
  /^\{"Fn::Sub":"\$\{FailedBucket\.Arn\}\/\*"\}$|log-group:\$\{EventsLogGroup\}:\*(:\*)?"/;

/** All actions that a text names, with how often. */
const rightsIn = (text: string) =>
  [...text.matchAll(/\b(?:sqs|sts|events|firehose|s3|logs):[A-Z][A-Za-z]+/g)]
    .map(([right]) => right)
    .toSorted();

describe('deploy/ecs.yaml', () => {
  const template = readTemplate(readFileSync(new URL('../../deploy/ecs.yaml', import.meta.url), 'utf8'));

  it('refers only to what is there', () => {
    const known = [...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})];
    const references = referencesIn(template);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) expect(known).toContain(reference.split('.')[0]);
  });

  it('grants nothing but to attach its volume', () => {
    const own = statementsIn(template).filter(({ Principal }) => Principal === undefined);
    expect(own.map(({ Action }) => Action)).toEqual(['ec2:AttachVolume', 'ec2:AttachVolume']);
    expect(own[1]?.Condition).toEqual({
      ArnEquals: { 'ec2:InstanceProfile': { 'Fn::GetAtt': ['InstanceProfile', 'Arn'] } },
    });
  });

  it('keeps the record, and has one writer', () => {
    expect(template.Resources.Volume).toMatchObject({
      DeletionPolicy: 'Snapshot',
      UpdateReplacePolicy: 'Snapshot',
      Properties: { Encrypted: true },
    });
    expect(template.Resources.Service?.Properties).toMatchObject({
      DesiredCount: 1,
      DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
    });
  });
});

const terraform = spawnSync('terraform', ['version']).status === 0;

describe.skipIf(!terraform)('terraform, where it is installed', () => {
  it.each(all)('finds nothing to format in %s', (_, request) => {
    const folder = mkdtempSync(join(tmpdir(), 'shiplog-setup-hcl-'));
    try {
      writeFileSync(join(folder, 'main.tf'), printSetup('terraform', request));
      const { status, stdout, stderr } = spawnSync('terraform', ['fmt', '-check', '-diff', folder], {
        encoding: 'utf8',
      });
      expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: '' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
