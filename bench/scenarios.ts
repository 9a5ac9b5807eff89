// The seven scenario queries of AWS's article on ECS lifecycle events, with positional paths as an AWS console would take them.
// Benchmarks and end-to-end tests share these texts (reference ecs-events, section 15).

/** What the scenarios ask about; all of it occurs in the simulated fleet. */
export interface ScenarioSubjects {
  readonly taskArn: string;
  /** Service name without cluster. */
  readonly service: string;
  readonly eniId: string;
  readonly serviceArn: string;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly query: string;
}

export function scenarios({ taskArn, service, eniId, serviceArn }: ScenarioSubjects): readonly Scenario[] {
  const arnPrefix = taskArn.slice(0, taskArn.indexOf(':task/'));
  return [
    {
      id: 'S1',
      title: 'task lifecycle',
      query: `fields time as Timestamp, \`detail-type\` as Type, detail.lastStatus as \`Last Status\`, detail.desiredStatus as \`Desired Status\`, detail.stopCode as StopCode, detail.stoppedReason as Reason
| filter detail.containers.0.taskArn = "${taskArn}"
| sort @timestamp desc
| limit 10`,
    },
    {
      id: 'S2',
      title: 'stop reasons of a service',
      query: `fields detail.stoppingAt as stoppingAt, detail.stoppedReason as stoppedReason, detail.taskArn as Task
| filter \`detail-type\` = "ECS Task State Change" and detail.desiredStatus = "STOPPED" and detail.group = "service:${service}"
| filter detail.stoppedReason not like "Scaling activity initiated by"
| sort @timestamp desc
| limit 200`,
    },
    {
      id: 'S3',
      title: 'owner of an ENI',
      query: `fields @timestamp, detail.attachments.1.details.1.value as ENIId, detail.attachments.1.status as ENIStatus, detail.lastStatus as TaskStatus
| filter detail.attachments.1.details.1.value = "${eniId}"
| parse @message '${arnPrefix}:task/*/*"' as TaskCluster, TaskId
| parse @message '${arnPrefix}:cluster/*"' as Cluster
| parse @message '"service:*"' as Service
| sort @timestamp desc
| display @timestamp, ENIId, ENIStatus, TaskId, Service, Cluster, TaskStatus`,
    },
    {
      id: 'S4',
      title: 'services with the most faults',
      query: `filter \`detail-type\` = "ECS Service Action" and @message like /WARN/
| stats count(detail.eventName) as countOfWarnEvents by resources.0 as serviceArn, detail.eventName as eventFault
| sort countOfWarnEvents desc
| limit 20`,
    },
    {
      id: 'S5',
      title: 'errors',
      query: `fields @timestamp as Time, resources.0 as Service, \`detail-type\` as lifecycleEvent, detail.reason as failureReason, @message
| filter detail.eventType = "ERROR"
| sort @timestamp desc
| limit 100`,
    },
    {
      id: 'S6',
      title: 'deployments of a service',
      query: `fields time as Timestamp, detail.reason as Reason, detail.deploymentId as DeploymentId, detail.eventType as Severity, detail.eventName as Name, \`detail-type\` as EventType
| filter resources.0 = "${serviceArn}"
| sort @timestamp desc
| limit 10`,
    },
    {
      id: 'S7',
      title: 'agent updates',
      query: `fields @timestamp, detail.agentUpdateStatus, detail.containerInstanceArn, detail.versionInfo.agentVersion
| filter \`detail-type\` = "ECS Container Instance State Change"
| sort @timestamp desc
| limit 200`,
    },
  ];
}
