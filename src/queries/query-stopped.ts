// Queries that end before their answer because it would cost too much: time, memory, or the size of the result.
// The messages say what to do; api/ and cli/ show them as they are.

import { OutOfMemory, TextTooLong } from '../engine/engine.ts';
import { madeTextBytesMax, queryTimeoutMs, resultCharsMax } from '../limits.ts';

/** What one query may take. */
export interface QueryLimits {
  readonly timeoutMs: number;
  /** Characters of the result; each cell counts as `cellCharsLeast` beside its text. */
  readonly resultCharsMax: number;
}

export const defaultLimits: QueryLimits = { timeoutMs: queryTimeoutMs, resultCharsMax };

/** A query that was ended by a limit; the message is for whoever asked. */
export class QueryStopped extends Error {
  readonly limit: 'time' | 'memory' | 'result' | 'xml';
  constructor(limit: QueryStopped['limit'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'QueryStopped';
    this.limit = limit;
  }
}

export function resultTooLarge(sizeMax: number, unit: 'characters' | 'bytes'): QueryStopped {
  const most = `${sizeMax.toLocaleString('en-US')} ${unit}`;
  return new QueryStopped(
    'result',
    `The result is larger than ${most}, the limit for one query. Show fewer or smaller fields with \`fields\`, or fewer rows with \`limit\`.`,
  );
}

const inTime = 'Narrow the time range, filter earlier, or multiply fewer rows';

function outOfTime(timeoutMs: number): QueryStopped {
  return new QueryStopped(
    'time',
    `The query was stopped after ${timeoutMs / 1_000} seconds, the limit for one query. ${inTime}; SHIPLOG_QUERY_TIMEOUT_SECONDS sets the limit.`,
  );
}

function outOfMemory(cause: OutOfMemory): QueryStopped {
  return new QueryStopped(
    'memory',
    `The query needs more memory than queries may take. ${inTime}, or show fewer and smaller fields; SHIPLOG_MEMORY_MEGABYTES sets how much they may take.`,
    { cause },
  );
}

function textTooLong(cause: TextTooLong): QueryStopped {
  const most = `${madeTextBytesMax.toLocaleString('en-US')} bytes`;
  return new QueryStopped(
    'memory',
    `The query makes a text that may be longer than ${most}, the limit for one text. Join and replace less, or take parts with \`substr\` first.`,
    { cause },
  );
}

/**
 * Runs `work` with a signal that fires when `signal` does or when the time is over. Throws QueryStopped for what a limit ended, and
 * otherwise what `work` throws.
 */
export async function withinLimits<T>(
  { timeoutMs }: QueryLimits,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, timeoutMs);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  try {
    return await work(controller.signal);
  } catch (cause) {
    if (late) throw outOfTime(timeoutMs);
    if (cause instanceof TextTooLong) throw textTooLong(cause);
    throw cause instanceof OutOfMemory ? outOfMemory(cause) : cause;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
