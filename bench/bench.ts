// `npm run bench`: one run that measures Shiplog beside named alternatives on the same events and prints Markdown.
// Arguments: --events N (default 1,000,000), --seed S, --keep (leave the data for the next run),
// --reuse (take what a kept run recorded instead of recording it again), --out FILE.

import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { importFiles } from '../src/capture/import-files.ts';
import { writeEventsFile } from '../src/demo/write.ts';
import type { Engine } from '../src/engine/engine.ts';
import { compileQuery } from '../src/queries/compile-query.ts';
import type { QueryRequest } from '../src/queries/query.ts';
import { type QueryEnvironment, runQuery } from '../src/queries/run-query.ts';
import { type OpenStore, openStore } from '../src/store/open-store.ts';
import { benchAnalyses } from './analysis.ts';
import { benchLife } from './life.ts';
import { markdownTable, measure, showMs } from './measure.ts';
import { handWritten, overNdjson, withJq } from './rivals.ts';
import { type Scenario, type ScenarioSubjects, scenarios } from './scenarios.ts';

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
    reuse: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const events = Number(options.events);
const seed = Number(options.seed);
const jqSample = Math.min(events, 50_000);
const folder = join(tmpdir(), `shiplog-bench-${events}-${seed}`);
const file = join(folder, 'events.ndjson');
const dataDir = join(folder, 'data');
const clock = (): number => Date.now();
/** The simulated history ends here, whatever day the benchmark runs on. */
const endMs = Date.parse('2026-11-22T00:00:00Z');

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) {
    say(`writing ${events} simulated events to ${file}`);
    await writeEventsFile({ seed, endMs, events }, file);
  }
  const lines = await countLines();
  const report = [
    `${lines.toLocaleString('en')} simulated events, ${Math.round(statSync(file).size / lines)} bytes each on average; ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}.`,
    ...(options.reuse ? [] : [await benchIngest(lines)]),
    await benchQueries(lines),
  ].join('\n\n');
  process.stdout.write(`${report}\n`);
  if (options.out !== undefined) writeFileSync(options.out, `${report}\n`);
  if (!options.keep) rmSync(folder, { recursive: true });
}

async function countLines(): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file))
    for (const byte of chunk as Buffer) if (byte === 10) lines++;
  return lines;
}

async function benchIngest(lines: number): Promise<string> {
  rmSync(dataDir, { recursive: true, force: true });
  say('ingest: Shiplog');
  const open = await openStore({ dataDir, clock });
  const started = performance.now();
  const summary = await importFiles({ paths: [file] }, open.store);
  const seconds = (performance.now() - started) / 1_000;
  const closing = performance.now();
  await open.store.close();
  const closeSeconds = (performance.now() - closing) / 1_000;
  const bytes = statSync(join(dataDir, 'shiplog.duckdb')).size;

  say("ingest: DuckDB's read_json");
  const plainDir = join(folder, 'plain');
  rmSync(plainDir, { recursive: true, force: true });
  mkdirSync(plainDir);
  const plainFile = join(plainDir, 'plain.duckdb');
  const instance = await DuckDBInstance.create(plainFile);
  const connection = await instance.connect();
  const plain = await measure(1, () =>
    connection.run(
      `CREATE TABLE events AS SELECT * FROM read_json('${file.replaceAll("'", "''")}', format = 'newline_delimited', union_by_name = true, maximum_object_size = 4194304)`,
    ),
  );
  connection.closeSync();
  instance.closeSync();
  const plainBytes = statSync(plainFile).size;
  rmSync(plainDir, { recursive: true });

  const table = markdownTable(
    ['ingest', 'events per second', 'bytes per event on disk'],
    [
      [
        'Shiplog: parse, derive, recognise duplicates, shred, commit',
        Math.round(lines / seconds).toLocaleString('en'),
        String(Math.round(bytes / summary.stored)),
      ],
      [
        "DuckDB's `read_json` into one table, no message kept",
        Math.round(lines / (plain.bestMs / 1_000)).toLocaleString('en'),
        String(Math.round(plainBytes / lines)),
      ],
    ],
  );
  return `${table}\n\nStored ${summary.stored.toLocaleString('en')}, duplicates ${summary.duplicates.toLocaleString('en')}; closing took ${closeSeconds.toFixed(1)} s more.`;
}

async function benchQueries(lines: number): Promise<string> {
  const open = await openStore({ dataDir, clock });
  const environment: QueryEnvironment = {
    store: open.store,
    engine: open.engine,
    nowMs: clock,
    accountId: '000000000000',
  };
  const request = (text: string): QueryRequest => ({ text, logGroups: 'all', startMs: 0, endMs });
  const subjects = await findSubjects(environment, request);
  const queries: readonly Scenario[] = [
    ...scenarios(subjects),
    { id: 'bin', title: 'events per hour and type', query: 'stats count(*) by bin(1h), `detail-type`' },
  ];
  const tables = await compareQueries(queries, subjects, { open, environment, request });
  say('analyses');
  const analyses = await benchAnalyses(environment, endMs);
  const compile = await benchCompile(queries, environment, request);
  await open.store.close();
  say('started queries');
  const life = await benchLife(dataDir, endMs);
  return [
    tables,
    `jq ran on the first ${jqSample.toLocaleString('en')} lines; its figure is scaled to ${lines.toLocaleString('en')}. Shiplog's time includes compiling, counting what was scanned and matched, and rendering the cells.`,
    analyses,
    `Parse, plan and SQL: ${compile} per query.`,
    life,
  ].join('\n\n');
}

