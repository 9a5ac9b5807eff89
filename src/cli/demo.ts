// `shiplog demo`: records the simulated fleet and prints the seven answers over it, or writes its events to a file.
// A note in the data directory remembers the fleet, so that the second run answers at once, and an interrupted one goes
// on with the same fleet: what it has stored already is recognised as duplicates.

import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { type CapturedFrom, importStream } from '../capture/import-stream.ts';
import type { FleetOptions } from '../demo/options.ts';
import { historyOf } from '../demo/options.ts';
import { simulateFleet } from '../demo/simulate.ts';
import { stories } from '../demo/stories.ts';
import { writeEvents } from '../demo/write.ts';
import { investigations } from '../investigations/index.ts';
import { formatDuration } from '../investigations/wording.ts';
import type { Backend } from './backend.ts';
import type { CliEffects } from './effects.ts';
import { failure, interruption, wrongCall } from './failure.ts';
import { openBackend, recordedRange } from './open-backend.ts';
import { parseCount, withExamples } from './options.ts';
import { startProgress } from './progress.ts';
import { counted, formatCount } from './quantities.ts';
import { fileProblem } from './query-files.ts';
import { renderDigest } from './render-digest.ts';
import { gathered } from './render-rows.ts';
import { sevenQuestions } from './seven-questions.ts';
import { outStyle } from './terminal.ts';

interface DemoOptions {
  readonly data?: string;
  readonly events?: number;
  readonly seed: number;
  readonly write?: string;
}

const seedDefault = 42;
const eventsMax = 100_000_000;

export function demoCommand(effects: CliEffects): Command {
  const command = new Command('demo')
    .description('record a simulated fleet and answer the seven questions about it')
    .option('--data <dir>', 'data directory (default: SHIPLOG_DATA, or .shiplog in your home directory)')
    .option('--events <n>', 'about so many events, from 15,000 on (default: 45,000 in seven days)', (text) =>
      parseCount(text, eventsMax),
    )
    .addOption(
      new Option('--seed <n>', 'another seed is another fleet')
        .default(seedDefault)
        .argParser((text) => parseCount(text, Number.MAX_SAFE_INTEGER)),
    )
    .option(
      '--write <file>',
      'write the events as NDJSON to this file (- is standard output) and record nothing',
    );
  withExamples(command, [
    ['shiplog demo --data .data/demo', 'seven days of a fleet, and the seven answers'],
    ['shiplog demo --events 1000000 --write fleet.ndjson', 'a million events for a benchmark'],
  ]);
  return command.action((options: DemoOptions) =>
    options.write === undefined ? record(options, effects) : write(options, options.write, effects),
  );
}

const fleetOf = ({ events, seed }: DemoOptions, endMs: number): FleetOptions => ({
  seed,
  endMs,
  ...(events === undefined ? {} : { events }),
});

async function write(options: DemoOptions, file: string, { terminal }: CliEffects): Promise<void> {
  const fleet = fleetOf(options, terminal.nowMs());
  if (file === '-') {
    for (const piece of gathered(eventLines(fleet))) await terminal.out(piece);
    return;
  }
  const startedMs = terminal.nowMs();
  const stream = createWriteStream(file);
  // A write that waits for the file then fails, and with it the loop that fills it.
  terminal.interrupted.addEventListener('abort', () => stream.destroy());
  try {
    const count = await writeEvents(fleet, stream);
    stream.end();
    await finished(stream);
    terminal.err(
      `Wrote ${counted(count, 'event')} to ${file} in ${formatDuration(terminal.nowMs() - startedMs)}.\n`,
    );
  } catch (cause) {
    throw failure(fileProblem(file, cause), cause);
  }
}

function* eventLines(fleet: FleetOptions): Generator<string, void, undefined> {
  for (const { envelope } of simulateFleet(fleet)) yield `${JSON.stringify(envelope)}\n`;
}

/** What demo.json in the data directory says: which fleet is recorded there, and whether all of it is. */
interface DemoNote {
  readonly fleet: FleetOptions;
  readonly complete: boolean;
}

