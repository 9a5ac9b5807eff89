// A process that stores events until it is killed. Speaks on standard output: one line for each acknowledgement.
// Arguments: data directory, way of storing (append, appendEcs, bulkEcs), number of the first event.
import { openStore } from '../../dist/store/open-store.js';

const [dataDir, way, first] = process.argv.slice(2);
const { store } = await openStore({ dataDir, clock: Date.now });
const say = (line) => process.stdout.write(`${line}\n`);

const event = (i) => ({
  message: JSON.stringify({
    id: `e${i}`,
    'detail-type': 'ECS Task State Change',
    source: 'aws.ecs',
    time: '2026-11-22T10:00:00Z',
    detail: {
      clusterArn: 'arn:aws:ecs:r:1:cluster/c',
      taskArn: `arn:aws:ecs:r:1:task/c/t${i}`,
      version: 1,
      padding: 'x'.repeat((i * 37) % 2_000),
      [`field${i % 40}`]: i,
    },
  }),
});

say('ready');
let next = Number(first);
if (way === 'bulkEcs') {
  for (;;) {
    const load = store.bulkEcs();
    const from = next;
    for (; next < from + 18_000; next += 1_000) {
      await load.add(Array.from({ length: 1_000 }, (_, k) => event(next + k)));
    }
    await load.finish();
    say(`acknowledged ${from} ${next}`);
  }
}
const writers = Array.from({ length: 4 }, async () => {
  for (;;) {
    const from = next;
    next += 1 + (from % 7);
    const events = Array.from({ length: next - from }, (_, k) => event(from + k));
    await (way === 'append' ? store.append('g', events) : store.appendEcs(events));
    say(`acknowledged ${from} ${from + events.length}`);
  }
});
await Promise.all(writers);
