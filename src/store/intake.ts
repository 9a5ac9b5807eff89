// The first step of storing: each event is checked, given its group, and prepared.

import { clusterNameOf, envelopeProblem } from '../ecs/derive.ts';
import { eventBytesMax } from '../limits.ts';
import type { Catalogue } from './catalogue.ts';
import type { Group } from './group.ts';
import { type ParsedEvent, type PreparedEvent, parseEvent, prepareEvent } from './prepared-event.ts';
import type { IncomingEvent } from './schema.ts';

export type Taken =
  | { readonly kind: 'event'; readonly group: Group; readonly event: PreparedEvent }
  | { readonly kind: 'rejected'; readonly reason: string };

/** Taking in pauses after so many events, so that writes, queries and other requests have their turn. */
export const eventsPerSlice = 250;
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** `target` null: the event must be an envelope and goes to the group of its cluster. */
export function takeIn(
  catalogue: Catalogue,
  target: Group | null,
  event: IncomingEvent,
  nowMs: number,
): Taken {
  const parsed = parseEvent(event);
  const reason = problemOf(parsed, target === null);
  if (reason !== null) return { kind: 'rejected', reason };
  const group = target ?? catalogue.getOrPlan(ecsGroupName(parsed.json), nowMs);
  return { kind: 'event', group, event: prepareEvent(parsed, group.paths, nowMs) };
}

/** Why an event cannot be stored, or null. */
function problemOf({ event, json }: ParsedEvent, envelopesOnly: boolean): string | null {
  // A character has at most three bytes in UTF-8, so short messages need no counting.
  const bytes = event.message.length * 3 > eventBytesMax ? Buffer.byteLength(event.message) : 0;
  if (bytes > eventBytesMax) return `the event has ${bytes} bytes; the limit is ${eventBytesMax}`;
  if (!envelopesOnly) return null;
  return json === null
    ? 'not a JSON object; give one EventBridge event for each entry'
    : envelopeProblem(json);
}

/** Reference ecs-events 14.1. A cluster name that could not be part of a group name counts as unknown. */
function ecsGroupName(envelope: unknown): string {
  const cluster = clusterNameOf(envelope);
  const usable = cluster !== null && /^[.\-_/#A-Za-z0-9]{1,255}$/.test(cluster);
  return ecsLogGroup(usable ? cluster : 'unknown');
}

/** Where AWS keeps the events of a cluster, and so do we (design section 5). */
export const ecsLogGroup = (cluster: string): string =>
  `/aws/events/ecs/containerinsights/${cluster}/performance`;
