// Which services an investigation is about: reading what a person gave, finding the services that have that name, and what
// to say when there is none. One name in several clusters is answered for each cluster apart.

import { clusterOfArn, lastSegment, longServiceArn, serviceOfArn } from '../ecs/arn.ts';
import { compareTexts, groupBy } from '../ecs/grouping.ts';
import { answer } from './answer.ts';
import type {
  Answer,
  InvestigationContext,
  InvestigationInput,
  InvestigationRequest,
} from './investigation.ts';
import { InvestigationInputError } from './investigation.ts';
import { nearest } from './nearest.ts';
import { allOf, endsIn, pipeline, quoteString } from './ql.ts';
import { numberCell, textCell } from './rows.ts';
import { formatRange } from './wording.ts';

export const serviceInput: InvestigationInput = {
  name: 'service',
  label: 'Service',
  help: 'Name or ARN of the service, or CLUSTER/NAME.',
  placeholder: 'checkout',
  required: true,
};

export const clusterInput: InvestigationInput = {
  name: 'cluster',
  label: 'Cluster',
  help: 'Name or ARN of the cluster; all clusters when left out.',
  placeholder: 'prod',
  required: false,
};

export interface ServiceScope {
  readonly service: string | null;
  readonly cluster: string | null;
}

/** A service that events were recorded of. */
export interface KnownService {
  /** Its ARN, else its name. */
  readonly key: string;
  readonly service: string;
  readonly cluster: string | null;
  readonly events: number;
}

/** Reads the inputs `service` and `cluster`. Throws InvestigationInputError when they contradict each other. */
export function serviceScope({ inputs }: InvestigationRequest): ServiceScope {
  const cluster = clusterName(inputs.cluster?.trim() ?? '');
  const given = (inputs.service?.trim() ?? '').replace(/^service:/, '');
  const named = given.startsWith('arn:') ? serviceArnParts(given) : pathParts(given);
  if (named.cluster !== null && cluster !== null && named.cluster !== cluster) {
    throw new InvestigationInputError(
      'cluster',
      `The service is given with cluster ${named.cluster}, but cluster ${cluster} is asked for; leave one of them out.`,
      [named.cluster, cluster],
    );
  }
  return { service: named.service, cluster: named.cluster ?? cluster };
}

function clusterName(text: string): string | null {
  if (text === '') return null;
  return text.startsWith('arn:') ? (clusterOfArn(text) ?? lastSegment(text)) : text;
}

function serviceArnParts(arn: string): { service: string; cluster: string | null } {
  const service = serviceOfArn(arn);
  if (service === undefined) {
    throw new InvestigationInputError(
      'service',
      `${arn} is not the ARN of an ECS service; give a service name or its ARN.`,
    );
  }
  return { service, cluster: clusterOfArn(arn) ?? null };
}

function pathParts(text: string): { service: string | null; cluster: string | null } {
  const slash = text.lastIndexOf('/');
  if (slash === -1) return { service: text === '' ? null : text, cluster: null };
  return { service: text.slice(slash + 1), cluster: lastSegment(text.slice(0, slash)) };
}

/** The scope as a condition on the derived fields; null when it bounds nothing. Events that tell no cluster stay in. */
export function scopeCondition({ service, cluster }: ServiceScope): string | null {
  const conditions = [
    service === null ? null : `ecs.service = ${quoteString(service)}`,
    cluster === null ? null : `(ecs.cluster = ${quoteString(cluster)} or not ispresent(ecs.cluster))`,
  ];
  return conditions.every((condition) => condition === null) ? null : allOf(conditions);
}

/** The same for the AWS console, about task events. */
export function awsTaskCondition({ service, cluster }: ServiceScope): string {
  return allOf([
    service === null ? null : `detail.group = ${quoteString(`service:${service}`)}`,
    cluster === null ? null : endsIn('detail.clusterArn', `:cluster/${cluster}`),
  ]);
}

/** The same for the AWS console, about events whose first resource is the ARN of a service or of its deployment. */
export function awsServiceCondition({ service, cluster }: ServiceScope): string | null {
  if (service === null) return cluster === null ? null : `resources.0 like ${quoteString(`/${cluster}/`)}`;
  const path = `${cluster === null ? '' : `/${cluster}`}/${service}`;
  return `(${endsIn('resources.0', path)} or resources.0 like ${quoteString(`${path}/`)})`;
}

