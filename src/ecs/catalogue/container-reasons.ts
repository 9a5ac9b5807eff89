// Errors of containers and of the agent, written `ErrorName: text` (ecs-events reference 13.3).

import type { ReasonEntry } from './entry.ts';

const page = 'task_cannot_pull_image';

export const imageReasons: readonly ReasonEntry[] = [
  {
    id: 'image-rate-limit',
    class: 'image',
    title: 'Registry rate limit reached',
    fragments: [['toomanyrequests', 'pull rate limit', 'rate limit exceeded']],
    cause: 'The registry refuses more pulls for now (Docker Hub limits anonymous pulls).',
    check: ['Authenticate against the registry, or pull through an ECR pull-through cache.'],
    page,
  },
  {
    id: 'image-disk-full',
    class: 'infrastructure',
    title: 'No space left for the image',
    fragments: [['no space left on device']],
    cause: 'The disk of the host is full.',
    check: ['Raise ephemeralStorage on Fargate; on EC2 clean unused images or enlarge the volume.'],
    page,
  },
  {
    id: 'image-unreachable',
    class: 'network',
    title: 'Registry not reachable',
    fragments: [
      ['cannotpull'],
      [
        'request canceled while waiting for connection',
        'connection issue',
        'check your network configuration',
        'i/o timeout',
        'dial tcp',
        'context canceled',
        'invalid memory address or nil pointer',
        'httpreaderseeker: failed open',
      ],
    ],
    cause: 'The task has no way to the registry or to the S3 buckets behind ECR.',
    check: [
      'Check NAT gateway or public IP; with VPC endpoints: ecr.api, ecr.dkr and the S3 gateway, security group port 443.',
    ],
    page,
  },
  {
    id: 'image-denied',
    class: 'image',
    title: 'Image may not be pulled',
    fragments: [
      ['cannotpull'],
      [
        'role has the permissions',
        'pull access denied',
        'accessdenied',
        'not authorized',
        'cannotpullcontainerautherror',
      ],
    ],
    cause: 'The execution role or the registry credentials do not allow the pull.',
    check: [
      'The execution role needs ecr:GetAuthorizationToken, BatchGetImage and GetDownloadUrlForLayer; check the repository policy.',
    ],
    page,
  },
  {
    id: 'image-not-found',
    class: 'image',
    title: 'Image not found',
    fragments: [
      ['cannotpull'],
      [
        'not found',
        'manifest unknown',
        'failed to resolve ref',
        'invalid reference format',
        'does not exist',
      ],
    ],
    cause: 'The registry has no image with the name and tag of the task definition.',
    check: [
      'Check that this tag exists in the repository, in this Region and account.',
      'A moved tag counts too: ECS pins the digest of the tag when a deployment starts.',
    ],
    page,
  },
  {
    id: 'image-pull',
    class: 'image',
    title: 'Image cannot be pulled',
    fragments: [['cannotpull', 'error pulling image configuration', 'pull image manifest has been retried']],
    cause: 'The image of a container could not be pulled.',
    check: ['Check name, tag and permissions of the image, and the way from the subnet to the registry.'],
    page,
  },
];

/** Errors of the container runtime and of the agent. */
export const runtimeReasons: readonly ReasonEntry[] = [
  {
    id: 'container-create',
    class: 'configuration',
    title: 'Container cannot be created',
    fragments: [['cannotcreatecontainererror', 'hostconfigerror', 'dockerclientconfigerror']],
    cause: 'The container runtime refused to create the container.',
    check: [
      'Read the text after the error name; `devmapper: Thin Pool` means that the disk of the instance is full.',
    ],
    page: 'CannotCreateContainerError',
  },
  {
    id: 'container-start',
    class: 'configuration',
    title: 'Container cannot be started',
    fragments: [['cannotstartcontainererror', 'oci runtime', 'runc create failed']],
    cause: 'The container was created but its process could not be started.',
    check: [
      'Check entryPoint and command, that the file is executable, and that the image fits the CPU architecture.',
    ],
    page: 'cannot-start-container',
  },
  {
    id: 'volume',
    class: 'configuration',
    title: 'Volume cannot be prepared',
    fragments: [['cannotcreatevolumeerror', 'invalidvolumeerror']],
    cause: 'A volume of the task definition could not be prepared.',
    check: ['Check the volumes and mountPoints of the task definition.'],
    page: 'CannotCreateVolumeError',
  },
  {
    id: 'runtime-timeout',
    class: 'infrastructure',
    title: 'Container runtime too slow',
    fragments: [['dockertimeouterror', 'containerruntimetimeouterror', 'could not transition to']],
    cause: 'The container runtime of the host did not answer in time.',
    check: ['On EC2 look for an overloaded host (CPU, disk credits); on Fargate start the task again.'],
    page: 'container-runtime-timeout-error',
  },
  {
    id: 'container-network',
    class: 'network',
    title: 'Container network cannot be prepared',
    fragments: [['containernetworkingerror']],
    cause: 'The network of the container could not be prepared.',
    check: ['Check network mode and port mappings; on EC2 the agent and its CNI plugins.'],
    page: 'stopped-task-error-codes',
  },
  {
    id: 'task-dependency',
    class: 'configuration',
    title: 'A container that others wait for failed',
    fragments: [['taskdependencyerror']],
    cause: 'A container named in dependsOn did not reach its condition.',
    check: ['Look at the container named in dependsOn: its exit code, health check and startTimeout.'],
    page: 'stopped-task-error-codes',
  },
  {
    id: 'container-runtime',
    class: 'infrastructure',
    title: 'Container runtime failed',
    fragments: [
      [
        'containerruntimeerror',
        'cannotstopcontainererror',
        'cannotinspectcontainererror',
        'cannotdescribecontainererror',
        'dockerstateerror',
        'containervanishederror',
        'impossiblestatetransitionerror',
        'taskstateerror',
      ],
    ],
    cause: 'The container runtime or the agent of the host failed.',
    check: ['Start the task again; when one instance repeats it, drain and replace that instance.'],
    page: 'container-runtime-error',
  },
  {
    id: 'stopped-before-pull',
    class: 'routine',
    title: 'Stopped before the image pull',
    fragments: [['taskstoppedbeforepullbeginerror']],
    cause: 'The task was told to stop before its images were pulled.',
    check: ['See who asked for the stop.'],
    page: 'stopped-task-error-codes',
  },
  {
    id: 'internal-error',
    class: 'infrastructure',
    title: 'Internal error of ECS',
    fragments: [['internalerror', 'internal error']],
    cause: 'ECS reports an internal error, often a network interface that came late.',
    check: ['Start the task again; open a support case when it repeats.'],
    page: 'internal-error',
  },
];
