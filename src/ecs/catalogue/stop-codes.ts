// Stop codes of a task (enum TaskStopCode; ecs-events reference 12).

import type { ReasonEntry } from './entry.ts';

/** `decides`: the code alone settles the class, because the reason text is free or adds nothing. */
export type StopCodeEntry = ReasonEntry & { readonly decides?: true };

const spot: StopCodeEntry = {
  id: 'spot-interruption',
  class: 'capacity',
  title: 'Spot capacity reclaimed',
  fragments: [],
  cause: 'AWS took the Spot capacity back after a two-minute warning.',
  check: [
    'Mix FARGATE (or On-Demand instances) into the capacity provider strategy: Spot never falls back by itself.',
    'Spread the service over more Availability Zones.',
    'Make sure that the application ends within stopTimeout after SIGTERM.',
  ],
  page: 'fargate-capacity-providers',
  decides: true,
};

const entries: Readonly<Record<string, StopCodeEntry>> = {
  TaskFailedToStart: {
    id: 'failed-to-start',
    class: 'unknown',
    title: 'Failed to start',
    fragments: [],
    cause: 'The task never reached RUNNING and the event does not say why.',
    check: [
      'Read the reasons of the containers.',
      'Check image, secrets, network and resources of the task definition.',
    ],
    page: 'stopped-task-error-codes',
  },
  EssentialContainerExited: {
    id: 'essential-container-exited',
    class: 'application',
    title: 'Essential container exited',
    fragments: [],
    cause: 'An essential container ended, so ECS stopped the task.',
    check: ['Read the exit code and the reason of each container, then the log of the one that ended first.'],
    page: 'stopped-task-error-codes',
  },
  UserInitiated: {
    id: 'user-initiated',
    class: 'operator',
    title: 'Stopped by a person or tool',
    fragments: [],
    cause: 'Someone called StopTask; the reason text is what the caller wrote.',
    check: ['Find the caller in CloudTrail: event StopTask with this task in requestParameters.task.'],
    page: 'stopped-task-error-codes',
    decides: true,
  },
  ServiceSchedulerInitiated: {
    id: 'service-scheduler',
    class: 'unknown',
    title: 'Stopped by the service scheduler',
    fragments: [],
    cause: 'The service stopped the task for a reason that the catalogue does not know.',
    check: [
      'Read the reason text: this code mixes scaling, deployments, failed health checks and maintenance.',
    ],
    page: 'stopped-task-error-codes',
  },
  SpotInterruption: spot,
  // The name of the same thing from 2019 to 2023, still in the enum.
  TerminationNotice: spot,
  InfrastructureHealth: {
    id: 'infrastructure-health',
    class: 'infrastructure',
    title: 'Host found unhealthy',
    fragments: [],
    cause: 'ECS found the host of the task impaired and stopped the task.',
    check: [
      'Look for ECS Container Instance Health Change events of the instance.',
      'On EC2 replace the instance; on Fargate and Managed Instances ECS does it.',
    ],
    page: 'container-instance-health',
    decides: true,
  },
};

export const stopCodeEntries: ReadonlyMap<string, StopCodeEntry> = new Map(Object.entries(entries));
