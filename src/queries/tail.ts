// `tail`: the latest recorded events and then, if wanted, those that come, of some log groups or clusters. Answers the
// command line and our own API; AWS's StartLiveTail starts its sessions itself.

import { compileFilterPattern } from '../filter-pattern/index.ts';
import { tailEventsPerUpdateMax } from '../limits.ts';
import { ecsLogGroup } from '../store/intake.ts';
import type { Store } from '../store/store.ts';
import { UnknownLogGroup } from './compile-query.ts';
import { type RecentEvents, recentEvents } from './recent-events.ts';
import type { TailService } from './tail-service.ts';
import type { TailEnd, TailRequest, TailSession, TailUpdate } from './tail-session.ts';

export interface TailAsked {
  /** Names; with `clusters` empty too, every log group of ECS events, those to come among them. */
  readonly logGroups: readonly string[];
  readonly clusters: readonly string[];
  /** A filter pattern; without it everything matches. */
  readonly filter?: string | undefined;
  /** Begin with the events since then; epoch milliseconds. */
  readonly sinceMs?: number | undefined;
  /** Begin with so many events, the latest. */
  readonly lines?: number | undefined;
  /** Go on with what comes. */
  readonly follow: boolean;
}

export interface TailEnvironment {
  readonly store: Store;
  readonly tails: TailService;
  readonly nowMs: () => number;
}

/** Why it ended; undefined when everything asked for is told. */
export type Tail = AsyncGenerator<TailUpdate, TailEnd | undefined, void>;

/** Clocks differ: events may be a little ahead of ours. */
const aheadMs = 24 * 60 * 60 * 1000;

/** Throws UnknownLogGroup, FilterPatternRejected, TooManyTails, LogGroupMissing, an AbortError. The first update comes at once. */
export async function openTail(
  asked: TailAsked,
  environment: TailEnvironment,
  signal: AbortSignal,
): Promise<Tail> {
  const { store, tails, nowMs } = environment;
  const pattern = compileFilterPattern(asked.filter ?? '');
  const takesGroup = groupsTaken(asked, store);
  const request: TailRequest = { takesGroup, takesStream: () => true, matches: pattern.matches };
  // Listening begins first, so that nothing is missed between what is recorded and what comes.
  const session = asked.follow ? tails.start(request, signal) : undefined;
  try {
    const { sinceMs: startMs = 0, lines = asked.sinceMs === undefined ? 0 : Number.MAX_SAFE_INTEGER } = asked;
    const names = store.groups().map(({ name }) => name);
    const logGroups = lines === 0 ? [] : names.filter(takesGroup);
    const range = { startMs, endMs: nowMs() + aheadMs };
    const wanted = { logGroups, ...range, count: lines, pattern };
    return updates(await recentEvents(wanted, environment, signal), session);
  } catch (cause) {
    session?.end({ kind: 'gone' });
    throw cause;
  }
}

function groupsTaken(
  { logGroups, clusters }: TailAsked,
  store: TailEnvironment['store'],
): (name: string) => boolean {
  const names = new Set([...logGroups, ...clusters.map(ecsLogGroup)]);
  for (const name of names) if (store.group(name) === undefined) throw new UnknownLogGroup(name);
  if (names.size > 0) return (name) => names.has(name);
  const [before = '', after = ''] = ecsLogGroup('*').split('*');
  return (name) => name.startsWith(before) && name.endsWith(after);
}

async function* updates({ events, sampled }: RecentEvents, session: TailSession | undefined): Tail {
  try {
    yield { events: events.slice(0, tailEventsPerUpdateMax), sampled };
    for (let at = tailEventsPerUpdateMax; at < events.length; at += tailEventsPerUpdateMax) {
      yield { events: events.slice(at, at + tailEventsPerUpdateMax), sampled: false };
    }
    return session === undefined ? undefined : yield* news(session, new Set(events.map(({ ptr }) => ptr)));
  } finally {
    session?.end({ kind: 'gone' });
  }
}

/** What was committed while the recorded events were read may be among them. */
async function* news(
  session: TailSession,
  known: ReadonlySet<string>,
): AsyncGenerator<TailUpdate, TailEnd, void> {
  const told = session.updates();
  for (let next = await told.next(); ; next = await told.next()) {
    if (next.done === true) return next.value;
    const { events, sampled } = next.value;
    yield { events: events.filter(({ ptr }) => !known.has(ptr)), sampled };
  }
}
