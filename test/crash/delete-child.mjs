// A process that makes log groups and deletes them, and streams of them, until it is killed. Speaks on standard output: one line
// for everything that is done. Arguments: data directory, number of the first group.
import { openStore } from '../../dist/store/open-store.js';

const [dataDir, first] = process.argv.slice(2);
const { store } = await openStore({ dataDir, clock: () => 1_000_000 });
const say = (line) => process.stdout.write(`${line}\n`);
const settings = { logClass: 'STANDARD', protected: false, tags: { a: 'b' }, retentionDays: 1 };
const events = (k) =>
  Array.from({ length: 40 }, (_, i) => ({
    message: JSON.stringify({ [`f${k % 10}`]: i, padding: 'x'.repeat(i * 100) }),
    timestampMs: 1_000_000,
    logStream: i % 2 === 0 ? 'even' : 'odd',
  }));

say('ready');
for (let k = Number(first); ; k++) {
  const name = `g${k}`;
  await store.createGroup(name, settings);
  say(`created ${k}`);
  await store.append(name, events(k));
  say(`filled ${k}`);
  await store.deleteStream(name, 'odd');
  say(`halved ${k}`);
  if (k % 4 === 3) continue;
  await store.deleteGroup(name);
  say(`deleted ${k}`);
}
