// EventBridge waits five seconds for an answer and no longer, so it gets one within a second: that its events are durable, or that it
// should come again. What was begun goes on, and is recognised when it comes again.

import { acknowledgeMsMax, intakeWaitingBytesMax, retryAfterSeconds } from '../../limits.ts';
import type { ApiContext } from '../context.ts';
import { RetryLater } from '../errors.ts';

/** What `work` resolves to. Throws RetryLater when that takes too long, or too much waits already. */
export async function acknowledged<Result>(
  work: () => Promise<Result>,
  { recorder, log }: Pick<ApiContext, 'recorder' | 'log'>,
): Promise<Result> {
  if (recorder.waitingBytes > intakeWaitingBytesMax) throw tooBusy();
  const running = work();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), acknowledgeMsMax);
  });
  const result = await Promise.race([running, patience]).finally(() => clearTimeout(timer));
  if (result !== late) return result;
  running.catch((cause: unknown) =>
    log.error({ err: cause }, 'events were not stored whose sender was told to send them again'),
  );
  throw tooBusy();
}

const late = Symbol('late');

const tooBusy = (): RetryLater =>
  new RetryLater('busy', 'Storing takes long at this moment; send it again.', retryAfterSeconds);
