// What the events of one task say, put for a reader: verdict, facts, phases as bars, versions and containers as tables.

import type { ApiCallEvent, EcsEvent, TaskEvent } from '../ecs/decode.ts';
import { serviceOfGroup } from '../ecs/derive.ts';
import { killedAfterTimeout, taskContradictions } from '../ecs/task-contradictions.ts';
import { type ContainerLife, hasEnded, type TaskHistory, taskDurations } from '../ecs/task-history.ts';
import { type TaskVerdict, taskVerdict } from '../ecs/task-verdict.ts';
import { answer, toneOfClass } from './answer.ts';
import type { Fact, FindingTable, Tone } from './finding.ts';
import type { Answer, TimeRange } from './investigation.ts';
import { containerTone, taskTimeline } from './task-timeline.ts';
import { enumerate, formatDuration, formatTime, plural, sentence } from './wording.ts';

/** `others`: events of other kinds that name the task, e.g. the API call that stopped it. */
export function taskAnswer(
  title: string,
  history: TaskHistory,
  others: readonly EcsEvent[],
  range: TimeRange,
  untilMs: number,
): Answer {
  const contradictions = taskContradictions(history);
  const verdict = taskVerdict(history, contradictions);
  const stopCall = others.find(isStopCall) ?? null;
  return answer({
    investigation: 'task',
    title,
    subject: history.last.taskArn,
    summary: summaryOf(history, stopCall, range),
    verdict: {
      text: verdict.text,
      class: verdict.class,
      tone: toneOf(verdict, contradictions),
      confidence: verdict.confidence,
    },
    facts: factsOf(history, stopCall),
    contradictions,
    timelines: taskTimeline(history, untilMs),
    tables: [containersTable(history), versionsTable(history), ...otherEventsTable(others)],
    nextSteps: nextStepsOf(history, verdict, stopCall !== null),
  });
}

/** Events that disagree are never all right. */
function toneOf(verdict: TaskVerdict, contradictions: readonly string[]): Tone {
  if (verdict.entry === null && verdict.class === 'unknown') return 'info';
  const tone = toneOfClass(verdict.class);
  return tone === 'ok' && contradictions.length > 0 ? 'warning' : tone;
}

function isStopCall(event: EcsEvent): event is ApiCallEvent {
  return event.kind === 'apiCall' && event.eventName === 'StopTask' && event.errorCode === null;
}

function summaryOf(history: TaskHistory, stopCall: ApiCallEvent | null, range: TimeRange): string {
  const { last, times } = history;
  const service = serviceOfGroup(last.group ?? undefined);
  const kind = service === undefined ? (last.group ?? 'no group') : `service ${service}`;
  const parts = [`Task ${last.taskId} (${kind}${last.cluster === null ? '' : `, cluster ${last.cluster}`})`];
  const run = taskDurations(times).run;
  if (hasEnded(last.lastStatus)) {
    const ran =
      times.startedMs === null
        ? 'stopped without ever running'
        : `ran for ${formatDuration(run ?? 0)} and stopped`;
    parts.push(`${ran} at ${formatTime(times.stoppedMs ?? last.atMs)}.`);
  } else {
    parts.push(`was last seen ${last.lastStatus ?? 'without status'} at ${formatTime(last.atMs)}.`);
  }
  parts.push(...askedSentence(history, stopCall));
  const missing = history.missingVersions.length;
  parts.push(missing === 0 ? 'No version is missing.' : missingSentence(history, range));
  return parts.join(' ');
}

function askedSentence(history: TaskHistory, stopCall: ApiCallEvent | null): readonly string[] {
  const request = history.stopRequest;
  return request === null
    ? []
    : [`The stop was ${askedBy(request.stopCode, stopCall)} at ${formatTime(request.atMs)}.`];
}

