// What every template must be: parsed by a strict reader, with references that lead somewhere, the properties that AWS requires,
// and no right that is not on the list. The three forms are compared with each other.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument, type Scalar } from 'yaml';
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

type Tree = null | string | number | boolean | readonly Tree[] | { readonly [key: string]: Tree };
interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, Tree>>;
}
interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly NoEcho?: boolean }>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: Tree }>>;
}

const tag = (name: string, resolve: (text: string) => Tree) => ({ tag: `!${name}`, resolve });
const customTags = [
  tag('Ref', (text) => ({ Ref: text })),
  tag('GetAtt', (text) => ({ 'Fn::GetAtt': text.split('.') })),
  tag('Sub', (text) => ({ 'Fn::Sub': text })),
];

/** CloudFormation reads YAML 1.1, and so does this. */
function readTemplate(request: SetupRequest): Template {
  const text = printSetup('cloudformation', request);
  const document = parseDocument<Scalar>(text, { customTags, version: '1.1', strict: true });
  expect(document.errors).toEqual([]);
  expect(document.warnings).toEqual([]);
  return document.toJS() as Template;
}

function* within(tree: Tree): Generator<Tree> {
  yield tree;
  if (typeof tree === 'object' && tree !== null) for (const each of Object.values(tree)) yield* within(each);
}
const maps = (tree: Tree) =>
  [...within(tree)].filter(
    (each): each is { readonly [key: string]: Tree } =>
      typeof each === 'object' && each !== null && !Array.isArray(each),
  );

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
  const template = readTemplate(request);
  const resources = Object.entries(template.Resources);

  it('has every required property', () => {
    for (const [id, { Type, Properties }] of resources) {
      expect(required, `${id} is of an unknown type`).toHaveProperty([Type]);
      expect(Object.keys(Properties), id).toEqual(expect.arrayContaining([...(required[Type] ?? [])]));
    }
  });

  it('refers only to what is there', () => {
    const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})]);
    const pseudo = /^AWS::(Partition|Region|AccountId)$/;
    const check = (name: string) => {
      const [id = '', attribute] = name.split('.');
      if (pseudo.test(id)) return;
      expect(known, `nothing is called ${id}`).toContain(id);
      if (attribute === undefined) return;
      expect(attribute).toBe('Arn');
      expect(arnTypes).toContain(template.Resources[id]?.Type);
    };
    let count = 0;
    for (const map of maps(template as unknown as Tree)) {
      const { Ref, 'Fn::GetAtt': att, 'Fn::Sub': sub } = map;
      if (typeof Ref === 'string') check(Ref);
      if (Array.isArray(att)) check(att.join('.'));
      if (typeof sub === 'string') for (const found of sub.matchAll(/\$\{([^}]*)\}/g)) check(found[1] ?? '');
      count += 1;
    }
    expect(count).toBeGreaterThan(10);
  });

  it('grants nothing that is not on the list', () => {
    for (const { Action, Resource, Principal, Condition } of statements(template)) {
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
    const found = maps(template as unknown as Tree).flatMap(
      ({ ApiKeyValue, AccessKey }) => ApiKeyValue ?? AccessKey ?? [],
    );
    expect(found).toEqual(secret === undefined ? [] : [secret]);
  });

  it('sends every detail-type, and tries for a day', () => {
    const rules = resources.filter(([, { Type }]) => Type === 'AWS::Events::Rule');
    expect(rules.length).toBe(request.from === undefined ? 1 : 2);
    for (const [, { Properties }] of rules) {
      expect(Properties.EventPattern).toEqual({ source: ['aws.ecs'] });
      expect(Properties.Targets).toEqual([
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

/** Every statement of every policy, those inside of a text included. */
function statements(template: Template) {
  const texts = maps(template as unknown as Tree).flatMap(({ 'Fn::Sub': sub }) =>
    typeof sub === 'string' && sub.startsWith('{') ? (JSON.parse(sub) as Tree) : [],
  );
  const found = [template as unknown as Tree, ...texts]
    .flatMap(maps)
    .filter((map) => map.Effect !== undefined);
  expect(found.length).toBeGreaterThan(0);
  return found;
}

/** All actions that a text names, with how often. */
const rightsIn = (text: string) =>
  [...text.matchAll(/\b(?:sqs|sts|events|firehose|s3|logs):[A-Z][A-Za-z]+/g)]
    .map(([right]) => right)
    .toSorted();

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
