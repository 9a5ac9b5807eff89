// What sdk-operations.test.ts tries of each operation, and what the cases share: a client, names, and the ids that earlier
// operations answered with. The cases run in the order in which they stand; later ones build on earlier ones.

import type { CloudWatchLogs, GetQueryResultsCommandOutput } from '@aws-sdk/client-cloudwatch-logs';

export interface Case {
  /** Fulfils with the answer. */
  readonly ask: () => Promise<unknown>;
  /** What the answer must hold, at least. */
  readonly answers: object;
  readonly fail: () => Promise<unknown>;
  /** The class of the SDK that `fail` must reject with. */
  readonly error: new (
    ...details: never[]
  ) => Error;
}

export type Cases = Readonly<Record<string, Case>>;

export const group = '/operations';
export const stream = { logGroupName: group, logStreamName: 'one' };
/** What makes a log group part of a data source. */
export const dataSourceTags = { 'cw:datasource:name': 'amazon_ecs', 'cw:datasource:type': 'events' };
export const nowhere = { logGroupName: '/nowhere' };
export const arnOf = (name: string): string => `arn:aws:logs:us-east-1:000000000000:log-group:${name}`;
/** Of the clock, because the server's is: an event must not be in the future. */
export const nowMs = Date.now();
export const window = {
  startTime: Math.floor(nowMs / 1_000) - 3_600,
  endTime: Math.floor(nowMs / 1_000) + 60,
};

export interface Scene {
  readonly logs: CloudWatchLogs;
  /** Keeps one member of an answer for later cases. */
  remember<Answer extends object>(member: keyof Answer & string, asked: Promise<Answer>): Promise<Answer>;
  /** What was remembered. */
  known(member: string): string;
  /** The answer of a query that has ended. */
  finished(queryId: string): Promise<GetQueryResultsCommandOutput>;
}

export function scene(logs: CloudWatchLogs): Scene {
  const remembered = new Map<string, string>();
  return {
    logs,
    async remember(member, asked) {
      const answer = await asked;
      remembered.set(member, String(answer[member]));
      return answer;
    },
    known: (member) => remembered.get(member) ?? `no ${member}`,
    async finished(queryId) {
      const deadline = Date.now() + 20_000;
      for (;;) {
        const answer = await logs.getQueryResults({ queryId });
        const running = answer.status === 'Scheduled' || answer.status === 'Running';
        if (!running || Date.now() > deadline) return answer;
      }
    },
  };
}
