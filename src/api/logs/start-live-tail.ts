// StartLiveTail: what is stored from now on, as a stream of AWS events: `sessionStart`, then a `sessionUpdate` every second.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html

import { Readable } from 'node:stream';
import { z } from 'zod';
import { compileFilterPattern } from '../../filter-pattern/index.ts';
import { tailMsMax } from '../../limits.ts';
import type { TailEnd, TailSession, TailUpdate } from '../../queries/tail-session.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { eventFrame, eventStreamType, exceptionFrame, initialResponse } from '../event-stream/frames.ts';
import { StreamAnswer } from '../stream-answer.ts';
import { type ActionCall, action } from './action.ts';
import { requireStandard } from './log-class.ts';
import { filterPattern, list, logGroupIdentifier, logStreamName, nameOfIdentifier } from './members.ts';

const shape = z.object({
  logGroupIdentifiers: list(logGroupIdentifier, 1, 10),
  logStreamNames: list(logStreamName, 1, 100).optional(),
  logStreamNamePrefixes: list(logStreamName, 1, 100).optional(),
  logEventFilterPattern: filterPattern.optional(),
});
type StartLiveTail = z.output<typeof shape>;

export const startLiveTail = action(shape, (input, context, call) => {
  const groups = groupsOf(input, context);
  const { matches } = compileFilterPattern(input.logEventFilterPattern ?? '');
  const session = context.tails.start(
    { takesGroup: (name) => groups.has(name), takesStream: streamFilter(input), matches, lastsMs: tailMsMax },
    call.signal,
  );
  return new StreamAnswer(eventStreamType, Readable.from(frames(session, input, groups, context, call)));
});

/**
 * The identifiers by the names in them. Differs: AWS takes ARNs only; names are taken too, as everywhere here. A star at the
 * end is refused by both.
 */
function groupsOf(
  { logGroupIdentifiers, logStreamNames, logStreamNamePrefixes }: StartLiveTail,
  { store }: ApiContext,
): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const identifier of logGroupIdentifiers) {
    refuse(identifier.endsWith('*'), `The ARN '${identifier}' must not end with an asterisk (*)`);
    groups.set(nameOfIdentifier(identifier), identifier);
  }
  const byStream = logStreamNames !== undefined || logStreamNamePrefixes !== undefined;
  refuse(
    logStreamNames !== undefined && logStreamNamePrefixes !== undefined,
    'logStreamNames and logStreamNamePrefixes must not be specified both',
  );
  refuse(
    byStream && logGroupIdentifiers.length > 1,
    'logStreamNames and logStreamNamePrefixes can be specified with one log group only',
  );
  for (const name of groups.keys()) requireStandard(name, 'StartLiveTail', store);
  return groups;
}

function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new ServiceError('InvalidParameterException', message);
}

function streamFilter({ logStreamNames, logStreamNamePrefixes }: StartLiveTail): (name: string) => boolean {
  if (logStreamNames !== undefined) return (name) => logStreamNames.includes(name);
  if (logStreamNamePrefixes === undefined) return () => true;
  return (name) => logStreamNamePrefixes.some((prefix) => name.startsWith(prefix));
}

async function* frames(
  session: TailSession,
  input: StartLiveTail,
  groups: ReadonlyMap<string, string>,
  { newId, log }: ApiContext,
  { requestId }: ActionCall,
): AsyncGenerator<Uint8Array> {
  const updates = session.updates();
  try {
    yield initialResponse();
    yield eventFrame('sessionStart', { requestId, sessionId: newId(), ...input });
    for (let next = await updates.next(); ; next = await updates.next()) {
      if (next.done !== true) {
        yield eventFrame('sessionUpdate', sessionUpdate(next.value, groups));
        continue;
      }
      if (next.value.kind === 'failed') log.error({ err: next.value.cause, requestId }, 'live tail failed');
      yield* lastFrame(next.value);
      return;
    }
  } finally {
    session.end({ kind: 'gone' });
  }
}

/** Inferred: an event names its group as the request did, so that the client knows it again. */
function sessionUpdate({ events, sampled }: TailUpdate, groups: ReadonlyMap<string, string>): object {
  return {
    sessionMetadata: { sampled },
    sessionResults: events.map(({ logGroup, logStream, timestampMs, ingestionMs, message }) => ({
      logGroupIdentifier: groups.get(logGroup),
      logStreamName: logStream,
      message,
      timestamp: timestampMs,
      ingestionTime: ingestionMs,
    })),
  };
}

/** Inferred: AWS's sentences are not known. A server that stops says so: a stream that just ends looks like the client's doing. */
function* lastFrame(end: TailEnd): Generator<Uint8Array> {
  if (end.kind === 'timeout') {
    yield exceptionFrame('SessionTimeoutException', 'The Live Tail session has timed out after three hours.');
  } else if (end.kind === 'stopped') {
    yield exceptionFrame('SessionStreamingException', 'The server is stopping; start another session.');
  } else if (end.kind === 'failed') {
    yield exceptionFrame('SessionStreamingException', 'The session failed; the log of the server says why.');
  }
}
