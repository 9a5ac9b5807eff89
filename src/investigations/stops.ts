// Why do tasks of this service keep dying? Distinct tasks for each explanation, apart from scaling and deployments.

import { longServiceArn } from '../ecs/arn.ts';
import { groupStops, type StopGroup, type StoppedTask, stoppedTasks } from '../ecs/stopped-tasks.ts';
import { answer, toneOfClass, truncationNote } from './answer.ts';
import type { Fact, Lane, Verdict } from './finding.ts';
import type { Answer, Investigation, InvestigationContext, InvestigationRequest } from './investigation.ts';
import {
  awsTaskCondition,
  clusterInput,
  findServices,
  type KnownService,
  scopeCondition,
  serviceInput,
  serviceScope,
  unknownService,
} from './service-scope.ts';
import { awsStopsQuery, stopSighting, stopsQuery } from './stop-rows.ts';
import { exitCodesText, latestStopsTable, reasonsTable } from './stop-tables.ts';
import { timelineOf } from './timeline.ts';
import { capitalized, formatDuration, formatRange, formatTime, plural } from './wording.ts';

export const stops: Investigation = {
  id: 'stops',
  question: 'Why do tasks of this service keep dying?',
  summary:
    'Distinct stopped tasks of a service by reason, with exit codes, trend and examples; scaling noise apart.',
  inputs: [serviceInput, clusterInput],
  run,
};

interface ServiceStops {
  readonly service: KnownService;
  readonly tasks: readonly StoppedTask[];
  /** Everything but normal operation. */
  readonly unplanned: readonly StopGroup[];
  readonly routine: readonly StopGroup[];
}

async function run(request: InvestigationRequest, context: InvestigationContext): Promise<Answer> {
  const scope = serviceScope(request);
  const services = await findServices(scope, context);
  if (services.length === 0) return unknownService('stops', stops.question, scope, request, context);
  const rows = await context.ask({
    title: 'Tasks told to stop',
    query: stopsQuery(scopeCondition(scope) ?? ''),
    awsQuery: awsStopsQuery(awsTaskCondition(scope)),
  });
  const sightings = rows.map(stopSighting);
  const keys = services.map(({ key }) => key);
  const byService = services.map((service) =>
    serviceStops(
      service,
      stoppedTasks(
        sightings.filter((sighting) => longServiceArn(sighting.serviceArn ?? '', keys) === service.key),
        true,
      ),
    ),
  );
  return stopsAnswer(scope.service ?? '', byService, request, rows.length);
}

function serviceStops(service: KnownService, tasks: readonly StoppedTask[]): ServiceStops {
  const groups = groupStops(tasks);
  return {
    service,
    tasks,
    unplanned: groups.filter((group) => group.entry.class !== 'routine'),
    routine: groups.filter((group) => group.entry.class === 'routine'),
  };
}

function stopsAnswer(
  name: string,
  byService: readonly ServiceStops[],
  request: InvestigationRequest,
  rows: number,
): Answer {
  const { startMs, endMs } = request.range;
  const middleMs = (startMs + endMs) / 2;
  const several = byService.length > 1;
  const worst = [...byService].sort((a, b) => unplannedTasks(b) - unplannedTasks(a))[0];
  const where = ({ service }: ServiceStops): string => (several ? ` in ${clusterOf(service)}` : '');
  const intro = several
    ? `${name} runs in ${plural(byService.length, 'cluster')}; each is shown apart. ${capitalized(formatRange(request.range))}: `
    : '';
  return answer({
    investigation: 'stops',
    title: stops.question,
    subject: several ? name : (byService[0]?.service.key ?? name),
    summary: `${intro}${byService.map((one) => summaryOf(one, several ? '' : ` ${formatRange(request.range)}`)).join(' ')}${truncationNote(rows)}`,
    verdict: worst === undefined ? null : verdictOf(worst, where(worst)),
    facts: byService.flatMap((one) => factsOf(one, where(one))),
    timelines: byService.flatMap((one) =>
      timelineOf(`Stops${where(one)}`, [...one.unplanned, ...one.routine].map(stopLane), endMs),
    ),
    tables: byService.flatMap((one) => [
      reasonsTable(`Why tasks stopped${where(one)}`, [...one.unplanned, ...one.routine], middleMs),
      latestStopsTable(
        `Latest unplanned stops${where(one)}`,
        one.unplanned.flatMap((group) => group.tasks).sort((a, b) => b.atMs - a.atMs),
        'Every stop was part of normal operation.',
      ),
    ]),
    nextSteps: worst === undefined ? [] : nextStepsOf(worst),
  });
}

