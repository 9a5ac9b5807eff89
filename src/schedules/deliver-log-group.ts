// A run's rows as events of a log group: one JSON object per row, all at the time of the trigger, in a stream of the run's own. The rows are
// stored in one commit, so a stream with events holds all of them, and a run that is repeated leaves it alone.

import { nameInArn } from '../queries/log-group-arn.ts';
import type { ResultRow } from '../queries/query.ts';
import type { IncomingEvent } from '../store/schema.ts';
import { LogGroupExists } from '../store/store.ts';
import { type DeliveryEnvironment, DeliveryRefused, type Rows } from './delivery.ts';
import type { LogGroupDestination, Run } from './schedule.ts';

/** Resolves to the stream, unless there are no rows. The group is created when it is not there. */
export async function deliverLogGroup(
  destination: LogGroupDestination,
  run: Run,
  { columns, rowCount, page }: Rows,
  { store }: Pick<DeliveryEnvironment, 'store'>,
): Promise<string | undefined> {
  const group = nameInArn(destination.place);
  const stream = streamOf(run);
  if (rowCount === 0) {
    await createGroup(group, store);
    return undefined;
  }
  if (await isWritten(group, stream, store)) return stream;
  const rows = await page(0, rowCount);
  const events = rows.map(
    (row): IncomingEvent => ({
      message: JSON.stringify(objectOf(row, columns)),
      timestampMs: run.triggeredMs,
      logStream: stream,
    }),
  );
  const { rejected } = await store.append(group, events);
  const [first] = rejected;
  if (first !== undefined) {
    throw new DeliveryRefused(
      `${rejected.length} of ${rows.length} rows cannot be events; row ${first.index + 1}: ${first.reason}`,
    );
  }
  return stream;
}

/** Whoever asks the group for events learns that there are none, not that it is unknown. */
async function createGroup(group: string, store: DeliveryEnvironment['store']): Promise<void> {
  if (store.group(group) !== undefined) return;
  try {
    await store.createGroup(group);
  } catch (cause) {
    if (!(cause instanceof LogGroupExists)) throw cause;
  }
}

/** Streams have no colons. */
function streamOf({ schedule, triggeredMs }: Run): string {
  return `${schedule}/${new Date(triggeredMs).toISOString().replaceAll(':', '-')}`;
}

async function isWritten(
  group: string,
  stream: string,
  store: DeliveryEnvironment['store'],
): Promise<boolean> {
  if (store.group(group) === undefined) return false;
  const streams = await store.streams(group);
  return streams.some(({ name, firstEventMs }) => name === stream && firstEventMs !== null);
}

/** Values are texts, as GetQueryResults has them; what is absent stays absent. The pointer to an event is no data. */
function objectOf(row: ResultRow, columns: Rows['columns']): Readonly<Record<string, string>> {
  const cells = columns.map(({ name }, index) => [name, row[index] ?? null] as const);
  return Object.fromEntries(
    cells.filter((cell): cell is [string, string] => cell[1] !== null && cell[0] !== '@ptr'),
  );
}
