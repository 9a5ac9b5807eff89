// The fleet, declared: clusters with their networks and instances, services and jobs with their containers.
// Nothing here has an identity or a time yet; service-life, task-life and instance-life bring it to life.

export interface ClusterSpec {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** `short`: ARNs as before 2021, which hide the cluster (reference 1.5). */
  readonly arns: 'long' | 'short';
  /** First two octets of its network. */
  readonly network: string;
  /** Whether deployment events carry `clusterArn`; both are observed (reference 6). */
  readonly deploymentsNameCluster: boolean;
  readonly instances: readonly InstanceGroupSpec[];
}

export interface InstanceGroupSpec {
  readonly count: number;
  readonly type: string;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly agentVersion: string;
  readonly launchType: 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES';
  readonly capacityProvider?: string;
}

export interface ContainerSpec {
  readonly name: string;
  /** Repository in the account's own registry; its tag is the deployment's. */
  readonly repository?: string;
  /** A complete image, for sidecars. */
  readonly image?: string;
  /** Added by AWS, not by the task definition: its name ends in a random suffix. */
  readonly injected?: 'guardduty' | 'service-connect';
  readonly cpu: string;
  readonly memory?: string;
  readonly memoryReservation?: string;
  readonly port?: number;
  /** How it ends when asked to stop. */
  readonly stopExitCode: number;
}

export type AttachmentType = 'eni' | 'elb' | 'sdi' | 'ServiceConnect';

/** Where tasks run; `capacityProviderName` only when placed through a capacity-provider strategy (reference 3.2). */
export interface Compute {
  readonly launchType: 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES';
  readonly capacityProviderName?: string;
}

/** What a task looks like, for services and jobs alike. */
export interface TaskSpec {
  readonly cluster: string;
  readonly family: string;
  readonly compute: Compute;
  readonly networkMode: 'awsvpc' | 'bridge';
  /** In the order of the event; the position of `eni` varies on purpose (reference 3.4). */
  readonly attachments: readonly AttachmentType[];
  /** Attachments and containers come in another order in every event, as a practitioner reports. */
  readonly unsteadyOrder: boolean;
  readonly containers: readonly ContainerSpec[];
  readonly cpu: string;
  readonly memory: string;
  readonly exec: boolean;
  readonly gpu: boolean;
}

export interface ServiceSpec extends TaskSpec {
  readonly name: string;
  readonly desired: number;
  readonly revision: number;
  /** Its history is written by a story: background traffic leaves it alone. */
  readonly story: boolean;
}

export interface JobSpec extends TaskSpec {
  readonly startedBy?: string;
  /** Share of runs that end with exit code 1. */
  readonly failureRate: number;
  readonly runMinutes: readonly [number, number];
  /** Set by the caller's override: its values are plain text in every event of the task (reference 3.2, trap 16). */
  readonly environment?: readonly { readonly name: string; readonly value: string }[];
  readonly story: boolean;
}

const production = '111122223333';
const preproduction = '444455556666';
const agentVersion = '1.112.0';
const managed = 'gpu-managed';
const autoScalingGroup = 'data-asg';

export const clusters: readonly ClusterSpec[] = [
  {
    name: 'prod',
    account: production,
    region: 'eu-central-1',
    arns: 'long',
    network: '10.20',
    deploymentsNameCluster: true,
    instances: [],
  },
  {
    name: 'data',
    account: production,
    region: 'eu-central-1',
    arns: 'long',
    network: '10.40',
    deploymentsNameCluster: true,
    instances: [
      {
        count: 6,
        type: 'm7i.4xlarge',
        cpu: 16384,
        memoryMiB: 63230,
        agentVersion,
        launchType: 'EC2',
        capacityProvider: autoScalingGroup,
      },
      {
        count: 2,
        type: 'g6.4xlarge',
        cpu: 16384,
        memoryMiB: 62010,
        agentVersion,
        launchType: 'MANAGED_INSTANCES',
        capacityProvider: managed,
      },
    ],
  },
  {
    name: 'staging',
    account: preproduction,
    region: 'eu-central-1',
    arns: 'long',
    network: '10.60',
    deploymentsNameCluster: false,
    instances: [],
  },
  {
    name: 'edge',
    account: preproduction,
    region: 'us-east-1',
    arns: 'short',
    network: '10.80',
    deploymentsNameCluster: true,
    instances: [
      {
        count: 4,
        type: 'c6i.2xlarge',
        cpu: 8192,
        memoryMiB: 15731,
        agentVersion: '1.98.0',
        launchType: 'EC2',
      },
      {
        count: 1,
        type: 'external',
        cpu: 4096,
        memoryMiB: 7764,
        agentVersion: '1.98.0',
        launchType: 'EXTERNAL',
      },
    ],
  },
];

