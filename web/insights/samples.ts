// Queries to start from: each answers something that people ask about ECS, and runs as it is.

export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly query: string;
}

export const samples: readonly Sample[] = [
  {
    id: 'latest',
    title: 'Latest events',
    query: 'fields @timestamp, `detail-type`, ecs.service, @message\n| sort @timestamp desc\n| limit 100',
  },
  {
    id: 'stop-reasons',
    title: 'Why tasks stopped, by service',
    query: `filter detail.lastStatus = "STOPPED"
| stats count_distinct(detail.taskArn) as tasks by ecs.service, detail.stopCode, detail.stoppedReason
| sort tasks desc
| limit 50`,
  },
  {
    id: 'faults',
    title: 'Warnings and errors of services',
    query: `filter \`detail-type\` = "ECS Service Action" and detail.eventType in ["WARN", "ERROR"]
| stats count(*) as events, max(@timestamp) as last by resources.0 as service, detail.eventName as event
| sort events desc`,
  },
  {
    id: 'deployments',
    title: 'Deployments and how they ended',
    query: `filter \`detail-type\` = "ECS Deployment State Change"
| fields @timestamp, resources.0 as service, detail.eventName as event, detail.deploymentId as deployment, detail.reason as reason
| display @timestamp, service, event, deployment, reason
| sort @timestamp desc
| limit 100`,
  },
  {
    id: 'exit-codes',
    title: 'Exit codes of stopped containers',
    query: `filter detail.lastStatus = "STOPPED" and ispresent(detail.containers.0.exitCode)
| stats count_distinct(detail.taskArn) as tasks by detail.containers.0.exitCode as exitCode, ecs.service
| sort tasks desc`,
  },
  {
    id: 'per-hour',
    title: 'Events per hour and type',
    query: 'stats count(*) as events by bin(1h) as hour, `detail-type`\n| sort hour',
  },
  {
    id: 'every-container',
    title: 'Exit codes of every container, by name',
    query: `filter detail.lastStatus = "STOPPED"
| fields jsonParse(@message) as event
| unnest event.detail.containers into container
| stats count(*) as stops by container.name, container.exitCode
| sort stops desc
| limit 50`,
  },
  {
    id: 'reason-patterns',
    title: 'Stopped reasons, what differs in them left out',
    query: 'filter ispresent(detail.stoppedReason)\n| pattern detail.stoppedReason',
  },
  {
    id: 'what-is-different',
    title: 'What is different about tasks whose container exited',
    query: 'relevantfields where detail.stopCode = "EssentialContainerExited"',
  },
];
