// The owners of addresses, put for a reader: who has it now, who had it at a moment, all intervals as bars and rows.

import { type OwnerInterval, overlaps, ownersAt } from '../ecs/ownership.ts';
import { type Address, addressNames, addressPlurals, neighbourhood } from './address.ts';
import { answer, truncationNote } from './answer.ts';
import type { Fact, FindingTable, Lane } from './finding.ts';
import type { Answer, InvestigationContext, TimeRange } from './investigation.ts';
import { pipeline, quoteString } from './ql.ts';
import { numberCell, optionalTimeCell, textCell } from './rows.ts';
import { timelineOf } from './timeline.ts';
import { enumerate, formatRange, formatTime, plural } from './wording.ts';

export interface OwnedAddress {
  readonly address: Address;
  /** Oldest first. */
  readonly intervals: readonly OwnerInterval[];
}

export function ownerAnswer(
  title: string,
  owned: readonly OwnedAddress[],
  atMs: number | null,
  range: TimeRange,
  untilMs: number,
  rows: number,
): Answer {
  const [only] = owned;
  const picked = owned.flatMap(({ intervals }) => (atMs === null ? [] : ownersAt(intervals, atMs)));
  const sure = picked.length === 1 && picked[0]?.toMs !== null;
  return answer({
    investigation: 'owner',
    title,
    subject: owned.map(({ address }) => address.text).join(', '),
    summary: owned.map((one) => summaryOf(one, atMs, range)).join(' ') + truncationNote(rows),
    verdict:
      atMs === null || only === undefined || owned.length > 1
        ? null
        : {
            text: verdictText(only, picked, atMs),
            class: 'routine',
            tone: picked.length === 1 ? 'ok' : 'warning',
            confidence: sure ? 'high' : picked.length === 0 ? 'low' : 'medium',
          },
    facts: owned.flatMap((one) => factsOf(one, atMs)),
    contradictions: owned.flatMap(overlapSentences),
    timelines: timelineOf(
      'Owners',
      owned.filter(({ intervals }) => intervals.length > 0).map((one) => ownerLane(one, atMs)),
      untilMs,
    ),
    tables: owned.map((one) => intervalsTable(one, atMs)),
    nextSteps: nextStepsOf(owned, picked, atMs),
  });
}

function nameOf({ kind, text }: Address): string {
  return `${addressNames[kind]} ${text}`;
}

function ownerName({ owner }: OwnerInterval): string {
  if (owner.ownerKind === 'instance')
    return `container instance ${owner.ownerId} (cluster ${owner.cluster ?? 'unknown'})`;
  const service = owner.service === null ? 'no service' : `service ${owner.service}`;
  return `task ${owner.ownerId} (${service}, cluster ${owner.cluster ?? 'unknown'})`;
}

function spanText({ fromMs, toMs }: OwnerInterval): string {
  const until = toMs === null ? 'no end recorded' : `until ${formatTime(toMs)}`;
  return `from ${formatTime(fromMs)}, ${until}`;
}

function verdictText(
  { address, intervals }: OwnedAddress,
  picked: readonly OwnerInterval[],
  atMs: number,
): string {
  const at = formatTime(atMs);
  const [owner] = picked;
  if (picked.length === 1 && owner !== undefined)
    return `At ${at} it was ${ownerName(owner)}, ${spanText(owner)}.`;
  if (picked.length > 1)
    return `At ${at} ${picked.length} owners had ${address.text}: ${enumerate(picked.map(ownerName))}.`;
  const before = intervals.findLast(({ toMs }) => toMs !== null && toMs < atMs);
  const after = intervals.find(({ fromMs }) => fromMs > atMs);
  const neighbours = [
    before === undefined ? null : `before it ${ownerName(before)} ${spanText(before)}`,
    after === undefined ? null : `after it ${ownerName(after)} ${spanText(after)}`,
  ].filter((text) => text !== null);
  return `At ${at} nobody had ${address.text} as far as recorded: ${neighbours.length === 0 ? 'no other owner is known' : enumerate(neighbours)}.`;
}

function summaryOf({ address, intervals }: OwnedAddress, atMs: number | null, range: TimeRange): string {
  const name = nameOf(address);
  const last = intervals.at(-1);
  if (last === undefined) return `No event carries ${name} ${formatRange(range)}.`;
  const count = `${plural(intervals.length, 'owner')} of ${name} ${intervals.length === 1 ? 'was' : 'were'} recorded.`;
  if (atMs !== null && intervals.length > 1) return count;
  const state = last.toMs === null ? 'Owner as last seen' : intervals.length === 1 ? 'Owner' : 'Last owner';
  return `${count} ${state}: ${ownerName(last)}, ${spanText(last)}.`;
}

function factsOf({ address, intervals }: OwnedAddress, atMs: number | null): readonly Fact[] {
  const chosen = atMs === null ? intervals.slice(-1) : ownersAt(intervals, atMs);
  return chosen.map((one) => ({
    label: atMs === null ? `Last owner of ${address.text}` : `Owner of ${address.text} then`,
    value: `${ownerName(one)}, ${spanText(one)}; ${[...one.owner.eniIds, ...one.owner.macAddresses, ...one.owner.addresses].join(', ')}`,
    eventIds: one.eventIds,
  }));
}