const fargate: Compute = { launchType: 'FARGATE' };
const onDemand: Compute = { launchType: 'FARGATE', capacityProviderName: 'FARGATE' };
const spot: Compute = { launchType: 'FARGATE', capacityProviderName: 'FARGATE_SPOT' };
const ec2: Compute = { launchType: 'EC2' };
const asg: Compute = { launchType: 'EC2', capacityProviderName: autoScalingGroup };
const gpu: Compute = { launchType: 'MANAGED_INSTANCES', capacityProviderName: managed };
const external: Compute = { launchType: 'EXTERNAL' };

const app = (name: string, extra: Partial<ContainerSpec> = {}): ContainerSpec => ({
  name,
  repository: name,
  cpu: '256',
  memory: '512',
  port: 8080,
  stopExitCode: 0,
  ...extra,
});
const envoy: ContainerSpec = {
  name: 'envoy',
  image: 'public.ecr.aws/docker/envoyproxy/envoy:v1.36.2',
  cpu: '128',
  memory: '256',
  stopExitCode: 0,
};
const logRouter: ContainerSpec = {
  name: 'log_router',
  image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.1',
  cpu: '0',
  memoryReservation: '50',
  stopExitCode: 0,
};
const otel: ContainerSpec = {
  name: 'aws-otel-collector',
  image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.46.0',
  cpu: '64',
  memory: '128',
  stopExitCode: 143,
};
const guardDuty: ContainerSpec = {
  name: 'aws-guardduty-agent',
  injected: 'guardduty',
  cpu: 'null',
  stopExitCode: 137,
};
const serviceConnect: ContainerSpec = {
  name: 'ecs-service-connect',
  injected: 'service-connect',
  cpu: '256',
  memory: '64',
  stopExitCode: 0,
};

const taskDefaults = { unsteadyOrder: false, cpu: '512', memory: '1024', exec: false, gpu: false };
type TaskOptions = Partial<Omit<TaskSpec, 'cluster' | 'containers' | 'compute'>>;
type ServiceOptions = TaskOptions & { readonly revision?: number; readonly story?: boolean };

function service(
  at: string,
  compute: Compute,
  desired: number,
  attachments: readonly AttachmentType[],
  containers: readonly ContainerSpec[],
  options: ServiceOptions = {},
): ServiceSpec {
  const [cluster, name] = at.split('/') as [string, string];
  const networkMode = attachments.includes('eni') ? 'awsvpc' : 'bridge';
  return {
    ...taskDefaults,
    cluster,
    name,
    family: name,
    compute,
    desired,
    attachments,
    containers,
    networkMode,
    revision: 40 + name.length,
    story: false,
    ...options,
  };
}

type JobOptions = TaskOptions & Partial<Omit<JobSpec, keyof TaskSpec>>;

function job(
  at: string,
  compute: Compute,
  containers: readonly ContainerSpec[],
  options: JobOptions = {},
): JobSpec {
  const [cluster, family] = at.split('/') as [string, string];
  return {
    ...taskDefaults,
    cluster,
    family,
    compute,
    attachments: ['eni'],
    networkMode: 'awsvpc',
    containers,
    failureRate: 0.04,
    runMinutes: [2, 25],
    story: false,
    ...options,
  };
}

const story = { story: true };

