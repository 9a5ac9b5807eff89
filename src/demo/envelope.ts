// The EventBridge envelope, its keys in the order AWS writes them (ecs-events reference 1.1).

import { isoSeconds } from './iso-time.ts';

export type DetailType =
  | 'ECS Task State Change'
  | 'ECS Container Instance State Change'
  | 'ECS Service Action'
  | 'ECS Deployment State Change'
  | 'ECS Hook State Change'
  | 'ECS Container Instance Health Change'
  | 'ECS Daemon Service Action'
  | 'ECS Daemon Deployment State Change'
  | 'AWS API Call via CloudTrail';

export type Detail = Record<string, unknown>;

/** One event as EventBridge delivers it. `replay-name` marks a replay from an archive. */
export interface Envelope {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': DetailType;
  readonly source: 'aws.ecs';
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Detail>;
  readonly 'replay-name'?: string;
}

/** Where an event comes from. */
export interface Origin {
  readonly account: string;
  readonly region: string;
}

export function envelope(
  id: string,
  type: DetailType,
  origin: Origin,
  atMs: number,
  resources: readonly string[],
  detail: Detail,
): Envelope {
  return {
    version: '0',
    id,
    'detail-type': type,
    source: 'aws.ecs',
    account: origin.account,
    time: isoSeconds(atMs),
    region: origin.region,
    resources,
    detail,
  };
}
