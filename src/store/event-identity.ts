// By what an EventBridge envelope is recognised when it arrives again (reference ecs-events 1.3, 18.4).

import { envelopeProblem } from '../ecs/derive.ts';
import { listOf, objectOf, textOf } from '../ecs/json.ts';
import { ContentHash, textHash } from './content-hash.ts';

/**
 * Two envelopes are one event when the content is equal and so is the id or the version of the resource. Envelope ids alone
 * do not do: samples reuse them. The time is not part of it: a replay may carry another.
 */
export interface EventIdentity {
  /** Hash of the envelope's id; null without id. */
  readonly idKey: bigint | null;
  /** Hash of resource ARN and `detail.version`; null where either is missing. */
  readonly versionKey: bigint | null;
  /** Hash of detail-type and the leaves of detail, whatever the order of keys. */
  readonly contentKey: bigint;
}

/** The identity of a parsed message, or null when it is no EventBridge envelope. */
export function eventIdentity(message: unknown): EventIdentity | null {
  if (envelopeProblem(message) !== null) return null;
  const envelope = objectOf(message) ?? {};
  const detail = objectOf(envelope.detail) ?? {};
  const id = textOf(envelope.id);
  const version = textOf(detail.version);
  const arn =
    textOf(detail.taskArn) ?? textOf(detail.containerInstanceArn) ?? textOf(listOf(envelope.resources)[0]);
  return {
    idKey: id === undefined ? null : textHash(id),
    versionKey: version === undefined || arn === undefined ? null : textHash(`${arn} ${version}`),
    contentKey: new ContentHash().add('', envelope['detail-type']).add('detail', detail).value(),
  };
}
