// EventBridge PutEvents: each entry becomes the envelope that EventBridge would deliver, and is stored before the answer.
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
// Differs: AWS refuses sources that begin with `aws.` (NotAuthorizedForSourceException); replaying ECS events is what we are for.
// Inferred: events of ECS go where rules would bring them, to the group of their cluster; all others to /aws/events/<bus>, as
// if every bus had a rule with a log group for a target. A bus needs no creation: AWS takes entries for one that is not there.

import { z } from 'zod';
import { putEventsBytesMax, putEventsEntriesMax } from '../../limits.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { action } from '../logs/action.ts';
import { list } from '../logs/members.ts';
import { type Entry, entry, envelopeOf, problemOf } from './envelope.ts';

const shape = z.object({ Entries: list(entry, 1, putEventsEntriesMax), EndpointId: z.string().optional() });

type Result = { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };

export const putEvents = action(
  shape,
  async ({ Entries, EndpointId }, context) => {
    if (EndpointId !== undefined) {
      throw new ServiceError('ValidationException', 'Shiplog is no global endpoint; leave EndpointId out');
    }
    if (Entries.reduce((sum, one) => sum + sizeOf(one), 0) > putEventsBytesMax) {
      throw new ServiceError(
        'ValidationException',
        'Total size of the entries in the request is over the limit.',
      );
    }
    const results = await store(Entries, context);
    return {
      FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length,
      Entries: results,
    };
  },
  'ValidationException',
);

/** What AWS counts: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
function sizeOf({ Time, Source, DetailType, Detail, Resources }: Entry): number {
  const texts = [Source, DetailType, Detail, ...(Resources ?? [])];
  const bytes = texts.reduce((sum, one) => sum + Buffer.byteLength(one ?? ''), 0);
  return bytes + (Time === undefined || Time === null ? 0 : 14);
}

interface Member {
  /** Position in the request. */
  readonly index: number;
  readonly id: string;
  readonly message: string;
}

/** One append for each place, all at once; an entry that fails does not keep the others from being stored. */
async function store(entries: readonly Entry[], context: ApiContext): Promise<readonly Result[]> {
  const results: Result[] = [];
  const places = new Map<string | null, Member[]>();
  for (const [index, one] of entries.entries()) {
    const problem = problemOf(one);
    if (problem !== null) {
      results[index] = problem;
      continue;
    }
    const id = context.newId();
    const place = one.Source === 'aws.ecs' ? null : groupOf(one);
    const members = places.get(place) ?? [];
    members.push({ index, id, message: envelopeOf(one, id, context) });
    places.set(place, members);
  }
  const stored = await Promise.all([...places].map(([place, members]) => append(place, members, context)));
  for (const [index, result] of stored.flat()) results[index] = result;
  return results;
}

function groupOf({ EventBusName }: Entry): string {
  return `/aws/events/${EventBusName?.replace(/^.*\//, '') ?? 'default'}`;
}

/** `group` null: that of the event's cluster. */
async function append(
  group: string | null,
  members: readonly Member[],
  context: ApiContext,
): Promise<readonly (readonly [index: number, result: Result])[]> {
  const events = members.map(({ message }) => ({ message }));
  try {
    const { rejected, ...counts } = await (group === null
      ? context.store.appendEcs(events)
      : context.store.append(group, events));
    context.metrics.appended({ rejected, ...counts });
    const reasons = new Map(rejected.map(({ index, reason }) => [index, reason]));
    return members.map(({ index, id }, position) => {
      const reason = reasons.get(position);
      return [
        index,
        reason === undefined ? { EventId: id } : { ErrorCode: 'InvalidArgument', ErrorMessage: reason },
      ];
    });
  } catch (cause) {
    context.log.error({ err: cause, logGroup: group }, 'PutEvents could not store');
    const failure = {
      ErrorCode: 'InternalFailure',
      ErrorMessage: 'Shiplog could not store this entry; its log says why. Send it again.',
    };
    return members.map(({ index }) => [index, failure]);
  }
}
