// API calls relayed by CloudTrail: the only events that say who did something (ecs-events reference 9).

import type { Cluster } from './cluster.ts';
import type { Detail } from './envelope.ts';
import { isoSeconds } from './iso-time.ts';
import type { World } from './world.ts';

/** Who calls: a person through single sign-on, or a machine through a role. */
export interface Caller {
  readonly role: string;
  readonly session: string;
  readonly userAgent: string;
  readonly ip: string;
}

export const pipeline: Caller = {
  role: 'DeployPipeline',
  session: 'release-bot',
  userAgent: 'aws-sdk-js/3.1160.0',
  ip: '198.51.100.20',
};
export const stateMachine: Caller = {
  role: 'BatchStateMachine',
  session: 'states-execution',
  userAgent: 'states.amazonaws.com',
  ip: 'states.amazonaws.com',
};
export const operator: Caller = {
  role: 'AWSReservedSSO_Operator_4f1c2a9be07d3e55',
  session: 'mara.keller@example.com',
  userAgent: 'aws-cli/2.31.4',
  ip: '203.0.113.77',
};

export function emitApiCall(
  world: World,
  cluster: Cluster,
  caller: Caller,
  eventName: string,
  requestParameters: Detail,
  responseElements: Detail | null,
  errorCode?: string,
): void {
  const { account, region } = cluster.spec;
  const { rng } = cluster;
  const principalId = `AROAEXAMPLE${caller.role.length.toString(36).toUpperCase()}`;
  const issuer = {
    type: 'Role',
    principalId,
    arn: `arn:aws:iam::${account}:role/${caller.role}`,
    accountId: account,
    userName: caller.role,
  };
  const detail: Detail = {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `${principalId}:${caller.session}`,
      arn: `arn:aws:sts::${account}:assumed-role/${caller.role}/${caller.session}`,
      accountId: account,
      sessionContext: {
        sessionIssuer: issuer,
        attributes: { creationDate: isoSeconds(world.nowMs() - 900_000), mfaAuthenticated: 'false' },
      },
    },
    eventTime: isoSeconds(world.nowMs()),
    eventSource: 'ecs.amazonaws.com',
    eventName,
    awsRegion: region,
    sourceIPAddress: caller.ip,
    userAgent: caller.userAgent,
  };
  if (errorCode !== undefined) detail.errorCode = errorCode;
  detail.requestParameters = requestParameters;
  detail.responseElements = responseElements;
  detail.requestID = rng.uuid();
  detail.eventID = rng.uuid();
  detail.readOnly = false;
  detail.eventType = 'AwsApiCall';
  detail.managementEvent = true;
  detail.recipientAccountId = account;
  detail.eventCategory = 'Management';
  world.emit(cluster, 'AWS API Call via CloudTrail', [], detail);
}
