// A run's rows as a file: written under another name, made durable, then renamed, so that whoever reads sees the whole or nothing.
// Inferred: AWS does not document what it writes. Ours is the answer of GetQueryResults, a row a line, which `shiplog import` reads too.

import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResultRow } from '../queries/query.ts';
import type { DeliveryEnvironment, Rows } from './delivery.ts';
import { objectPath, readObjectPlace } from './file-path.ts';
import type { FileDestination, Run } from './schedule.ts';

/** Resolves to the URI of the object. */
export async function deliverFile(
  destination: FileDestination,
  run: Run,
  rows: Rows,
  { exportsDir }: Pick<DeliveryEnvironment, 'exportsDir'>,
): Promise<string> {
  const place = readObjectPlace(destination.place);
  const { dir, file, uri } = objectPath(exportsDir, place, run.schedule, run.triggeredMs);
  await mkdir(dir, { recursive: true });
  const unfinished = join(dir, `.${file}.unfinished`);
  const handle = await open(unfinished, 'w');
  try {
    await writeRows(handle, run, rows);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, join(dir, file));
  await syncDirectory(dir);
  return uri;
}

const rowsAtOnce = 1_000;

async function writeRows(handle: FileHandle, run: Run, { columns, rowCount, page }: Rows): Promise<void> {
  const about = {
    scheduledQuery: run.schedule,
    triggeredTime: run.triggeredMs,
    queryId: run.queryId,
    startTime: run.startMs,
    endTime: run.endMs,
    status: 'Complete',
  };
  await handle.write(`${JSON.stringify(about).slice(0, -1)},"results":[`);
  for (let first = 0; first < rowCount; first += rowsAtOnce) {
    const rows = await page(first, rowsAtOnce);
    const lines = rows.map((row) => JSON.stringify(fieldsOf(row, columns)));
    await handle.write(`${first === 0 ? '' : ','}\n${lines.join(',\n')}`);
  }
  await handle.write(rowCount === 0 ? ']}\n' : '\n]}\n');
}

function fieldsOf(row: ResultRow, columns: Rows['columns']): object[] {
  return columns.flatMap(({ name }, index) => {
    const value = row[index] ?? null;
    return value === null ? [] : [{ field: name, value }];
  });
}

/** The new name of a file is durable when its directory is. */
async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