async function record(options: DemoOptions, effects: CliEffects): Promise<void> {
  const { terminal } = effects;
  const { dataDir } = effects.config({ dataDir: options.data });
  const noteFile = join(dataDir, 'demo.json');
  const found = await readNote(noteFile);
  const backend = await openBackend({ data: dataDir }, effects, 'write');
  try {
    if (found === undefined) await refuseForeignEvents(backend, dataDir);
    const note = found ?? { fleet: fleetOf(options, terminal.nowMs()), complete: false };
    if (!sameWish(note.fleet, options)) {
      throw wrongCall(`${dataDir} holds another simulated fleet; name another directory with --data.`);
    }
    if (!note.complete) {
      await mkdir(dirname(noteFile), { recursive: true });
      await writeFile(noteFile, `${JSON.stringify(note)}\n`);
      await recordFleet(note.fleet, backend, effects);
      await writeFile(noteFile, `${JSON.stringify({ ...note, complete: true })}\n`);
    }
    await printAnswers(note.fleet, backend, dataDir, effects);
  } finally {
    await backend.close();
  }
}

async function readNote(file: string): Promise<DemoNote | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DemoNote;
  } catch {
    return undefined; // absent, or torn by a kill: the fleet is recorded from the start
  }
}

/** Simulated events among real ones would spoil every answer. */
async function refuseForeignEvents(backend: Backend, dataDir: string): Promise<void> {
  const { logGroups } = await backend.status();
  const events = logGroups.reduce((sum, group) => sum + group.events, 0);
  if (events === 0) return;
  throw wrongCall(
    `${dataDir} holds ${counted(events, 'event')} that are no simulated fleet; name another directory: shiplog demo --data ./demo`,
  );
}

/** Whether the recorded fleet is the one that the options ask for; without --events, any size will do. */
const sameWish = (fleet: FleetOptions, { events, seed }: DemoOptions): boolean =>
  fleet.seed === seed && (events === undefined || fleet.events === events);

async function recordFleet(fleet: FleetOptions, backend: Backend, { terminal }: CliEffects): Promise<void> {
  const startedMs = terminal.nowMs();
  const progress = startProgress(terminal, 'Recording a simulated fleet', historyOf(fleet).events);
  const { read, stored, duplicates } = await importStream(
    backend,
    fleetEvents(fleet, terminal.interrupted),
    ({ reason }) => {
      throw failure(`A simulated event was refused: ${reason}`);
    },
    (counts) => progress.update(counts.read, `${formatCount(counts.read)} events`),
  ).finally(progress.stop);
  if (terminal.interrupted.aborted) {
    throw interruption(
      `${counted(read, 'event')} are recorded, and the next "shiplog demo" goes on from here.`,
    );
  }
  const duration = formatDuration(terminal.nowMs() - startedMs);
  terminal.err(
    `Recorded ${counted(stored, 'event')} of a simulated fleet in ${duration}; ${formatCount(duplicates)} deliveries were duplicates.\n\n`,
  );
}

/** Ends early after an interruption; what was handed on until then is stored. */
async function* fleetEvents(fleet: FleetOptions, interrupted: AbortSignal): AsyncGenerator<CapturedFrom> {
  let number = 0;
  for (const { envelope } of simulateFleet(fleet)) {
    if (interrupted.aborted) return;
    const place = { line: ++number, byteOffset: 0 };
    const event = { message: JSON.stringify(envelope) };
    yield { file: 'the simulated fleet', captured: [{ kind: 'event', place, event }] };
  }
}

async function printAnswers(
  fleet: FleetOptions,
  backend: Backend,
  dataDir: string,
  { terminal }: CliEffects,
): Promise<void> {
  const style = outStyle(terminal);
  const range = recordedRange((await backend.status()).logGroups, fleet.endMs);
  for (const [index, { id, inputs }] of sevenQuestions(stories(fleet)).entries()) {
    const investigation = investigations.find((each) => each.id === id);
    if (investigation === undefined) throw new Error(`There is no investigation ${id}.`);
    const finding = await backend.investigate(investigation, { inputs, range }, terminal.interrupted);
    const words = investigation.inputs.flatMap(({ name, positional }) =>
      inputs[name] === undefined ? [] : positional === true ? [inputs[name]] : [`--${name}`, inputs[name]],
    );
    const command = [terminal.commandName, id, ...words, '--data', dataDir].join(' ');
    await terminal.out(renderDigest(index + 1, command, finding, style));
  }
}