/** Two owners at once: possible for addresses of different networks, impossible for one network interface. */
function overlapSentences({ address, intervals }: OwnedAddress): readonly string[] {
  return overlaps(intervals)
    .slice(0, 5)
    .map(([one, other]) => {
      const why =
        one.toMs === null
          ? 'the end of the first was not recorded'
          : address.kind === 'ip'
            ? 'networks may use the same addresses: tell them apart by cluster and network interface'
            : 'this should not happen';
      return `${address.text} belongs to ${ownerName(one)} and to ${ownerName(other)} at ${formatTime(other.fromMs)}: ${why}.`;
    });
}

function ownerLane({ address, intervals }: OwnedAddress, atMs: number | null): Lane {
  return {
    label: address.text,
    bars: intervals.map((one) => ({
      label: one.owner.service ?? one.owner.ownerId,
      startMs: one.fromMs,
      endMs: one.toMs,
      tone: atMs !== null && ownersAt([one], atMs).length === 1 ? 'ok' : 'info',
      detail: one.owner.ownerId,
    })),
    ...(atMs === null ? {} : { marks: [{ label: 'at', atMs, tone: 'warning' }] }),
  };
}

function intervalsTable({ address, intervals }: OwnedAddress, atMs: number | null): FindingTable {
  return {
    title: `Owners of ${nameOf(address)}, newest first`,
    columns: [
      ...(atMs === null ? [] : [{ key: 'tone', title: '', kind: 'tone' } as const]),
      { key: 'from', title: 'From', kind: 'time' },
      { key: 'to', title: 'To', kind: 'time' },
      { key: 'held', title: 'Held', kind: 'duration' },
      { key: 'owner', title: 'Task', kind: 'task' },
      { key: 'service', title: 'Service', kind: 'service' },
      { key: 'cluster', title: 'Cluster', kind: 'text' },
      { key: 'eni', title: 'ENI', kind: 'text' },
      { key: 'mac', title: 'MAC', kind: 'text' },
      { key: 'address', title: 'Address', kind: 'text' },
      { key: 'lastStatus', title: 'Last status', kind: 'text' },
    ],
    rows: [...intervals].reverse().map((one) => ({
      tone: atMs !== null && ownersAt([one], atMs).length === 1 ? 'ok' : 'neutral',
      from: one.fromMs,
      to: one.toMs,
      held: one.toMs === null ? null : one.toMs - one.fromMs,
      owner: one.owner.ownerArn ?? one.owner.ownerId,
      service: one.owner.service,
      cluster: one.owner.cluster,
      eni: one.owner.eniIds.join(' ') || null,
      mac: one.owner.macAddresses.join(' ') || null,
      address: one.owner.addresses.join(' ') || null,
      lastStatus: one.owner.lastStatus,
    })),
    empty: `No event carries ${nameOf(address)}.`,
  };
}

function nextStepsOf(
  owned: readonly OwnedAddress[],
  picked: readonly OwnerInterval[],
  atMs: number | null,
): readonly string[] {
  const last = atMs === null ? owned[0]?.intervals.at(-1) : picked[0];
  const steps =
    last?.owner.ownerKind === 'task' ? [`Look at the task: shiplog task ${last.owner.ownerId}`] : [];
  const ambiguous = atMs === null && owned.some(({ intervals }) => intervals.length > 1);
  return ambiguous ? [...steps, 'Name the moment to pick one owner: --at 2026-11-20T12:00:00Z'] : steps;
}

/** The answer when nothing carries the address: says so, and who lives in its neighbourhood. */
export async function noOwner(
  title: string,
  address: Address,
  range: TimeRange,
  context: InvestigationContext,
): Promise<Answer> {
  const begin = neighbourhood(address);
  const rows = await context.ask({
    title: `Who has ${addressPlurals[address.kind]} that begin alike`,
    query: pipeline([
      `filter ${address.field} like ${quoteString(begin)}`,
      `stats count_distinct(ecs.taskId) as tasks, max(@timestamp) as last by ecs.service as service, ecs.cluster as cluster`,
      'sort tasks desc',
      'limit 20',
    ]),
    awsQuery: pipeline([
      `filter @message like ${quoteString(begin)}`,
      'stats count_distinct(detail.taskArn) as tasks, max(@timestamp) as last by detail.group as service, detail.clusterArn as cluster',
      'sort tasks desc',
      'limit 20',
    ]),
    range,
  });
  return answer({
    investigation: 'owner',
    title,
    subject: address.text,
    summary: `No event carries ${nameOf(address)} ${formatRange(range)}. ${rows.length === 0 ? `Nothing that begins with ${begin} was recorded either.` : `Services with ${addressPlurals[address.kind]} that begin with ${begin} are listed below.`}`,
    tables: [
      {
        title: `Services with ${addressPlurals[address.kind]} that begin with ${begin}`,
        columns: [
          { key: 'service', title: 'Service', kind: 'service' },
          { key: 'cluster', title: 'Cluster', kind: 'text' },
          { key: 'tasks', title: 'Tasks', kind: 'number' },
          { key: 'last', title: 'Last event', kind: 'time' },
        ],
        rows: rows.map((row) => ({
          service: textCell(row, 'service') ?? 'tasks of no service',
          cluster: textCell(row, 'cluster'),
          tasks: numberCell(row, 'tasks'),
          last: optionalTimeCell(row, 'last'),
        })),
        empty: 'None.',
      },
    ],
    nextSteps: [
      'Choose a longer range: the task may have ended before it.',
      'Tasks without their own network interface (bridge or host mode) use the address of their instance: ask for the instance in EC2.',
    ],
  });
}