/** The services that have the name of the scope, by cluster. Short ARNs are counted with the long one they stand for. */
export async function findServices(
  scope: ServiceScope,
  context: InvestigationContext,
): Promise<readonly KnownService[]> {
  const rows = await context.ask({
    title: 'Services with this name',
    query: pipeline([
      `filter ${scopeCondition(scope)}`,
      'stats count(*) as events by ecs.serviceArn as serviceArn, ecs.cluster as cluster',
      'limit 1000',
    ]),
    awsQuery: pipeline([
      `filter ${awsTaskCondition(scope)}`,
      'stats count(*) as events by detail.clusterArn',
      'limit 1000',
    ]),
  });
  const found = rows.map((row) => ({
    arn: textCell(row, 'serviceArn'),
    cluster: textCell(row, 'cluster'),
    events: numberCell(row, 'events') ?? 0,
  }));
  const arns = found.map(({ arn }) => arn).filter((arn) => arn !== null);
  // API calls name the service without its ARN: they belong to the one with an ARN in the same cluster.
  const inCluster = (cluster: string | null): string | undefined =>
    arns.find((arn) => cluster !== null && clusterOfArn(arn) === cluster);
  return [
    ...groupBy(found, ({ arn, cluster }) =>
      longServiceArn(arn ?? inCluster(cluster) ?? scope.service ?? '', arns),
    ),
  ]
    .map(([key, same]) => ({
      key,
      service: scope.service ?? '',
      cluster: clusterOfArn(key) ?? same.find(({ cluster }) => cluster !== null)?.cluster ?? null,
      events: same.reduce((sum, { events }) => sum + events, 0),
    }))
    .sort((a, b) => compareTexts(a.cluster ?? '', b.cluster ?? '') || compareTexts(a.key, b.key));
}

/** The answer when no event names the service: says so, and names the services with the most similar names. */
export async function unknownService(
  investigation: string,
  title: string,
  scope: ServiceScope,
  request: InvestigationRequest,
  context: InvestigationContext,
): Promise<Answer> {
  const rows = await context.ask({
    title: 'Services that were recorded',
    query: pipeline([
      'filter ispresent(ecs.service)',
      'stats count(*) as events, max(@timestamp) as last by ecs.service as service, ecs.cluster as cluster',
      'limit 10000',
    ]),
    awsQuery: pipeline([
      'filter detail.group like "service:"',
      'stats count(*) as events, max(@timestamp) as last by detail.group, detail.clusterArn',
      'limit 10000',
    ]),
  });
  const known = rows.map((row) => ({
    service: textCell(row, 'service') ?? '',
    cluster: textCell(row, 'cluster'),
    events: numberCell(row, 'events') ?? 0,
  }));
  const wanted = scope.service ?? '';
  const near = nearest(wanted, known, ({ service }) => service);
  const shown = near.length > 0 ? near : [...known].sort(byEvents).slice(0, 10);
  const where = scope.cluster === null ? '' : ` in cluster ${scope.cluster}`;
  const hint =
    near.length === 0
      ? ''
      : ` Similar names: ${[...new Set(near.map(({ service }) => service))].join(', ')}.`;
  return answer({
    investigation,
    title,
    subject: wanted,
    summary: `No event of a service ${wanted}${where} was recorded ${formatRange(request.range)}.${hint}`,
    tables: [
      {
        title: near.length > 0 ? 'Services with similar names' : 'Services with the most events',
        columns: [
          { key: 'service', title: 'Service', kind: 'service' },
          { key: 'cluster', title: 'Cluster', kind: 'text' },
          { key: 'events', title: 'Events', kind: 'number' },
        ],
        rows: shown.map(({ service, cluster, events }) => ({ service, cluster, events })),
        empty: 'No service at all was recorded in this time.',
      },
    ],
    nextSteps: [
      'Check the name, or leave out the cluster.',
      'Choose a longer range: the service may have been quiet.',
    ],
  });
}

function byEvents(a: { readonly service: string; readonly events: number }, b: typeof a): number {
  return b.events - a.events || compareTexts(a.service, b.service);
}
