// The catalogue: wordings of the reference and what they must be taken for; which of several texts wins.
import { describe, expect, it } from 'vitest';
import { classifyStop, explainStop, findReason, reasonEntries } from './reasons.ts';

const stop = (more: Partial<Parameters<typeof classifyStop>[0]> = {}) =>
  classifyStop({ containers: [], inService: true, ...more });

describe('findReason', () => {
  it.each([
    ['Scaling activity initiated by (deployment ecs-svc/9909299324976484585)', 'scaling-activity'],
    ['Task failed ELB health checks in (target-group arn:aws:…)', 'elb-health-check'],
    ['Task failed ELB health checks in (elb my-lb)', 'elb-health-check'],
    ['TASK FAILED CONTAINER HEALTH CHECKS', 'container-health-check'],
    ['OutOfMemoryError: Container killed due to memory usage', 'out-of-memory'],
    ['container killed due to memory usage', 'out-of-memory'],
    ['Your Spot Task was interrupted.', 'spot-interrupted-text'],
    ['ECS is performing maintenance on the underlying infrastructure hosting the task.', 'maintenance'],
    ['Host EC2 (instance i-0abc) terminated.', 'host-terminated'],
    ['Task stopped because the underlying container instance is impaired', 'host-impaired'],
    ['Container instance deregistration forced by user', 'instance-deregistered'],
    ['Task stopped by user', 'stopped-by-user'],
    ['Timeout waiting for network interface provisioning to complete.', 'network-interface-timeout'],
    [
      "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-1': InsufficientFreeAddressesInSubnet",
      'network-interface-create',
    ],
    ['Unable to attach network interface to unused device index', 'network-interface-attach'],
    [
      'The selected task definition is not compatible with the selected compute strategy',
      'incompatible-compute',
    ],
    [
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref registry/orders:42: not found',
      'image-not-found',
    ],
    ['CannotPullContainerError: toomanyrequests: You have reached your pull rate limit.', 'image-rate-limit'],
    ['CannotPullContainerError: write /var/lib/docker/tmp: no space left on device', 'image-disk-full'],
    ['CannotPullContainerError: Error response from daemon: pull access denied for x', 'image-denied'],
    [
      'CannotPullContainerError: Error response from daemon: Get https://x/v2/: net/http: request canceled while waiting for connection',
      'image-unreachable',
    ],
    ['CannotPullImageManifestError: something new', 'image-pull'],
    [
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: dial tcp 1.2.3.4:443: i/o timeout',
      'ecr-auth-unreachable',
    ],
    [
      'ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException',
      'secrets-denied',
    ],
    [
      'Fetching secret data from AWS Secrets Manager in region eu-west-1: secret arn:x: ResourceNotFoundException: no',
      'secrets-denied',
    ],
    [
      "ResourceInitializationError: can't pull the secret from Secrets Manager: context deadline exceeded",
      'secrets-unreachable',
    ],
    ['ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes', 'efs-mount'],
    [
      'ResourceInitializationError: cannot find the Amazon CloudWatch log group. There is a connection issue between the task and CloudWatch',
      'log-group-unreachable',
    ],
    ['ResourceInitializationError: failed to initialize logging driver: x', 'logging-driver'],
    ['ResourceInitializationError: a thing not seen before', 'resource-initialization'],
    [
      'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: OCI runtime create failed',
      'container-start',
    ],
    [
      'CannotCreateContainerError: API error (500): devmapper: Thin Pool has 4350 free data blocks',
      'container-create',
    ],
    ['DockerTimeoutError: Could not transition to created; timed out after waiting 4m0s', 'runtime-timeout'],
    [
      'ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting 1m',
      'runtime-timeout',
    ],
    ['InternalError: failed', 'internal-error'],
    ['RESOURCE:FARGATE', 'no-fargate-capacity'],
    ['RESOURCE:MEMORY', 'no-cpu-or-memory'],
    ['RESOURCE:ENI', 'no-eni-slot'],
    ['AGENT', 'agent-disconnected'],
    ['ATTRIBUTE', 'attribute-missing'],
    ['MemberOf placement constraint unsatisfied', 'attribute-missing'],
    ['EMPTY CAPACITY PROVIDER', 'no-instances'],
    ["ECS was unable to assume the role 'arn:…' that was provided for this task.", 'task-role'],
    ['Essential container in task exited', 'essential-container-exited'],
    ['Task failed to start', 'failed-to-start'],
  ])('%s', (text, id) => expect(findReason(text)?.id).toBe(id));

  it('knows nothing about unknown and absent texts', () => {
    expect(findReason('drained by hand, OPS-1')).toBeNull();
    expect(findReason(undefined)).toBeNull();
    expect(findReason('constructor')).toBeNull();
  });

  it('every entry has an id of its own, something to check and a page', () => {
    const ids = reasonEntries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { check, page, fragments } of reasonEntries) {
      expect(check.length).toBeGreaterThan(0);
      expect(page).toMatch(/^\S+$/);
      for (const fragment of fragments.flat()) expect(fragment).toBe(fragment.toLowerCase());
    }
  });
});

describe('classifyStop', () => {
  it('believes UserInitiated whatever the caller wrote', () => {
    const entry = stop({
      stopCode: 'UserInitiated',
      stoppedReason: 'Task failed ELB health checks, I think',
    });
    expect(entry.id).toBe('user-initiated');
    const forced = stop({
      stopCode: 'UserInitiated',
      stoppedReason: 'Container instance deregistration forced by user',
    });
    expect(forced.id).toBe('instance-deregistered');
  });

  it('takes the legacy stop code of Spot for the same', () => {
    expect(stop({ stopCode: 'TerminationNotice' }).id).toBe(stop({ stopCode: 'SpotInterruption' }).id);
  });

  it('looks behind a generic reason into the containers', () => {
    const explained = explainStop({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        { exitCode: '0' },
        { exitCode: '137', reason: 'OutOfMemoryError: Container killed due to memory usage' },
      ],
      inService: true,
    });
    expect(explained).toMatchObject({ entry: { id: 'out-of-memory' }, container: 1 });
  });

  it.each([
    [['0', '1', '143'], 'exit-1'],
    [['137', '2'], 'exit-2'],
    [['143', '137'], 'exit-137'],
    [['143', '0'], 'exit-0'],
    [['143'], 'exit-143'],
  ])('exit codes %j are explained by %s', (codes, id) => {
    const entry = stop({
      stopCode: 'EssentialContainerExited',
      containers: codes.map((exitCode) => ({ exitCode })),
    });
    expect(entry.id).toBe(id);
  });

  it('exit 0 is a fault in a service and the end of a batch job', () => {
    const ended = { stopCode: 'EssentialContainerExited', containers: [{ exitCode: '0' }] };
    expect(stop(ended).class).toBe('application');
    expect(stop({ ...ended, inService: false }).class).toBe('routine');
  });

  it('an absent exit code is no 0', () => {
    const entry = stop({ stopCode: 'EssentialContainerExited', containers: [{}] });
    expect(entry.id).toBe('essential-container-exited');
  });

  it('does not take 137 after a scheduler stop for a crash', () => {
    const entry = stop({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
      containers: [{ exitCode: '137' }],
    });
    expect(entry.class).toBe('routine');
  });

  it('knows old events without a stop code, and says unknown rather than guess', () => {
    const old = stop({
      stoppedReason: 'Essential container in task exited',
      containers: [{ exitCode: '1' }],
    });
    expect(old.id).toBe('exit-1');
    expect(stop({ stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'something new' }).class).toBe(
      'unknown',
    );
    expect(stop({ stopCode: 'toString' }).id).toBe('unknown');
  });
});
