// Event names of service actions, deployment changes, hooks and daemons, with the severity that AWS documents and what to do
// (ecs-events reference 5.2, 6, 7, 8).

export interface ServiceAction {
  /** As documented; the event's own eventType may differ. */
  readonly severity: 'INFO' | 'WARN' | 'ERROR';
  readonly meaning: string;
  /** Empty for normal operation. */
  readonly action: string;
}

const info = (meaning: string): ServiceAction => ({ severity: 'INFO', meaning, action: '' });

export const serviceActions: Readonly<Record<string, ServiceAction>> = {
  SERVICE_STEADY_STATE: info('The service is healthy and has its desired count; repeated from time to time.'),
  TASKSET_STEADY_STATE: info('A task set is healthy and has its desired count.'),
  CAPACITY_PROVIDER_STEADY_STATE: info('A capacity provider of the service is steady.'),
  SERVICE_DESIRED_COUNT_UPDATED: info('The scheduler changed the computed desired count.'),
  TASKS_STOPPED: info('The service stopped a running task.'),
  SERVICE_DEPLOYMENT_IN_PROGRESS: info('A deployment or a rollback began.'),
  SERVICE_DEPLOYMENT_COMPLETED: info('A deployment or a rollback reached its steady state.'),
  SERVICE_TASK_START_IMPAIRED: {
    severity: 'WARN',
    meaning: 'Tasks cannot be started consistently; ECS retries with growing delays, up to 27 minutes.',
    action:
      'Read why the latest tasks failed to start (image, secrets, log group, resources, disk); fix it and update the service, which ends the delays.',
  },
  SERVICE_DISCOVERY_INSTANCE_UNHEALTHY: {
    severity: 'WARN',
    meaning: 'A task in the service registry is unhealthy.',
    action: 'Check the container health check and the health status in Cloud Map.',
  },
  VPC_LATTICE_TARGET_UNHEALTHY: {
    severity: 'WARN',
    meaning: 'A VPC Lattice target is unhealthy.',
    action: 'Check path and port of the target group health check, and the security groups.',
  },
  SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED: {
    severity: 'ERROR',
    meaning: 'A task of a DAEMON service no longer meets the placement constraints.',
    action: 'Look for changed instance attributes or replaced AMIs.',
  },
  ECS_OPERATION_THROTTLED: {
    severity: 'ERROR',
    meaning: 'The scheduler reached a rate limit of ECS.',
    action: 'Wait, it resumes by itself; reduce churn or request a higher rate.',
  },
  SERVICE_DISCOVERY_OPERATION_THROTTLED: {
    severity: 'ERROR',
    meaning: 'The scheduler reached a rate limit of Cloud Map.',
    action: 'Wait, it resumes by itself; reduce churn or request a higher rate for Cloud Map.',
  },
  SERVICE_TASK_PLACEMENT_FAILURE: {
    severity: 'ERROR',
    meaning: 'A task could not be placed.',
    action:
      'Act on the reason: RESOURCE:* is missing capacity, AGENT a disconnected agent, ATTRIBUTE a requirement that no instance meets.',
  },
  SERVICE_TASK_CONFIGURATION_FAILURE: {
    severity: 'ERROR',
    meaning: 'The configuration keeps tasks from starting.',
    action:
      'Fix what the reason names: trust policy of a role, permissions, or the long-ARN setting for tagging.',
  },
  SERVICE_HEALTH_UNKNOWN: {
    severity: 'ERROR',
    meaning: 'ECS could not read the health of the tasks.',
    action: 'Check that the target group or registry still exists and that ECS may describe it.',
  },
  SERVICE_DEPLOYMENT_FAILED: {
    severity: 'ERROR',
    meaning: 'A deployment did not reach its steady state (circuit breaker or alarm).',
    action: 'Ask why its tasks stopped; compare its task definition with the one before.',
  },
  HOOK_FAILED: {
    severity: 'WARN',
    meaning: 'A lifecycle hook ended with ROLLBACK or failed.',
    action: 'Look at the hook function, or ask who chose ROLLBACK.',
  },
  HOOK_TIMED_OUT: {
    severity: 'WARN',
    meaning: 'A lifecycle hook got no answer in time.',
    action: 'Decide pause hooks before they expire; check the timeout of the hook function.',
  },
  DAEMON_TASK_START_IMPAIRED: {
    severity: 'WARN',
    meaning: 'A daemon task cannot be started on an instance.',
    action: 'Act on the reason; the instance may lack CPU or memory for the daemon.',
  },
  DAEMON_DEPLOYMENT_ROLLBACK_FAILED: {
    severity: 'ERROR',
    meaning: 'The rollback of a daemon deployment failed.',
    action: 'Look at the stop reasons of the daemon tasks and deploy a working revision.',
  },
};

export function serviceActionOf(eventName: string): ServiceAction | undefined {
  return Object.hasOwn(serviceActions, eventName) ? serviceActions[eventName] : undefined;
}
