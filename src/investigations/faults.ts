// Which services are in the worst trouble? Warnings and errors that ECS announces, each once, for each service and event name.

import { serviceActionOf } from '../ecs/catalogue/service-actions.ts';
import { countFaults, type FaultCount } from '../ecs/faults.ts';
import { groupBy } from '../ecs/grouping.ts';
import { groupStops, type StopGroup, stoppedTasks } from '../ecs/stopped-tasks.ts';
import { answer, truncationNote } from './answer.ts';
import type { FindingTable, Verdict } from './finding.ts';
import type { Answer, Investigation, InvestigationContext, InvestigationRequest } from './investigation.ts';
import { awsIsFault, awsNoticesQuery, isFault, meaningOf, noticesOf, noticesQuery } from './notice-rows.ts';
import {
  awsServiceCondition,
  awsTaskCondition,
  clusterInput,
  scopeCondition,
  serviceInput,
  serviceScope,
} from './service-scope.ts';
import { awsStopsQuery, stopSighting, stopsQuery } from './stop-rows.ts';
import { formatRange, formatTime, plural } from './wording.ts';

export const faults: Investigation = {
  id: 'faults',
  question: 'Which services are in the worst trouble?',
  summary: 'Warnings and errors of services by event name, with last occurrence, trend and what to do.',
  inputs: [clusterInput, { ...serviceInput, required: false }],
  run,
};

interface ServiceFaults {
  readonly key: string;
  readonly service: string;
  readonly cluster: string | null;
  /** Most frequent first. */
  readonly counts: readonly FaultCount[];
  readonly total: number;
  readonly errors: number;
  readonly earlier: number;
  readonly later: number;
  readonly lastMs: number;
}

async function run(request: InvestigationRequest, context: InvestigationContext): Promise<Answer> {
  const scope = serviceScope(request);
  const rows = await context.ask({
    title: 'Warnings and errors of services',
    query: noticesQuery([isFault, scopeCondition(scope)]),
    awsQuery: awsNoticesQuery([awsIsFault, awsServiceCondition(scope)]),
  });
  const { startMs, endMs } = request.range;
  const services = byService(countFaults(noticesOf(rows), (startMs + endMs) / 2));
  const why = await whyWorst(services[0], context);
  const bounds = [scope.service, scope.cluster === null ? null : `cluster ${scope.cluster}`].filter(
    (text) => text !== null,
  );
  return answer({
    investigation: 'faults',
    title: faults.question,
    subject: bounds.length === 0 ? 'all services' : bounds.join(', '),
    summary: `${summaryOf(services, request)}${truncationNote(rows.length)}`,
    verdict: verdictOf(services, why),
    facts: services.slice(0, 3).map((one) => ({
      label: nameOf(one),
      value: one.counts.map(({ eventName, count }) => `${eventName} ${count}`).join(', '),
      tone: one.errors > 0 ? 'error' : 'warning',
      eventIds: one.counts.flatMap(({ eventIds }) => eventIds.slice(0, 1)).filter((id) => id !== ''),
    })),
    tables: [servicesTable(services), countsTable(services)],
    nextSteps: nextStepsOf(services, why),
  });
}

/** Worst first: most faults, then most errors, then the latest. */
function byService(counts: readonly FaultCount[]): readonly ServiceFaults[] {
  return [...groupBy(counts, ({ serviceKey }) => serviceKey)]
    .map(([key, ofService]): ServiceFaults => {
      const sum = (pick: (count: FaultCount) => number): number =>
        ofService.reduce((total, count) => total + pick(count), 0);
      return {
        key,
        service: ofService[0]?.service ?? key,
        cluster: ofService[0]?.cluster ?? null,
        counts: ofService,
        total: sum(({ count }) => count),
        errors: sum(({ count, severity }) => (severity === 'ERROR' ? count : 0)),
        earlier: sum(({ earlier }) => earlier),
        later: sum(({ later }) => later),
        lastMs: Math.max(...ofService.map(({ lastMs }) => lastMs)),
      };
    })
    .sort(
      (a, b) => b.total - a.total || b.errors - a.errors || b.lastMs - a.lastMs || (a.key < b.key ? -1 : 1),
    );
}

function nameOf({ service, cluster }: ServiceFaults): string {
  return cluster === null ? service : `${service} (cluster ${cluster})`;
}

function summaryOf(services: readonly ServiceFaults[], request: InvestigationRequest): string {
  const [worst] = services;
  if (worst === undefined) return `ECS announced no warning and no error ${formatRange(request.range)}.`;
  const total = services.reduce((sum, one) => sum + one.total, 0);
  const errors = services.reduce((sum, one) => sum + one.errors, 0);
  const main = worst.counts[0];
  const detail = main === undefined || main.count < 2 ? '' : `, mostly ${main.eventName} (${main.count})`;
  return `${plural(total, 'fault')} of ${plural(services.length, 'service')} ${formatRange(request.range)}, ${errors} of them errors. Worst: ${nameOf(worst)} with ${worst.total}${detail}, last ${formatTime(worst.lastMs)}.`;
}