async function compareQueries(
  queries: readonly Scenario[],
  subjects: ScenarioSubjects,
  {
    open,
    environment,
    request,
  }: { open: OpenStore; environment: QueryEnvironment; request: (text: string) => QueryRequest },
): Promise<string> {
  const written = handWritten(open.store.groups(), subjects);
  const detected = overNdjson(file, subjects, 'detected');
  const tuned = overNdjson(file, subjects, 'by hand');
  const jq = withJq(subjects);
  // A plain DuckDB: the store's own may not read files.
  const instance = await DuckDBInstance.create(':memory:');
  const plain = await instance.connect();
  const rows: string[][] = [];
  for (const { id, title, query } of queries) {
    say(`query ${id}`);
    const whole = await measure(5, () => runQuery(request(query), environment));
    const [statement] = compileQuery(request(query), environment).statements;
    const [compiled, hand] = await alternate(open.engine, [need(statement), need(written[id])], 7);
    const [withDetected, byHand] = [
      await measure(2, () => plain.runAndReadAll(need(detected[id]))),
      await measure(2, () => plain.runAndReadAll(need(tuned[id]))),
    ];
    const jqMs = (await measure(1, () => runJq(need(jq[id])))).bestMs * (events / jqSample);
    rows.push([
      `${id} ${title}`,
      showMs(whole.bestMs),
      showMs(compiled),
      `${showMs(hand)} (${(compiled / hand).toFixed(2)} ×)`,
      `${showMs(withDetected.bestMs)} (${Math.round(withDetected.bestMs / whole.bestMs)} ×)`,
      `${showMs(byHand.bestMs)} (${Math.round(byHand.bestMs / whole.bestMs)} ×)`,
      `${showMs(jqMs)} (${Math.round(jqMs / whole.bestMs).toLocaleString('en')} ×)`,
    ]);
  }
  return markdownTable(
    [
      'query',
      'Shiplog, whole',
      'its SQL alone',
      'SQL by hand (ours ÷ it)',
      'DuckDB over the NDJSON, schema detected (÷ whole)',
      'the same, schema by hand (÷ whole)',
      'jq (÷ whole)',
    ],
    rows,
  );
}

/** Best times of two statements run in turn, so that neither gains from what the other left in the caches. */
async function alternate(
  engine: Engine,
  statements: readonly [Parameters<Engine['run']>[0], Parameters<Engine['run']>[0]],
  runs: number,
): Promise<[number, number]> {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < runs; run++) {
    for (const index of [0, 1] as const) {
      best[index] = Math.min(best[index], (await measure(1, () => engine.run(statements[index]))).bestMs);
    }
  }
  return best;
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a benchmark query lacks one of its rivals');
  return value;
}

/** A failed task of a service with its ENI at the position that the article's query expects. */
async function findSubjects(
  environment: QueryEnvironment,
  request: (text: string) => QueryRequest,
): Promise<ScenarioSubjects> {
  const { rows } = await runQuery(
    request(
      'filter detail.attachments.1.details.1.value like "eni-" and detail.lastStatus = "STOPPED" and ispresent(ecs.serviceArn) | fields detail.taskArn, ecs.service, detail.attachments.1.details.1.value, ecs.serviceArn | limit 1',
    ),
    environment,
  );
  const [taskArn, service, eniId, serviceArn] = rows[0] ?? [];
  return { taskArn: taskArn ?? '', service: service ?? '', eniId: eniId ?? '', serviceArn: serviceArn ?? '' };
}

async function benchCompile(
  queries: readonly Scenario[],
  environment: QueryEnvironment,
  request: (text: string) => QueryRequest,
): Promise<string> {
  const rounds = 50;
  const timing = await measure(5, async () => {
    for (let round = 0; round < rounds; round++)
      for (const { query } of queries) compileQuery(request(query), environment);
  });
  return `${(timing.bestMs / rounds / queries.length).toFixed(2)} ms`;
}

/** jq on the head of the file, started once for the whole sample. */
async function runJq(program: string): Promise<void> {
  const command = 'head -n "$1" "$2" | jq -c "$3" > /dev/null';
  const jq = spawn('sh', ['-c', command, 'sh', String(jqSample), file, program], { stdio: 'inherit' });
  await new Promise<void>((resolve, reject) => {
    jq.on('error', reject);
    jq.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`jq ended with code ${code}`))));
  });
}

await main();
