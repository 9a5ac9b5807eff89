// A request -> what its set-up consists of.

import { describeApiDestination } from './describe-api-destination.ts';
import { describeFirehose } from './describe-firehose.ts';
import { describeLogGroup } from './describe-log-group.ts';
import { describeQueue } from './describe-queue.ts';
import { describeSpoke } from './describe-spoke.ts';
import type { Description } from './description.ts';
import { type SetupPath, SetupRefused, type SetupRequest } from './request.ts';

const ways: Readonly<Record<SetupPath, (request: SetupRequest) => Description>> = {
  queue: describeQueue,
  'api-destination': describeApiDestination,
  firehose: describeFirehose,
  'log-group': describeLogGroup,
};

/** Ways on which Shiplog is called. */
const called: ReadonlySet<SetupPath> = new Set(['api-destination', 'firehose']);

/** Throws SetupRefused. */
export function describeSetup(request: SetupRequest): Description {
  const { path, toBus, from, url } = request;
  if (toBus === undefined) {
    if (url !== undefined && !called.has(path)) {
      throw new SetupRefused(`--path ${path} takes no --url: Shiplog fetches the events itself.`);
    }
    return ways[path](request);
  }
  if (from !== undefined || url !== undefined || path !== 'queue') {
    throw new SetupRefused(
      '--to-bus sends everything to a set-up elsewhere: leave out --path, --url, --accounts and --organization.',
    );
  }
  return describeSpoke(request, toBus);
}
