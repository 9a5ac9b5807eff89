// DescribeFieldIndexes: the indexes of log groups: those of their policies, and of those that every group has the ones that events
// were found for. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeFieldIndexes.html
// Inferred: events are scanned when they are stored, so the last scan is when the group last got any.

import { z } from 'zod';
import { defaultIndexes, type FieldIndex } from '../../store/group-settings.ts';
import type { FieldTimes } from '../../store/schema.ts';
import { LogGroupMissing } from '../../store/store.ts';
import type { ApiContext } from '../context.ts';
import { action } from './action.ts';
import { list, logGroupArn, logGroupIdentifier, nameOfIdentifier, nextToken } from './members.ts';
import { page } from './page.ts';

/** Inferred: AWS does not tell how large its pages are. */
const pageSize = 100;

const shape = z.object({
  logGroupIdentifiers: list(logGroupIdentifier, 1, 100),
  nextToken: nextToken.optional(),
});

export const describeFieldIndexes = action(shape, async (input, context) => {
  const names = [...new Set(input.logGroupIdentifiers.map(nameOfIdentifier))];
  const indexes = [];
  for (const name of names) indexes.push(...(await indexesOf(name, context)));
  const { items, ...next } = page(indexes, ['indexes', names], pageSize, input.nextToken);
  return { fieldIndexes: items, ...next };
});

async function indexesOf(name: string, context: ApiContext): Promise<readonly object[]> {
  const { store } = context;
  const group = store.group(name);
  if (group === undefined) throw new LogGroupMissing(name);
  const { indexPolicy, logClass } = group.settings;
  if (logClass !== 'STANDARD') return [];
  const custom = indexPolicy?.indexes ?? [];
  const standard = defaultIndexes
    .filter((field) => !custom.some((index) => index.field === field))
    .map((field): FieldIndex => ({ field, type: 'FIELD_INDEX', sinceMs: 0 }));
  const indexes = [...custom, ...standard];
  const times = await store.fieldTimes(name, indexes);
  return indexes
    .map((index, at) => ({ index, times: times[at] }))
    .filter(({ index, times: found }) => custom.includes(index) || found?.firstEventMs != null)
    .map(({ index, times: found }) => ({
      logGroupIdentifier: logGroupArn(name, context),
      fieldIndexName: index.field,
      ...encodeTimes(found),
      type: index.type,
    }));
}

function encodeTimes(times: FieldTimes | undefined): object {
  if (times?.lastIngestionMs == null) return {};
  const { firstEventMs, lastEventMs, lastIngestionMs } = times;
  if (firstEventMs === null || lastEventMs === null) return { lastScanTime: lastIngestionMs };
  return { lastScanTime: lastIngestionMs, firstEventTime: firstEventMs, lastEventTime: lastEventMs };
}
