// Errors that keep a task from starting: secrets, registry access, environment files, logging, volumes (ecs-events
// reference 13.1 last rows, 13.2). They stand in stoppedReason, in a container's reason, or in both.

import type { ReasonEntry } from './entry.ts';

/** Fragments that mean "no connection" rather than "no permission" (reference 13.2, Secrets Manager row). */
const connectionFragments = [
  'dial tcp',
  'i/o timeout',
  'tls handshake timeout',
  'connection timed out',
  'client.timeout',
  'request canceled',
  'signal: killed',
  'context deadline exceeded',
  'connection issue',
];

const secretPhrases = [
  'pull secrets',
  'pull the secret',
  'fetching secret',
  'secrets manager',
  'parameter store',
];

export const startFailures: readonly ReasonEntry[] = [
  {
    id: 'ecr-auth-unreachable',
    class: 'network',
    title: 'ECR not reachable for registry authentication',
    fragments: [['registry auth'], connectionFragments],
    cause: 'The task cannot reach Amazon ECR to authenticate.',
    check: [
      'Give the subnet a route: NAT gateway, public IP, or VPC endpoints ecr.api, ecr.dkr and the S3 gateway.',
      'The security group of the endpoints must admit the task on port 443.',
    ],
    page: 'resource-initialization-error',
  },
  {
    id: 'secrets-unreachable',
    class: 'network',
    title: 'Secret store not reachable',
    fragments: [secretPhrases, connectionFragments],
    cause: 'The task cannot reach Secrets Manager or the Parameter Store.',
    check: ['Give the subnet a route: NAT gateway or VPC endpoints secretsmanager, ssm and kms.'],
    page: 'resource-initialization-error',
  },
  {
    id: 'secrets-denied',
    class: 'secrets',
    title: 'Secret cannot be read',
    fragments: [[...secretPhrases, 'pull command failed']],
    cause:
      'A secret of the task definition could not be read: it is missing, in another Region, or not permitted.',
    check: [
      'Check the ARN and the Region of each secret in the task definition.',
      'The task execution role needs secretsmanager:GetSecretValue or ssm:GetParameters, and kms:Decrypt for a custom key.',
    ],
    page: 'resource-initialization-error',
  },
  {
    id: 'environment-file',
    class: 'configuration',
    title: 'Environment file not readable',
    fragments: [['environment variable files', 'environment file']],
    cause: 'The environment files in Amazon S3 could not be downloaded.',
    check: [
      'Check bucket, key and s3:GetObject of the execution role; in a private subnet, the S3 gateway endpoint.',
    ],
    page: 'resource-initialization-error',
  },
  {
    id: 'log-group-unreachable',
    class: 'network',
    title: 'CloudWatch Logs not reachable',
    fragments: [['cloudwatch log group'], ['connection issue']],
    cause: 'The task cannot reach CloudWatch Logs.',
    check: ['Give the subnet a route: NAT gateway or the VPC endpoint logs.'],
    page: 'resource-initialization-error',
  },
  {
    id: 'logging-driver',
    class: 'configuration',
    title: 'Logging driver cannot start',
    fragments: [['failed to initialize logging driver', 'cloudwatch log group']],
    cause: 'The log group of the task definition does not exist or its name is wrong.',
    check: [
      'Create the log group, or set awslogs-create-group and grant logs:CreateLogGroup to the execution role.',
    ],
    page: 'resource-initialization-error',
  },
  {
    id: 'efs-mount',
    class: 'network',
    title: 'EFS volume cannot be mounted',
    fragments: [['efs utils', 'efs volumes', 'mount.nfs']],
    cause: 'The EFS file system could not be mounted.',
    check: [
      'Check mount targets in the subnet, port 2049 in their security group, and the IAM policy of the access point.',
    ],
    page: 'resource-initialization-error',
  },
  {
    id: 'daemon-unhealthy',
    class: 'infrastructure',
    title: 'Daemon task unhealthy',
    fragments: [['daemon task'], ['is unhealthy']],
    cause: 'A daemon that the instance needs is unhealthy.',
    check: ['Look at the stop reasons of the daemon task.'],
    page: 'container-instance-health',
  },
];

/** The error name without a known text behind it: looked up after the errors of the runtime, which may wrap it. */
export const otherStartFailures: readonly ReasonEntry[] = [
  {
    id: 'resource-initialization',
    class: 'configuration',
    title: 'Resources of the task cannot be prepared',
    fragments: [['resourceinitializationerror', 'resourcenotfoundexception']],
    cause: 'ECS could not prepare what the task needs before its containers start.',
    check: ['Read the text after ResourceInitializationError: it names the resource.'],
    page: 'resource-initialization-error',
  },
];
