// Brings the rows of a run to its destinations. What a run writes depends on its trigger and its rows alone, so that a run that is
// repeated after a crash writes the same thing in the same place, once.

import { InvalidLookupTable, TooManyLookupTables } from '../store/lookup-table.ts';
import { deliverFile } from './deliver-file.ts';
import { deliverLogGroup } from './deliver-log-group.ts';
import { deliverLookupTable } from './deliver-lookup-table.ts';
import { type DeliveryEnvironment, DeliveryRefused, type Rows } from './delivery.ts';
import { type Delivery, type Destination, InvalidSchedule, type Run } from './schedule.ts';

export function waiting({ kind, place }: Destination): Delivery {
  return { kind, place, status: 'waiting' };
}

/** Never throws: what goes wrong is in the delivery. */
export async function deliver(
  destination: Destination,
  run: Run,
  rows: Rows,
  environment: DeliveryEnvironment,
): Promise<Delivery> {
  const { kind, place } = destination;
  try {
    const written = await write(destination, run, rows, environment);
    return { kind, place, status: 'done', ...(written === undefined ? {} : { written }) };
  } catch (cause) {
    const failure = cause instanceof Error ? cause.message : String(cause);
    return { kind, place, status: isRefusal(cause) ? 'refused' : 'failed', failure };
  }
}

function write(
  destination: Destination,
  run: Run,
  rows: Rows,
  environment: DeliveryEnvironment,
): Promise<string | undefined> {
  switch (destination.kind) {
    case 'file':
      return deliverFile(destination, run, rows, environment);
    case 'log-group':
      return deliverLogGroup(destination, run, rows, environment);
    case 'lookup-table':
      return deliverLookupTable(destination, rows, environment);
  }
}

const refusals = [DeliveryRefused, InvalidSchedule, InvalidLookupTable, TooManyLookupTables];

const isRefusal = (cause: unknown): boolean => refusals.some((refusal) => cause instanceof refusal);