/** Who asked for the stop; only CloudTrail knows a name (reference 2). */
function askedBy(stopCode: string | null, stopCall: ApiCallEvent | null): string {
  if (stopCall !== null && stopCall.actor !== null) return `asked for by ${stopCall.actor} (StopTask)`;
  switch (stopCode) {
    case 'UserInitiated':
      return 'asked for by a person or tool (StopTask; CloudTrail has the name)';
    case 'ServiceSchedulerInitiated':
      return 'asked for by the service scheduler';
    case 'EssentialContainerExited':
      return 'the consequence of an essential container that ended';
    case 'TaskFailedToStart':
      return 'the consequence of a failed start';
    case 'SpotInterruption':
    case 'TerminationNotice':
      return 'asked for by AWS, which took the Spot capacity back';
    case 'InfrastructureHealth':
      return 'asked for by ECS, which found the host unhealthy';
    case null:
      return 'asked for by someone that the events do not name';
    default:
      return `asked for with stop code ${stopCode}`;
  }
}

function missingSentence({ missingVersions, times, versions, last }: TaskHistory, range: TimeRange): string {
  if (versions.length === 1) return `Only version ${last.version ?? 'unknown'} of the task was recorded.`;
  const listed = missingVersions.slice(0, 12).map(String);
  const one = missingVersions.length === 1;
  const list = missingVersions.length > listed.length ? `${listed.join(', ')}, …` : enumerate(listed);
  const older = times.createdMs !== null && times.createdMs < range.startMs;
  const why = older ? 'the task is older than the range' : 'never received, or outside of the range';
  return `${one ? 'Version' : 'Versions'} ${list} ${one ? 'is' : 'are'} missing: ${why}.`;
}

/** Where the version before it is missing, the request itself may be what was lost. */
function requestVersion({ stopRequest, missingVersions }: TaskHistory): string {
  const version = stopRequest?.version ?? null;
  if (version === null) return '';
  return missingVersions.includes(version - 1)
    ? ` (first recorded in version ${version}; version ${version - 1} is missing)`
    : ` (version ${version})`;
}

function factsOf(history: TaskHistory, stopCall: ApiCallEvent | null): readonly Fact[] {
  const { last, times, versions, stopRequest } = history;
  const own = [last.id].filter((id) => id !== '');
  const facts: (Fact | null)[] = [
    fact('Service', serviceOfGroup(last.group ?? undefined) ?? last.group, own),
    fact('Cluster', last.cluster, own),
    fact('Task definition', last.taskDefinition, own),
    fact('Deployment or starter', last.startedBy, own),
    fact('Runs on', placeOf(last), own),
    ...history.containers.map(containerFact),
    ...last.interfaces.map((item) =>
      fact(
        'Network interface',
        [item.eniId, item.macAddress, item.addresses.join(' '), item.subnetId, item.status]
          .filter(Boolean)
          .join(', '),
        own,
      ),
    ),
    fact('Created', times.createdMs === null ? null : formatTime(times.createdMs), own),
    stopRequest === null
      ? null
      : {
          label: 'Stop',
          value: sentence(
            `${askedBy(stopRequest.stopCode, stopCall)} at ${formatTime(stopRequest.atMs)}${requestVersion(history)}; reason: ${stopRequest.reason ?? 'none given'}`,
          ),
          eventIds: [stopRequest.eventId, stopCall?.id ?? ''].filter((id) => id !== ''),
        },
    ...killedAfterTimeout(history).map(
      (name): Fact => ({
        label: 'Slow end',
        value: `Container ${name} was killed (137): it did not end within stopTimeout after SIGTERM.`,
        tone: 'warning',
        eventIds: own,
      }),
    ),
    {
      label: 'Record',
      value: `${plural(versions.length, 'version')} recorded${history.missingVersions.length === 0 ? ', none missing' : `, ${history.missingVersions.length} missing`}`,
      tone: history.missingVersions.length === 0 ? 'ok' : 'warning',
      eventIds: versions.map((version) => version.id).filter((id) => id !== ''),
    },
  ];
  return facts.filter((one) => one !== null);
}

function fact(label: string, value: string | null, eventIds: readonly string[]): Fact | null {
  return value === null || value === '' ? null : { label, value, eventIds };
}

