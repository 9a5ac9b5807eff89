// Finds the place where the events are: a server that is named, a server that holds the data directory, or the directory.

import { existsSync } from 'node:fs';
import { readServerFile } from '../api/server-file.ts';
import type { TimeRange } from '../investigations/investigation.ts';
import type { GroupSummary } from '../store/schema.ts';
import type { Backend } from './backend.ts';
import type { CliEffects } from './effects.ts';
import { wrongCall } from './failure.ts';
import { localBackend } from './local-backend.ts';
import type { PlaceOptions } from './options.ts';
import { remoteBackend } from './remote-backend.ts';
import { type ServerPlace, sendRequest } from './send-request.ts';

/** `read` expects a directory that is named to be there: a misspelt one must not look like an empty record. */
export type Purpose = 'read' | 'write';

/** The server that is named; else the server that holds the directory; else the directory itself. */
export async function openBackend(
  options: PlaceOptions,
  effects: CliEffects,
  purpose: Purpose,
): Promise<Backend> {
  const config = effects.config({ dataDir: options.data });
  if (options.server !== undefined) return remoteBackend({ url: options.server, token: config.token });
  if (purpose === 'read' && options.data !== undefined && !existsSync(config.dataDir)) {
    throw wrongCall(
      `--data ${options.data}: there is no such directory. "shiplog import", "demo" and "serve" make one.`,
    );
  }
  const holder = await answeringServer(config.dataDir);
  if (holder !== undefined) return remoteBackend(holder);
  return localBackend(await effects.openApp(config));
}

/** Opens, uses, closes, whatever happens in between. */
export async function withBackend<Result>(
  options: PlaceOptions,
  effects: CliEffects,
  purpose: Purpose,
  use: (backend: Backend) => Promise<Result>,
): Promise<Result> {
  const backend = await openBackend(options, effects, purpose);
  try {
    return await use(backend);
  } finally {
    await backend.close();
  }
}

/** From the first to the last event, or to now; everything that a question without a range is about. */
export function recordedRange(groups: readonly GroupSummary[], nowMs: number): TimeRange {
  const times = groups
    .flatMap((group) => [group.firstEventMs, group.lastEventMs])
    .filter((time) => time !== null);
  const endMs = times.reduce((latest, time) => Math.max(latest, time), nowMs);
  return { startMs: times.reduce((earliest, time) => Math.min(earliest, time), endMs), endMs };
}

/** Long enough for a busy server, short enough that a stale file does not hold anyone up. */
const answerTimeoutMs = 2_000;

/** The server that has left its note in the directory, if it answers. A server that was killed leaves its note behind. */
async function answeringServer(dataDir: string): Promise<ServerPlace | undefined> {
  const note = await readServerFile(dataDir);
  if (note === undefined || !URL.canParse(note.url)) return undefined;
  const signal = AbortSignal.timeout(answerTimeoutMs);
  try {
    const { status } = await sendRequest(note, { method: 'GET', path: '/healthz', signal });
    return status === 200 ? note : undefined;
  } catch {
    return undefined;
  }
}