/** ECS announces that tasks cannot start, not why: the largest group of unplanned stops of the worst service tells. */
async function whyWorst(
  worst: ServiceFaults | undefined,
  context: InvestigationContext,
): Promise<StopGroup | undefined> {
  if (worst === undefined || worst.counts.some(({ eventName }) => eventName.startsWith('DAEMON_')))
    return undefined;
  const scope = { service: worst.service, cluster: worst.cluster };
  const rows = await context.ask({
    title: `Stopped tasks of the worst service, ${worst.service}`,
    query: stopsQuery(scopeCondition(scope) ?? ''),
    awsQuery: awsStopsQuery(awsTaskCondition(scope)),
  });
  const groups = groupStops(stoppedTasks(rows.map(stopSighting), true));
  return groups.find(({ entry }) => entry.class !== 'routine');
}

function verdictOf(services: readonly ServiceFaults[], why: StopGroup | undefined): Verdict {
  const [worst] = services;
  const main = worst?.counts[0];
  if (worst === undefined || main === undefined) {
    return { text: 'No service is in trouble.', class: 'routine', tone: 'ok', confidence: 'high' };
  }
  const meaning = serviceActionOf(main.eventName)?.meaning ?? 'The catalogue does not know this event.';
  const stops =
    why === undefined
      ? ''
      : ` Its tasks stop because of: ${why.entry.title.toLowerCase()} (${plural(why.tasks.length, 'task')}).`;
  return {
    text: `${nameOf(worst)} is worst: ${main.eventName}, ${plural(main.count, 'time')}, ${trendText(main)}. ${meaning}${stops}`,
    class: meaningOf(main.reasons[0])?.class ?? why?.entry.class ?? 'unknown',
    tone: worst.errors > 0 ? 'error' : 'warning',
    confidence: main.count >= 3 ? 'high' : 'medium',
  };
}

/** Faults below which the two halves of the time say nothing about a direction. */
const trendFaultsMin = 3;

function trendText({ earlier, later }: { readonly earlier: number; readonly later: number }): string {
  if (earlier + later < trendFaultsMin) return `too few for a trend (${earlier} → ${later})`;
  if (later > earlier * 1.5) return `rising (${earlier} → ${later})`;
  if (earlier > later * 1.5) return `falling (${earlier} → ${later})`;
  return `steady (${earlier} → ${later})`;
}

function servicesTable(services: readonly ServiceFaults[]): FindingTable {
  return {
    title: 'Services, worst first',
    columns: [
      { key: 'tone', title: '', kind: 'tone' },
      { key: 'service', title: 'Service', kind: 'service' },
      { key: 'cluster', title: 'Cluster', kind: 'text' },
      { key: 'total', title: 'Faults', kind: 'number' },
      { key: 'errors', title: 'Errors', kind: 'number' },
      { key: 'warnings', title: 'Warnings', kind: 'number' },
      { key: 'trend', title: 'Earlier → later half', kind: 'text' },
      { key: 'last', title: 'Last', kind: 'time' },
    ],
    rows: services.map((one) => ({
      tone: one.errors > 0 ? 'error' : 'warning',
      service: one.key.startsWith('arn:') ? one.key : one.service,
      cluster: one.cluster,
      total: one.total,
      errors: one.errors,
      warnings: one.total - one.errors,
      trend: trendText(one),
      last: one.lastMs,
    })),
    empty: 'ECS announced no warning and no error in this time.',
  };
}

function countsTable(services: readonly ServiceFaults[]): FindingTable {
  return {
    title: 'Faults by service and event',
    columns: [
      { key: 'tone', title: '', kind: 'tone' },
      { key: 'service', title: 'Service', kind: 'service' },
      { key: 'event', title: 'Event', kind: 'text' },
      { key: 'count', title: 'Times', kind: 'number' },
      { key: 'trend', title: 'Earlier → later half', kind: 'text' },
      { key: 'last', title: 'Last', kind: 'time' },
      { key: 'reason', title: 'Most frequent reason', kind: 'text' },
      { key: 'todo', title: 'What to do', kind: 'text' },
    ],
    rows: services.flatMap(({ counts }) =>
      counts.map((count) => ({
        tone: count.severity === 'ERROR' ? 'error' : 'warning',
        service: count.service,
        event: count.eventName,
        count: count.count,
        trend: trendText(count),
        last: count.lastMs,
        reason: count.reasons[0] ?? null,
        todo: meaningOf(count.reasons[0])?.check[0] ?? serviceActionOf(count.eventName)?.action ?? null,
      })),
    ),
    empty: 'None.',
  };
}

function nextStepsOf(services: readonly ServiceFaults[], why: StopGroup | undefined): readonly string[] {
  const [worst] = services;
  const main = worst?.counts[0];
  if (worst === undefined || main === undefined) return [];
  const action = meaningOf(main.reasons[0])?.check[0] ?? serviceActionOf(main.eventName)?.action;
  return [
    ...(why?.entry.check ?? []),
    ...(action === undefined || action === '' ? [] : [action]),
    `See why its tasks stopped: shiplog stops --service ${worst.service}`,
    `See its deployments: shiplog deployments --service ${worst.service}`,
  ];
}
