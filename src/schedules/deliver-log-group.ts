// A run's rows as events of a log group: one JSON object per row, all at the time of the trigger, in a stream of the run's own. The rows are
// stored in one commit, so a stream with events holds all of them, and a run that is repeated leaves it alone.

import { deliveredCharsMax } from '../limits.ts';
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
  rows: Rows,
  { store }: Pick<DeliveryEnvironment, 'store'>,
): Promise<string | undefined> {
  const group = nameInArn(destination.place);
  const stream = streamOf(run);
  if (rows.rowCount === 0) {
    await createGroup(group, store);
    return undefined;
  }
  if (await isWritten(group, stream, store)) return stream;
  const events = await eventsOf(run, stream, rows);
  const { rejected } = await store.append(group, events);
  const [first] = rejected;
  if (first !== undefined) {
    throw new DeliveryRefused(
      `${rejected.length} of ${events.length} rows cannot be events; row ${first.index + 1}: ${first.reason}`,
    );
  }
  return stream;
}

const rowsAtOnce = 1_000;

async function eventsOf(
  { triggeredMs }: Run,
  logStream: string,
  rows: Rows,
): Promise<readonly IncomingEvent[]> {
  const events: IncomingEvent[] = [];
  let chars = 0;
  for (let first = 0; first < rows.rowCount; first += rowsAtOnce) {
    for (const row of await rows.page(first, rowsAtOnce)) {
      const message = JSON.stringify(objectOf(row, rows.columns));
      events.push({ message, timestampMs: triggeredMs, logStream });
      chars += message.length;
    }
    if (chars > deliveredCharsMax) {
      throw new DeliveryRefused(
        `The rows are more than ${deliveredCharsMax} characters as events, which are stored all at once; show fewer or smaller fields, or fewer rows.`,
      );
    }
  }
  return events;
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