function clusterOf({ cluster }: KnownService): string {
  return cluster ?? 'a cluster that the events do not name';
}

function unplannedTasks({ unplanned }: ServiceStops): number {
  return unplanned.reduce((sum, group) => sum + group.tasks.length, 0);
}

function summaryOf(one: ServiceStops, when: string): string {
  const { service, tasks } = one;
  const subject =
    service.cluster === null ? service.service : `${service.service} (cluster ${service.cluster})`;
  if (tasks.length === 0) {
    return `No task of ${subject} was told to stop${when}; recorded of it: ${plural(service.events, 'event')}.`;
  }
  const unplanned = unplannedTasks(one);
  const counts = `${plural(tasks.length, 'task')} of ${subject} stopped${when}, ${unplanned} unplanned and ${tasks.length - unplanned} in normal operation.`;
  const top = one.unplanned[0];
  const latest = top?.tasks[0];
  if (top === undefined || latest === undefined) return counts;
  return `${counts} Most frequent: ${top.entry.title.toLowerCase()}, ${plural(top.tasks.length, 'task')}, last ${formatTime(latest.atMs)}.`;
}

function verdictOf(one: ServiceStops, where: string): Verdict {
  const top = one.unplanned[0];
  if (top === undefined) {
    const text = one.tasks.length === 0 ? 'No task stopped' : 'Tasks stopped only in normal operation';
    return { text: `${text}${where}.`, class: 'routine', tone: 'ok', confidence: 'high' };
  }
  const share = Math.round((top.tasks.length / unplannedTasks(one)) * 100);
  const ran = top.medianRanMs === null ? '' : ` after a median run of ${formatDuration(top.medianRanMs)}`;
  const containers = new Set(top.tasks.map(({ container }) => container));
  const [container] = containers;
  const blamed = containers.size === 1 && container != null ? ` (container ${container})` : '';
  return {
    text: `${top.entry.title}${blamed}${where}: ${top.tasks.length} of ${plural(unplannedTasks(one), 'unplanned stop')} (${share} %)${ran}. ${top.entry.cause}`,
    class: top.entry.class,
    tone: toneOfClass(top.entry.class),
    confidence: top.entry.class === 'unknown' ? 'low' : share >= 50 ? 'high' : 'medium',
  };
}

function factsOf(one: ServiceStops, where: string): readonly Fact[] {
  const routine = one.tasks.length - unplannedTasks(one);
  const newest = one.unplanned.flatMap((group) => group.tasks.slice(0, 1));
  return [
    {
      label: `Unplanned stops${where}`,
      value: one.unplanned.length === 0 ? 'none' : one.unplanned.map(groupText).join('; '),
      tone: one.unplanned.length === 0 ? 'ok' : 'error',
      eventIds: newest.map((task) => task.last.eventId).filter((id) => id !== ''),
    },
    {
      label: `Normal operation${where}`,
      value: `${plural(routine, 'task')} (scaling, deployments, normal ends)`,
    },
  ];
}

function groupText(group: StopGroup): string {
  const codes = exitCodesText(group);
  return `${group.entry.title}: ${plural(group.tasks.length, 'task')}${codes === null ? '' : ` (exit codes ${codes})`}`;
}

const marksMax = 200;

/** One lane for each explanation, a mark for each task. */
function stopLane(group: StopGroup): Lane {
  const marks = group.tasks.slice(0, marksMax).map((task) => ({
    label: task.last.taskId,
    atMs: task.atMs,
    tone: toneOfClass(group.entry.class),
  }));
  return { label: `${group.entry.title} (${group.tasks.length})`, bars: [], marks };
}

function nextStepsOf(one: ServiceStops): readonly string[] {
  const top = one.unplanned[0];
  if (top === undefined) return [];
  const example = top.tasks[0]?.last.taskId;
  return [
    ...top.entry.check,
    ...(example === undefined ? [] : [`Look at one of them: shiplog task ${example}`]),
    `See whether a deployment began it: shiplog deployments --service ${one.service.service}`,
    `Background: ECS Developer Guide, page ${top.entry.page}.`,
  ];
}
