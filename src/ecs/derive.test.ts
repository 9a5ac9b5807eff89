// Derived fields: over hand-made envelopes, and over the published samples where they lie beside the checkout.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { clusterNameOf, derivedFields, deriveFields, envelopeProblem } from './derive.ts';

const cluster = 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod';
const envelope = (detail: object, more: object = {}) => ({
  'detail-type': 'ECS Task State Change',
  source: 'aws.ecs',
  resources: [],
  detail,
  ...more,
});
const eni = (details: object[], more: object = {}) => ({
  id: 'att-1',
  type: 'eni',
  status: 'ATTACHED',
  details,
  ...more,
});
const pair = (name: string, value: string) => ({ name, value });

describe('envelopeProblem', () => {
  it('accepts what has the three parts, and more', () => {
    expect(envelopeProblem(envelope({}))).toBeNull();
    expect(envelopeProblem({ ...envelope({}), novel: 1, source: 'someone.else' })).toBeNull();
  });

  it.each([
    [null, 'not a JSON object'],
    [[envelope({})], 'not a JSON object'],
    ['text', 'not a JSON object'],
    [{}, 'lacks a text "detail-type" and a text "source" and an object "detail"'],
    [{ 'detail-type': 'X', source: 'aws.ecs' }, 'lacks an object "detail"'],
    [{ 'detail-type': 'X', source: 'aws.ecs', detail: [] }, 'lacks an object "detail"'],
    [{ 'detail-type': 1, source: 'aws.ecs', detail: {} }, 'lacks a text "detail-type"'],
    [{ eventVersion: '1.08', eventSource: 'ecs.amazonaws.com' }, 'bare CloudTrail record'],
  ])('says what is wrong with %j', (value, text) => expect(envelopeProblem(value)).toContain(text));
});

describe('clusterNameOf', () => {
  it.each([
    ['clusterArn', envelope({ clusterArn: cluster }), 'prod'],
    ['another partition', envelope({ clusterArn: 'arn:aws-cn:ecs:cn-north-1:1:cluster/beijing' }), 'beijing'],
    ['a long service ARN', envelope({}, { resources: ['arn:aws:ecs:r:1:service/prod/web'] }), 'prod'],
    ['a long task ARN', envelope({ taskArn: 'arn:aws-us-gov:ecs:r:1:task/gov/abc' }), 'gov'],
    [
      'a service deployment',
      envelope({}, { resources: ['arn:aws:ecs:r:1:service-deployment/prod/web/x'] }),
      'prod',
    ],
    ['a cluster name in an API call', envelope({ requestParameters: { cluster: 'prod' } }), 'prod'],
    ['a cluster ARN in an API call', envelope({ requestParameters: { cluster } }), 'prod'],
    [
      'the answer to an API call',
      envelope({ responseElements: { service: { clusterArn: cluster } } }),
      'prod',
    ],
    ['tasks in the answer', envelope({ responseElements: { tasks: [{ clusterArn: cluster }] } }), 'prod'],
  ])('reads %s', (_what, value, name) => expect(clusterNameOf(value)).toBe(name));

  it.each([
    ['a short task ARN', envelope({ taskArn: 'arn:aws:ecs:r:1:task/9b67f8db' })],
    ['a short service ARN', envelope({}, { resources: ['arn:aws:ecs:r:1:service/web'] })],
    ['a capacity provider', envelope({}, { resources: ['arn:aws:ecs:r:1:capacity-provider/a/b'] })],
    ['a task definition', envelope({}, { resources: ['arn:aws:ecs:r:1:task-definition/a/b:1'] })],
    ['another service of AWS', envelope({}, { resources: ['arn:aws:ec2:r:1:cluster/prod'] })],
    ['nothing', envelope({})],
  ])('is silent about %s', (_what, value) => expect(clusterNameOf(value)).toBeNull());
});

