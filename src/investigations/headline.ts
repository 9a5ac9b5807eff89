// One event in one line, for people who watch events go by: what it is about, what happened, how bad that is. The line rests
// on this one event; what several of them tell together is told by the investigations.

import { serviceActions } from '../ecs/catalogue/service-actions.ts';
import type { ServiceEvent, TaskEvent } from '../ecs/decode.ts';
import { type ApiCallEvent, decodeEvent, type EcsEvent, type InstanceEvent } from '../ecs/decode.ts';
import { unknownReason } from '../ecs/reasons.ts';
import { isRollback } from '../ecs/service-notices.ts';
import { reasonOf, type StoppedTask, stoppedTasks } from '../ecs/stopped-tasks.ts';
import { hasEnded } from '../ecs/task-history.ts';
import { toneOfClass } from './answer.ts';
import type { Tone } from './finding.ts';
import { meaningOf } from './notice-rows.ts';
import { formatDuration } from './wording.ts';

export interface Headline {
  readonly tone: Tone;
  /** `cluster/service`, or as much of it as the event tells. */
  readonly subject: string;
  readonly text: string;
}

/** Null when the message is no event of EventBridge: then it speaks for itself. */
export function headlineOf(message: string): Headline | null {
  const event = decodeEvent(message);
  if (event === null) return null;
  const subject = [event.cluster, event.service].filter((name) => name !== null).join('/');
  return { subject, ...said(event) };
}

type Said = Omit<Headline, 'subject'>;

function said(event: EcsEvent): Said {
  switch (event.kind) {
    case 'task':
      return event.desiredStatus === 'STOPPED' ? ofStop(event) : ofTask(event);
    case 'service':
      return ofService(event);
    case 'instance':
      return ofInstance(event);
    case 'apiCall':
      return ofApiCall(event);
    case 'other':
      return { tone: 'neutral', text: event.detailType };
  }
}

/** The first eight characters tell the tasks of a service apart, as in `docker ps`. */
const shortId = (id: string): string => id.slice(0, 8);

function ofTask({ taskId, lastStatus, taskDefinition }: TaskEvent): Said {
  const what = taskDefinition === null ? '' : ` (${taskDefinition})`;
  const status = (lastStatus ?? 'changed').toLowerCase();
  return {
    tone: lastStatus === 'RUNNING' ? 'ok' : 'neutral',
    text: `task ${shortId(taskId)} ${status}${what}`,
  };
}

function ofStop(event: TaskEvent): Said {
  const [task] = stoppedTasks(
    [{ ...event, ...event.times, eventId: event.id, deploymentId: null }],
    event.service !== null,
  );
  const what = `task ${shortId(event.taskId)} ${stepOfStop(event.lastStatus)}`;
  if (task === undefined) return { tone: 'neutral', text: what };
  const ran = task.ranMs === null ? '' : ` after ${formatDuration(task.ranMs)}`;
  const codes = event.containers.flatMap(({ name, exitCode }) =>
    exitCode === null || quietExits.includes(exitCode) ? [] : [`${name} exit ${exitCode}`],
  );
  const why = [...explanation(task), ...codes].join(', ');
  return {
    tone: toneOfClass(task.entry.class),
    text: `${what}${ran}${why === '' ? '' : `: ${why}`}`,
  };
}

/** One stop is told in several events: `stopping`, `deactivating`, `deprovisioning`, `stopped`. */
function stepOfStop(lastStatus: string | null): string {
  if (hasEnded(lastStatus)) return 'stopped';
  return lastStatus === null || lastStatus === 'RUNNING' ? 'stopping' : lastStatus.toLowerCase();
}

/** The normal end, and the normal answer to SIGTERM. */
const quietExits: readonly string[] = ['0', '143'];

/** What the catalogue makes of the reason, then the reason, without saying anything twice. */
function explanation(task: StoppedTask): readonly string[] {
  const reason = reasonOf(task);
  const { title, id } = task.entry;
  if (reason === null) return id === unknownReason.id ? [] : [title];
  if (/^essential container/i.test(reason)) return [title];
  const known = id !== unknownReason.id && !reason.toLowerCase().includes(title.toLowerCase());
  return known ? [title, reason] : [reason];
}

/** Event names as words: `SERVICE_TASK_PLACEMENT_FAILURE` is a task placement failure. */
const words = (eventName: string): string =>
  eventName
    .replace(/^SERVICE_/, '')
    .toLowerCase()
    .replaceAll('_', ' ');

const endings: Readonly<Record<string, string>> = {
  SERVICE_DEPLOYMENT_IN_PROGRESS: 'started',
  SERVICE_DEPLOYMENT_COMPLETED: 'completed',
  SERVICE_DEPLOYMENT_FAILED: 'failed',
};

function ofService(event: ServiceEvent): Said {
  const { eventName, deploymentId, reason, severity, taskIds } = event;
  const ending = isRollback({ ...event, eventId: event.id, service: '', serviceKey: '' })
    ? 'rolls back'
    : endings[eventName];
  const about = deploymentId === null ? '' : ` ${deploymentId}`;
  const what = ending === undefined ? words(eventName) : `deployment${about} ${ending}`;
  const tasks = taskIds.length === 0 ? '' : ` (${taskIds.map(shortId).join(', ')})`;
  const why = [meaningOf(reason)?.title, reason].filter((text) => text != null && !restated.test(text));
  const known = severity ?? serviceActions[eventName]?.severity ?? null;
  return {
    tone: toneOfNotice(eventName, known, ending),
    text: `${what}${tasks}${why.length === 0 ? '' : `: ${why.join(', ')}`}`,
  };
}

/** Says the event's name once more, or nothing. */
const restated = /^(ECS deployment \S+ (in progress|completed)\.)?$/;

function toneOfNotice(
  eventName: string,
  severity: ServiceEvent['severity'],
  ending: string | undefined,
): Tone {
  if (severity === 'ERROR' || ending === 'failed') return 'error';
  if (severity === 'WARN' || ending === 'rolls back') return 'warning';
  if (ending === 'completed' || eventName.endsWith('STEADY_STATE')) return 'ok';
  return ending === undefined ? 'neutral' : 'info';
}

function ofInstance({ instanceId, ec2InstanceId, status, ...agent }: InstanceEvent): Said {
  const update = agent.agentUpdateStatus;
  const parts = [
    `instance ${ec2InstanceId ?? shortId(instanceId)} ${(status ?? 'changed').toLowerCase().replaceAll('_', ' ')}`,
    agent.agentConnected === false ? 'agent disconnected' : null,
    agent.agentVersion === null ? null : `agent ${agent.agentVersion}`,
    update === null ? null : `update ${update.toLowerCase()}`,
  ];
  const bad = agent.agentConnected === false || status === 'IMPAIRED' || update === 'FAILED';
  return { tone: bad ? 'warning' : 'neutral', text: parts.filter((part) => part !== null).join(', ') };
}

function ofApiCall({ eventName, actor, errorCode }: ApiCallEvent): Said {
  const who = actor === null ? '' : ` by ${actor}`;
  return errorCode === null
    ? { tone: 'info', text: `${eventName} called${who}` }
    : { tone: 'warning', text: `${eventName} refused with ${errorCode}${who}` };
}
