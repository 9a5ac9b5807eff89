// The commands that look at all events at once - pattern, diff, logcompare, relevantfields - and the row commands, on 100,000
// events, beside SQL that an expert would write for a rougher answer on the same tables.

import type { Statement } from '../src/engine/statement.ts';
import type { QueryRequest } from '../src/queries/query.ts';
import { type QueryEnvironment, runQuery } from '../src/queries/run-query.ts';
import { markdownTable, measure, showMs } from './measure.ts';
import { fieldNamesOf, fromAll, statement } from './rivals.ts';

const eventsWanted = 100_000;
const failed = 'detail.stopCode = "EssentialContainerExited"';

interface Analysis {
  readonly title: string;
  readonly query: string;
  readonly rival: { readonly title: string; readonly statements: readonly Statement[] };
}

/** One row per command; events are those of the window that holds about 100,000 of them. */
export async function benchAnalyses(environment: QueryEnvironment, endMs: number): Promise<string> {
  const request = await window(environment, endMs);
  const rows: string[][] = [];
  for (const { title, query, rival } of analyses(environment, request(''))) {
    const result = await runQuery(request(query), environment);
    const ours = await measure(3, () => runQuery(request(query), environment));
    const theirs = await measure(2, async () => {
      for (const each of rival.statements) await environment.engine.run(each);
    });
    rows.push([
      title,
      showMs(ours.bestMs),
      result.statistics.recordsScanned.toLocaleString('en'),
      `${showMs(theirs.bestMs)}: ${rival.title}`,
    ]);
  }
  return markdownTable(['analysis', 'Shiplog, whole', 'events read', 'SQL by hand'], rows);
}

/** The latest window that holds the wanted number of events, by bisection on its start. */
async function window(environment: QueryEnvironment, endMs: number): Promise<(text: string) => QueryRequest> {
  const counted = async (startMs: number): Promise<number> => {
    const request = { text: 'stats count(*) as n', logGroups: 'all', startMs, endMs } as const;
    return Number((await runQuery(request, environment)).rows[0]?.[0] ?? 0);
  };
  let [early, late] = [endMs - 30 * 86_400_000, endMs];
  for (let round = 0; round < 24; round++) {
    const middle = (early + late) / 2;
    if ((await counted(middle)) > eventsWanted) early = middle;
    else late = middle;
  }
  return (text) => ({ text, logGroups: 'all', startMs: late, endMs });
}

function analyses({ store }: QueryEnvironment, { startMs, endMs }: QueryRequest): readonly Analysis[] {
  const groups = store.groups();
  const inWindow = `"@timestamp" BETWEEN ${Math.floor(startMs)} AND ${endMs}`;
  const from = (fields: readonly string[]): string =>
    `FROM ${fromAll(groups, ['@timestamp', ...fields], inWindow)}`;
  const masked = `regexp_replace("@message", '[0-9a-fA-F]{8,}|[0-9]+', '*', 'g')`;
  const maskedCounts = {
    title: 'digits masked by one regexp_replace, then GROUP BY',
    statements: [
      statement(`SELECT ${masked} AS pattern, count(*) ${from(['@message'])} GROUP BY 1 ORDER BY 2 DESC`),
    ],
  };
  const fields = fieldNamesOf(groups);
  const perField = fields.map(
    (field) =>
      `SELECT f AS value, count(*) FILTER (WHERE m), count(*) FROM (SELECT "${field.replaceAll('"', '""')}" AS f, "detail.stopCode" = 'EssentialContainerExited' AS m ${from([field, 'detail.stopCode'])}) GROUP BY 1 ORDER BY 3 DESC LIMIT 200`,
  );
  return [
    { title: 'pattern', query: 'pattern @message', rival: maskedCounts },
    {
      title: 'pattern, then diff with the day before',
      query: 'pattern @message | diff previousDay',
      rival: maskedCounts,
    },
    { title: 'pattern, then anomaly', query: 'pattern @message | anomaly', rival: maskedCounts },
    {
      title: 'relevantfields',
      query: `relevantfields where ${failed}`,
      rival: {
        title: `value counts of each of ${fields.length} fields, one GROUP BY each`,
        statements: perField.map(statement),
      },
    },
  ];
}
