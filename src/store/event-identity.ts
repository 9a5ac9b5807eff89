// By what an EventBridge envelope is recognised when it arrives again (reference ecs-events 1.3, 18.4).

import { envelopeProblem } from '../ecs/derive.ts';
import { listOf, objectOf, textOf } from '../ecs/json.ts';
import { contentHash, textHash } from './content-hash.ts';

/**
 * Two envelopes are one event when the content is equal and so is the id or the version of the resource. Envelope ids alone
 * do not do: samples reuse them. The time is not part of it: a replay may carry another.
 */
export interface EventIdentity {
  readonly id: string | null;
  /** Resource ARN and `detail.version` as one text; null where either is missing. */
  readonly version: string | null;
  /** Hash of `version`, to find stored events by. */
  readonly versionKey: number | null;
  /** Hash of detail-type and the leaves of detail, whatever the order of keys. */
  readonly contentKey: number;
}

/** The identity of a parsed message, or null when it is no EventBridge envelope. */
export function eventIdentity(message: unknown): EventIdentity | null {
  if (message === null || envelopeProblem(message) !== null) return null;
  const envelope = objectOf(message) ?? {};
  const detail = objectOf(envelope.detail) ?? {};
  const version = versionOf(
    textOf(detail.taskArn) ?? textOf(detail.containerInstanceArn) ?? textOf(listOf(envelope.resources)[0]),
    textOf(detail.version),
  );
  return {
    id: textOf(envelope.id) ?? null,
    version,
    versionKey: version === null ? null : textHash(version),
    contentKey: (contentHash(envelope['detail-type']) * 31 + contentHash(detail)) | 0,
  };
}

/** The fields whose first one is the resource that `detail.version` counts for. */
export const resourceFields = ['detail.taskArn', 'detail.containerInstanceArn', 'resources.0'] as const;

export function versionOf(resource: string | undefined, version: string | undefined): string | null {
  return resource === undefined || version === undefined ? null : `${resource} ${version}`;
}