describe('deriveFields', () => {
  it('gives nothing for other sources and for no objects', () => {
    expect(deriveFields({ ...envelope({ clusterArn: cluster }), source: 'aws.ec2' })).toEqual({});
    expect(deriveFields(null)).toEqual({});
    expect(deriveFields([1])).toEqual({});
  });

  it('finds the interface by type and its details by name, wherever they stand', () => {
    const details = [
      pair('privateIPv4Address', '10.0.0.9'),
      pair('macAddress', '0a:00:00:00:00:01'),
      pair('subnetId', 'subnet-1'),
      pair('networkInterfaceId', 'eni-1'),
    ];
    const fields = deriveFields(
      envelope({ attachments: [{ id: 'lb', type: 'elb', status: 'ATTACHED', details: [] }, eni(details)] }),
    );
    expect(fields).toMatchObject({
      'ecs.eniId': 'eni-1',
      'ecs.macAddress': '0a:00:00:00:00:01',
      'ecs.privateIp': '10.0.0.9',
      'ecs.attachmentId': 'att-1',
      'ecs.eniStatus': 'ATTACHED',
    });
  });

  it('joins several interfaces in document order and names each address once', () => {
    const fields = deriveFields(
      envelope({
        attachments: [
          eni([pair('networkInterfaceId', 'eni-2'), pair('privateIPv4Address', '10.0.0.2')], { id: 'b' }),
          eni([pair('networkInterfaceId', 'eni-1'), pair('privateIPv4Address', '10.0.0.1')], {
            id: 'a',
            type: 'ElasticNetworkInterface',
          }),
        ],
        containers: [
          { name: 'app', networkInterfaces: [{ privateIpv4Address: '10.0.0.2', ipv6Address: '2600::1' }] },
        ],
      }),
    );
    expect(fields['ecs.eniId']).toBe('eni-2 eni-1');
    expect(fields['ecs.attachmentId']).toBe('b a');
    expect(fields['ecs.privateIp']).toBe('10.0.0.2 10.0.0.1 2600::1');
  });

  it('reads a precreated interface that has only its subnet', () => {
    const fields = deriveFields(
      envelope({ attachments: [eni([pair('subnetId', 's')], { status: 'PRECREATED' })] }),
    );
    expect(fields).toEqual({ 'ecs.attachmentId': 'att-1', 'ecs.eniStatus': 'PRECREATED' });
  });

  it('names service, task, definition, deployment and place of a task', () => {
    const fields = deriveFields(
      envelope({
        clusterArn: cluster,
        taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/prod/abc',
        taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7',
        containerInstanceArn: 'arn:aws:ecs:eu-west-1:111122223333:container-instance/prod/ci1',
        group: 'service:web',
        startedBy: 'ecs-svc/123',
      }),
    );
    expect(fields).toEqual({
      'ecs.cluster': 'prod',
      'ecs.service': 'web',
      'ecs.serviceArn': 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web',
      'ecs.taskId': 'abc',
      'ecs.taskDefinition': 'web:7',
      'ecs.deploymentId': 'ecs-svc/123',
      'ecs.instanceId': 'ci1',
      'ecs.launchType': 'EC2',
    });
  });

  it('makes the long ARN of a service whose events have the short one', () => {
    const short = 'arn:aws:ecs:eu-west-1:111122223333:service/web';
    const long = 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web';
    const action = (detail: object) =>
      deriveFields(envelope(detail, { 'detail-type': 'ECS Service Action', resources: [short] }));
    expect(action({ eventName: 'X', clusterArn: cluster })['ecs.serviceArn']).toBe(long);
    expect(action({ eventName: 'X' })['ecs.serviceArn']).toBe(short);
  });

  it.each([
    ['family:job', undefined],
    ['anything', undefined],
    ['service:a', 'a'],
  ])('group %s is service %s', (group, service) =>
    expect(deriveFields(envelope({ group }))['ecs.service']).toBe(service),
  );

  it('reads the deployment of a service action from its reason only when the action is about deployments', () => {
    const of = (eventName: string) =>
      deriveFields(envelope({ eventName, reason: 'ECS deployment ecs-svc/42 in progress.' }))[
        'ecs.deploymentId'
      ];
    expect(of('SERVICE_DEPLOYMENT_IN_PROGRESS')).toBe('ecs-svc/42');
    expect(of('SERVICE_TASK_PLACEMENT_FAILURE')).toBeUndefined();
  });

  it('reads API calls: service and task of the request, and no severity from their eventType', () => {
    const fields = deriveFields(
      envelope(
        {
          eventType: 'AwsApiCall',
          requestParameters: { cluster: 'prod', task: 'arn:aws:ecs:r:1:task/prod/abc', service: 'web' },
        },
        { 'detail-type': 'AWS API Call via CloudTrail' },
      ),
    );
    expect(fields).toEqual({ 'ecs.cluster': 'prod', 'ecs.service': 'web', 'ecs.taskId': 'abc' });
  });

  it.each([
    ['INFO', 'INFO'],
    ['WARN', 'WARN'],
    ['WARNING', 'WARN'],
    ['ERROR', 'ERROR'],
    ['something', undefined],
  ])('eventType %s is severity %s', (eventType, severity) =>
    expect(deriveFields(envelope({ eventType }))['ecs.severity']).toBe(severity),
  );

  it('classifies stops, with exit codes by container and reasons where there are some', () => {
    const fields = deriveFields(
      envelope({
        group: 'service:web',
        stopCode: 'EssentialContainerExited',
        stoppedReason: 'Essential container in task exited',
        containers: [
          { name: 'envoy', exitCode: new LosslessNumber('0') },
          { name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
          { name: 'late' },
        ],
      }),
    );
    expect(fields).toMatchObject({
      'ecs.exitCodes': 'envoy=0 app=137',
      'ecs.containerReasons': 'app=OutOfMemoryError: Container killed due to memory usage',
      'ecs.stopClass': 'application',
      'ecs.severity': 'ERROR',
    });
  });

  it('gives no stop class before a stop is decided; an empty reason is none', () => {
    expect(deriveFields(envelope({ lastStatus: 'RUNNING', stoppedReason: '' }))).toEqual({});
  });

  it('stands every shape, also names of Object.prototype', () => {
    const odd = {
      attachments: 'x',
      containers: [null, 3, { networkInterfaces: {} }],
      stopCode: 'constructor',
      taskArns: [1, null],
    };
    expect(deriveFields(envelope(odd))).toMatchObject({ 'ecs.stopClass': 'unknown' });
  });

  it('gives only fields that are documented', () => {
    const names = Object.keys(deriveFields(envelope({ clusterArn: cluster, group: 'service:web' })));
    expect(Object.keys(derivedFields)).toEqual(expect.arrayContaining(names));
  });
});

const samples = fileURLToPath(new URL('../../../shared/reference/events/', import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(`${samples}${name}`, 'utf8'));

describe.skipIf(!existsSync(samples))('published samples', () => {
  const names = ['', 'constructed/'].flatMap((folder) =>
    // The body runs to collect the tests even where they are skipped.
    (existsSync(samples) ? readdirSync(`${samples}${folder}`) : [])
      .filter((name) => name.endsWith('.json'))
      .map((name) => folder + name),
  );

  it.each(names)('%s: fields or a problem', (name) => {
    const value = read(name);
    const fields = deriveFields(value);
    for (const [field, text] of Object.entries(fields)) {
      expect(Object.keys(derivedFields)).toContain(field);
      expect(text).not.toBe('');
    }
    if (envelopeProblem(value) === null) expect(fields['ecs.cluster']).toBeDefined();
  });

  it('two files are no envelopes', () => {
    expect(names.filter((name) => envelopeProblem(read(name)) !== null)).toEqual([
      'cloudtrail-create-cluster-record-docs.json',
      'task-two-enis-bare-detail.json',
    ]);
  });

  it.each([
    ['task-stopped-fargate-elb-then-eni-exec-user.json', 'operator'],
    ['task-stopped-fargate-elb-health-check-exit143.json', 'health'],
    ['task-stopped-fargate-scale-in.json', 'routine'],
    ['task-stopped-fargate-oom-137.json', 'application'],
    ['task-stopped-fargate-eni-then-sdi-exec-exit2.json', 'application'],
    ['task-stopped-ec2-no-attachments-exit137.json', 'routine'],
    ['task-stopped-ec2-standalone-2018.json', 'routine'],
    ['task-spot-termination-notice-legacy-stopcode.json', 'capacity'],
    ['constructed/task-failed-to-start-cannot-pull.json', 'image'],
    ['constructed/task-failed-to-start-empty-containers.json', 'secrets'],
    ['constructed/task-stopped-infrastructure-health.json', 'infrastructure'],
  ])('%s stopped for %s', (name, stopClass) => {
    expect(deriveFields(read(name))['ecs.stopClass']).toBe(stopClass);
  });

  it('finds the interface behind other attachments', () => {
    expect(deriveFields(read('task-running-fargate-sdi-then-eni-4containers.json'))).toMatchObject({
      'ecs.eniId': 'eni-0185952374ce3062a',
      'ecs.macAddress': '06:c7:53:64:b5:72',
      'ecs.privateIp': '10.249.47.254',
      'ecs.service': 'cdp-demo-test-15',
    });
  });
});