export const services: readonly ServiceSpec[] = [
  service('prod/api', onDemand, 6, ['elb', 'eni'], [envoy, app('api'), otel], { unsteadyOrder: true }),
  service('prod/api-gateway', onDemand, 4, ['eni', 'elb'], [app('api-gateway'), logRouter]),
  service('prod/web', onDemand, 4, ['ServiceConnect', 'elb', 'eni'], [app('web'), serviceConnect], {
    exec: true,
  }),
  service('prod/cart', onDemand, 3, ['eni', 'ServiceConnect'], [serviceConnect, app('cart'), otel]),
  service('prod/users', fargate, 3, ['eni', 'sdi'], [app('users')]),
  service('prod/auth', fargate, 4, ['sdi', 'eni'], [app('auth'), guardDuty, otel], { exec: true }),
  service('prod/reviews', spot, 3, ['eni'], [app('reviews')]),
  service('prod/image-proxy', spot, 4, ['eni', 'elb'], [envoy, app('image-proxy')]),
  service('prod/email-sender', onDemand, 2, ['eni'], [app('email-sender'), logRouter]),
  service('prod/pricing', onDemand, 3, ['elb', 'eni'], [logRouter, envoy, app('pricing'), otel], {
    exec: true,
  }),
  service('prod/checkout', onDemand, 6, ['elb', 'eni'], [envoy, app('checkout')], story),
  service('prod/recommendations', onDemand, 3, ['eni', 'sdi'], [envoy, app('recommendations'), otel], story),
  service('prod/catalog', onDemand, 4, ['elb', 'eni'], [app('catalog'), otel], story),
  service('prod/storefront', onDemand, 3, ['elb', 'eni'], [logRouter, app('storefront')], story),
  service('prod/inventory', onDemand, 3, ['sdi', 'eni'], [otel, app('inventory')], story),
  service('prod/thumbnails', spot, 10, ['eni'], [app('thumbnails')], story),
  service('prod/transcoder', spot, 6, ['eni'], [app('transcoder'), logRouter], {
    ...story,
    cpu: '4096',
    memory: '8192',
  }),
  service('prod/search', onDemand, 4, ['elb', 'eni'], [app('search'), envoy], story),
  service('prod/payments', onDemand, 3, ['ServiceConnect', 'eni'], [serviceConnect, app('payments')], story),
  service('prod/orders', onDemand, 4, ['eni', 'elb'], [app('orders'), otel], story),
  service('prod/sessions', onDemand, 2, ['eni'], [app('sessions')], story),
  service('prod/wallet', onDemand, 2, ['sdi', 'eni'], [app('wallet'), guardDuty], story),
  service('prod/ledger', onDemand, 2, ['eni'], [app('ledger')], story),
  service('prod/shipping', fargate, 3, ['eni', 'sdi'], [app('shipping'), envoy], story),
  service('prod/notifications', fargate, 2, ['eni'], [app('notifications')], story),

  service('data/ingest-api', asg, 4, ['elb', 'eni'], [app('ingest-api'), envoy]),
  service('data/stream-processor', asg, 5, ['eni'], [app('stream-processor'), otel]),
  service('data/kafka-connect', asg, 3, ['eni', 'sdi'], [app('kafka-connect')], { exec: true }),
  service('data/feature-store', asg, 3, ['sdi', 'eni'], [envoy, app('feature-store')]),
  service('data/clickstream', asg, 4, ['eni'], [logRouter, app('clickstream')]),
  service('data/warehouse-loader', ec2, 2, ['eni'], [app('warehouse-loader')]),
  service('data/embeddings', gpu, 2, ['eni'], [app('embeddings', { memory: '8192' })], {
    gpu: true,
    cpu: '2048',
    memory: '8192',
  }),
  service('data/trainer', gpu, 1, ['eni'], [app('trainer', { memory: '16384' }), otel], {
    gpu: true,
    cpu: '4096',
    memory: '16384',
  }),

  service('staging/api', fargate, 1, ['eni', 'elb'], [app('api'), envoy, otel]),
  service('staging/api-gateway', fargate, 1, ['elb', 'eni'], [app('api-gateway')]),
  service('staging/checkout', fargate, 1, ['eni'], [app('checkout')]),
  service('staging/web', fargate, 1, ['eni', 'elb'], [app('web')]),
  service('staging/auth', fargate, 1, ['eni', 'sdi'], [app('auth')], { exec: true }),
  service('staging/users', fargate, 1, ['eni'], [app('users')]),

  service('edge/proxy', ec2, 4, ['elb'], [app('proxy', { stopExitCode: 143 })], { cpu: '0', memory: '512' }),
  service('edge/dns-cache', ec2, 4, [], [app('dns-cache', { cpu: '0' })], { cpu: '0', memory: '512' }),
  service('edge/metrics-relay', ec2, 3, [], [app('metrics-relay'), otel], { cpu: '0', memory: '640' }),
  service('edge/edge-config', ec2, 2, ['sdi'], [app('edge-config')], { cpu: '0', memory: '512' }),
  service('edge/kiosk', external, 2, [], [app('kiosk')], { cpu: '256', memory: '512' }),
];

const stepFunctions = 'AWS Step Functions';

export const jobs: readonly JobSpec[] = [
  job('prod/nightly-report', onDemand, [app('nightly-report')], { ...story, startedBy: stepFunctions }),
  job('prod/invoice-export', fargate, [app('invoice-export'), logRouter], {
    startedBy: stepFunctions,
    environment: [{ name: 'DB_PASSWORD', value: 'correct-horse-battery-staple' }],
  }),
  job('prod/thumbnail-backfill', spot, [app('thumbnail-backfill')], { runMinutes: [5, 40] }),
  job('prod/search-reindex', onDemand, [logRouter, app('search-reindex')], { failureRate: 0.02 }),
  job('data/etl-orders', asg, [app('etl-orders')], { startedBy: stepFunctions, runMinutes: [3, 30] }),
  job('data/db-vacuum', ec2, [app('db-vacuum')], { failureRate: 0.01 }),
  job('staging/smoke-test', fargate, [app('smoke-test')], { failureRate: 0.25, runMinutes: [1, 4] }),
  job('edge/cert-renewal', ec2, [app('cert-renewal')], {
    attachments: [],
    networkMode: 'bridge',
    cpu: '0',
    memory: '128',
  }),
];
