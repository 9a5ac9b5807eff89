// One event made ready for its table: times settled, fields discovered and derived, identity computed. Pure but for the
// field paths, which learn.

import { deriveFields } from '../ecs/derive.ts';
import { instantMs } from '../ecs/instant.ts';
import { objectOf, textOf } from '../ecs/json.ts';
import { type PackedCells, packCells } from './cells.ts';
import { type EventIdentity, eventIdentity } from './event-identity.ts';
import type { FieldPaths } from './field-paths.ts';
import { parseMessage } from './parse-message.ts';
import type { IncomingEvent } from './schema.ts';

/** Stream of events that name none. */
export const defaultLogStream = 'events';

export interface PreparedEvent {
  readonly message: string;
  readonly timestampMs: number;
  readonly logStream: string;
  /** UTF-8 length of the message. */
  readonly bytes: number;
  /** Null when the message is no EventBridge envelope. */
  readonly identity: EventIdentity | null;
  readonly cells: PackedCells;
  /** Events with one value are alike (tasks of one service): side by side they compress better. */
  readonly likeness: string;
}

/** A message parsed once, so that routing by cluster and discovery need not parse it twice. */
export interface ParsedEvent {
  readonly event: IncomingEvent;
  /** Null when the message is no JSON object. */
  readonly json: Readonly<Record<string, unknown>> | null;
}

export function parseEvent(event: IncomingEvent): ParsedEvent {
  return { event, json: parseMessage(event.message) };
}

/** `nowMs` is the time of events that tell none: neither their sender nor, for envelopes, `time` and `detail.updatedAt`. */
export function prepareEvent({ event, json }: ParsedEvent, paths: FieldPaths, nowMs: number): PreparedEvent {
  const identity = eventIdentity(json);
  const cells = json === null ? [] : paths.discover(json);
  if (identity !== null) {
    const derived = deriveFields(json);
    for (const path in derived) cells[paths.derived(path)] = derived[path];
  }
  const timestampMs = event.timestampMs ?? (identity === null ? null : envelopeTimeMs(json)) ?? nowMs;
  return {
    message: event.message,
    timestampMs,
    logStream: event.logStream ?? defaultLogStream,
    bytes: Buffer.byteLength(event.message),
    identity,
    // Control characters are escaped inside JSON strings, so the text itself tells whether a value may hold one.
    cells: packCells(cells, /\\u001[eEfF]/.test(event.message)),
    likeness: identity === null ? '' : likenessOf(json),
  };
}

/** Inferred: an envelope without `time` (trimmed samples have none) happened when its detail was updated. */
function envelopeTimeMs(json: unknown): number | null {
  const envelope = objectOf(json);
  return instantMs(textOf(envelope?.time)) ?? instantMs(textOf(objectOf(envelope?.detail)?.updatedAt));
}

function likenessOf(json: unknown): string {
  const envelope = objectOf(json);
  return textOf(objectOf(envelope?.detail)?.group) ?? textOf(envelope?.['detail-type']) ?? '';
}