function placeOf(last: TaskEvent): string | null {
  const parts = [
    last.launchType,
    last.capacityProvider === last.launchType ? null : last.capacityProvider,
    last.availabilityZone,
    last.instanceId === null ? null : `container instance ${last.instanceId}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function containerFact(container: ContainerLife): Fact {
  const state =
    container.exitCode === null
      ? `${container.lastStatus ?? 'no status'}, no exit code`
      : `ended with exit code ${container.exitCode}`;
  return {
    label: `Container ${container.name}`,
    value: container.reason === null ? state : `${state}; ${container.reason}`,
    tone: containerTone(container),
  };
}

function containersTable({ containers }: TaskHistory): FindingTable {
  return {
    title: 'Containers',
    columns: [
      { key: 'tone', title: '', kind: 'tone' },
      { key: 'name', title: 'Container', kind: 'text' },
      { key: 'exitCode', title: 'Exit code', kind: 'text' },
      { key: 'ran', title: 'Ran', kind: 'duration' },
      { key: 'reason', title: 'Reason', kind: 'text' },
      { key: 'image', title: 'Image', kind: 'text' },
    ],
    rows: containers.map((container) => ({
      tone: containerTone(container),
      name: container.name,
      exitCode: container.exitCode,
      ran:
        container.startMs === null || container.endMs === null ? null : container.endMs - container.startMs,
      reason: container.reason,
      image: container.image,
    })),
    empty: 'The events list no container: the task never got that far.',
  };
}

function versionsTable({ versions }: TaskHistory): FindingTable {
  return {
    title: 'Versions',
    columns: [
      { key: 'at', title: 'Time', kind: 'time' },
      { key: 'version', title: 'Version', kind: 'number' },
      { key: 'lastStatus', title: 'Last status', kind: 'text' },
      { key: 'desiredStatus', title: 'Desired status', kind: 'text' },
      { key: 'gap', title: 'After', kind: 'duration' },
      { key: 'interface', title: 'Interface', kind: 'text' },
      { key: 'stopCode', title: 'Stop code', kind: 'text' },
      { key: 'reason', title: 'Reason', kind: 'text' },
    ],
    rows: versions.map((event, index) => ({
      at: event.atMs,
      version: event.version,
      lastStatus: event.lastStatus,
      desiredStatus: event.desiredStatus,
      gap: index === 0 ? null : Math.max(0, event.atMs - (versions[index - 1]?.atMs ?? event.atMs)),
      interface:
        event.interfaces
          .map((item) => item.status)
          .filter(Boolean)
          .join(' ') || null,
      stopCode: event.stopCode,
      reason: event.stoppedReason,
    })),
    empty: 'None.',
  };
}

function otherEventsTable(others: readonly EcsEvent[]): readonly FindingTable[] {
  const rows = [...others].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1)).map(otherRow);
  if (rows.length === 0) return [];
  return [
    {
      title: 'Other events that name the task',
      columns: [
        { key: 'at', title: 'Time', kind: 'time' },
        { key: 'type', title: 'Type', kind: 'text' },
        { key: 'name', title: 'Name', kind: 'text' },
        { key: 'text', title: 'Reason or caller', kind: 'text' },
      ],
      rows,
      empty: 'None.',
    },
  ];
}

function otherRow(event: EcsEvent): Readonly<Record<string, string | number | null>> {
  const named = event.kind === 'service' || event.kind === 'apiCall' ? event.eventName : null;
  const text = event.kind === 'service' ? event.reason : event.kind === 'apiCall' ? event.actor : null;
  return { at: event.atMs, type: event.detailType, name: named, text };
}

function nextStepsOf(
  history: TaskHistory,
  { entry, class: reasonClass }: TaskVerdict,
  callerKnown: boolean,
): readonly string[] {
  if (entry === null) return [];
  const service = serviceOfGroup(history.last.group ?? undefined);
  // CloudTrail was captured and has told the caller: nothing is left to look up.
  const checks = reasonClass === 'operator' && callerKnown ? [] : entry.check;
  if (reasonClass === 'routine' || reasonClass === 'operator') {
    return service === undefined
      ? checks
      : [...checks, `See the deployments at that time: shiplog deployments --service ${service}`];
  }
  return [
    ...checks,
    ...(service === undefined ? [] : [`See whether others died alike: shiplog stops --service ${service}`]),
    `Background: ECS Developer Guide, page ${entry.page}.`,
  ];
}
