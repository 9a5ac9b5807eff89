// Work on a connection that an AbortSignal ends, and DuckDB's errors in our words.

import type { DuckDBConnection } from '@duckdb/node-api';
import { OutOfMemory, TextTooLong } from '../engine.ts';
import type { Database } from './database.ts';

/** DuckDB forgets an interrupt that arrives before a statement has begun, so it is told again. */
const interruptAgainMs = 50;

export const aborted = (): DOMException => new DOMException('The statement was stopped', 'AbortError');

type Work<T> = (connection: DuckDBConnection) => Promise<T>;

/**
 * Lends a connection to `work`, and then to `afterwards`, which nothing interrupts. Rejects with an AbortError as soon as the signal
 * fires; the connection stays lent until DuckDB has let go of the work, which takes it milliseconds, or longer inside of one large value.
 */
export function interruptible<T>(
  database: Database,
  signal: AbortSignal | undefined,
  work: Work<T>,
  afterwards: Work<void> = async () => {},
): Promise<T> {
  const lent = database.withReader((connection) => whileWanted(connection, signal, work, afterwards));
  if (signal === undefined) return lent;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(aborted());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    lent.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function whileWanted<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: Work<T>,
  afterwards: Work<void>,
): Promise<T> {
  if (signal?.aborted) throw aborted();
  let again: NodeJS.Timeout | undefined;
  const stop = (): void => {
    connection.interrupt();
    again = setInterval(() => connection.interrupt(), interruptAgainMs);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await work(connection);
  } catch (error) {
    throw signal?.aborted ? aborted() : inOurWords(error);
  } finally {
    signal?.removeEventListener('abort', stop);
    clearInterval(again);
    await afterwards(connection);
  }
}

/** Of memory, of the disk that it spills to, and of one value: what DuckDB or Node cannot hold. */
const tooLarge =
  /^(Out of Memory Error|Out of Range Error: Cannot (create a string|resize vector)|IO Error: .*No space left|Cannot create a string longer)/;

function inOurWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.message === 'Invalid Input Error: text too long') return new TextTooLong(error);
  return tooLarge.test(error.message) ? new OutOfMemory(error) : error;
}
