// Which task had this network interface, MAC, address or attachment, and when? Addresses are used again by later tasks, so the
// answer is always a list of intervals; `at` picks the one that holds a moment.

import { instantMs } from '../ecs/instant.ts';
import { type InterfaceSighting, ownerIntervals } from '../ecs/ownership.ts';
import { resultRowsMax } from '../limits.ts';
import { type Address, addressOf } from './address.ts';
import type {
  Answer,
  AskedRow,
  Investigation,
  InvestigationContext,
  InvestigationRequest,
  TimeRange,
} from './investigation.ts';
import { InvestigationInputError } from './investigation.ts';
import { noOwner, type OwnedAddress, ownerAnswer } from './owner-finding.ts';
import { holdsValue, pipeline, quoteString } from './ql.ts';
import { listCell, numberCell, optionalTimeCell, textCell, timeCell } from './rows.ts';
import { knownUntilMs } from './timeline.ts';

export const owner: Investigation = {
  id: 'owner',
  question: 'Which task had this network interface, MAC or address?',
  summary:
    'Owners of an ENI, MAC, private address or attachment as intervals in time; several addresses at once.',
  inputs: [
    {
      name: 'address',
      label: 'ENI, MAC, address or attachment',
      help: 'A network interface id, MAC address, private address or attachment id; several separated by commas.',
      placeholder: '10.0.1.163',
      required: true,
      positional: true,
    },
    {
      name: 'at',
      label: 'At',
      help: 'A moment, ISO 8601, UTC where no zone is given: who had it then?',
      placeholder: '2026-11-20T12:00:00Z',
      required: false,
    },
  ],
  run,
};

/** Inferred: with `at`, how far events are read around it. A task that ran longer without any event is not found. */
const lookAroundMs = 30 * 86_400_000;

const addressesMax = 50;

async function run(request: InvestigationRequest, context: InvestigationContext): Promise<Answer> {
  const addresses = readAddresses(request.inputs.address ?? '');
  const atMs = readAt(request.inputs.at);
  const range = atMs === null ? request.range : around(request.range, atMs);
  const rows = await context.ask({
    title: 'Events that carry it',
    query: ownerQuery(addresses),
    awsQuery: awsOwnerQuery(addresses),
    range,
  });
  const sightings = rows.map(sighting);
  const owned = addresses.map(
    (address): OwnedAddress => ({
      address,
      intervals: ownerIntervals(sightings.filter((one) => valuesOf(one, address).includes(address.text))),
    }),
  );
  const [first] = owned;
  if (first !== undefined && owned.every(({ intervals }) => intervals.length === 0)) {
    return noOwner(owner.question, first.address, range, context);
  }
  return ownerAnswer(owner.question, owned, atMs, range, knownUntilMs(range, context), rows.length);
}

function readAddresses(given: string): readonly Address[] {
  const texts = [...new Set(given.split(/[\s,]+/).filter((text) => text !== ''))];
  if (texts.length > addressesMax) {
    throw new InvestigationInputError(
      'address',
      `At most ${addressesMax} addresses at once; these are ${texts.length}.`,
    );
  }
  return texts.map((text) => {
    const address = addressOf(text);
    if (address !== null) return address;
    throw new InvestigationInputError(
      'address',
      `"${text}" is no network interface id, MAC address, IP address or attachment id.`,
      ['eni-0e2b348058ae3d639', '0e:50:d1:c1:77:81', '10.0.1.163', '52333e3b-b812-41a8-b057-9ed184bbe5e1'],
    );
  });
}

function readAt(given: string | undefined): number | null {
  const text = given?.trim() ?? '';
  if (text === '') return null;
  const ms = /^\d{10,13}$/.test(text) ? Number(text) * (text.length <= 11 ? 1000 : 1) : instantMs(text);
  if (ms !== null) return ms;
  throw new InvestigationInputError(
    'at',
    `"${text}" is no time; give ISO 8601, e.g. 2026-11-20T12:00:00Z, or epoch seconds.`,
  );
}

function around(range: TimeRange, atMs: number): TimeRange {
  return {
    startMs: Math.min(range.startMs, atMs - lookAroundMs),
    endMs: Math.max(range.endMs, atMs + lookAroundMs),
  };
}

function ownerQuery(addresses: readonly Address[]): string {
  const columns = [
    '@timestamp',
    'id as eventId',
    'ecs.taskId as taskId',
    'ecs.instanceId as instanceId',
    'detail.taskArn as taskArn',
    'ecs.cluster as cluster',
    'ecs.service as service',
    'ecs.taskDefinition as taskDefinition',
    'detail.version as version',
    'detail.updatedAt as updatedAt',
    'detail.pullStartedAt as pullStartedAt',
    'detail.startedAt as startedAt',
    'detail.lastStatus as lastStatus',
    'detail.status as instanceStatus',
    'detail.stoppedAt as stoppedAt',
    'ecs.eniId as eniIds',
    'ecs.macAddress as macAddresses',
    'ecs.privateIp as addresses',
    'ecs.attachmentId as attachmentIds',
    'ecs.eniStatus as attachmentStatuses',
  ];
  return pipeline([
    `fields ${columns.join(', ')}`,
    `filter ${addresses.map(({ field, text }) => holdsValue(field, text)).join(' or ')}`,
    'sort @timestamp desc',
    `limit ${resultRowsMax}`,
  ]);
}

/** By text, because the position of the interface among the attachments varies from event to event. */
function awsOwnerQuery(addresses: readonly Address[]): string {
  return pipeline([
    'fields @timestamp, detail.taskArn as taskArn, detail.group as service, detail.lastStatus as lastStatus, detail.stoppedAt as stoppedAt, @message',
    `filter ${addresses.map(({ text }) => `@message like ${quoteString(`"${text}"`)}`).join(' or ')}`,
    'sort @timestamp desc',
    'limit 10000',
  ]);
}

function sighting(row: AskedRow): InterfaceSighting {
  const taskId = textCell(row, 'taskId');
  return {
    eventId: textCell(row, 'eventId') ?? '',
    ownerKind: taskId === null ? 'instance' : 'task',
    ownerId: taskId ?? textCell(row, 'instanceId') ?? '',
    ownerArn: textCell(row, 'taskArn'),
    cluster: textCell(row, 'cluster'),
    service: textCell(row, 'service'),
    taskDefinition: textCell(row, 'taskDefinition'),
    version: numberCell(row, 'version'),
    atMs: timeCell(row, 'updatedAt', '@timestamp'),
    usedMs: optionalTimeCell(row, 'pullStartedAt', 'startedAt'),
    lastStatus: textCell(row, 'lastStatus') ?? textCell(row, 'instanceStatus'),
    stoppedMs: optionalTimeCell(row, 'stoppedAt'),
    eniIds: listCell(row, 'eniIds'),
    macAddresses: listCell(row, 'macAddresses'),
    addresses: listCell(row, 'addresses'),
    attachmentIds: listCell(row, 'attachmentIds'),
    attachmentStatuses: listCell(row, 'attachmentStatuses'),
  };
}

/** Compared as a whole here: the query also finds values that begin or end alike. */
function valuesOf(one: InterfaceSighting, { kind }: Address): readonly string[] {
  switch (kind) {
    case 'eni':
      return one.eniIds;
    case 'mac':
      return one.macAddresses;
    case 'ip':
      return one.addresses;
    case 'attachment':
      return one.attachmentIds;
  }
}
