// Runs the schedules of a data directory in a hurry until it is killed: a minute of its clock lasts a few milliseconds.
// usage: node schedules-child.mjs DIR FROM_MS

import { openApp } from '../../dist/app.js';

const [, , dataDir, fromMs] = process.argv;
const startedMs = Date.now();
const hurry = 2_000;

const app = await openApp({
  dataDir,
  accountId: '000000000000',
  region: 'us-east-1',
  nowMs: () => Number(fromMs) + (Date.now() - startedMs) * hurry,
  every: (periodMs, tick) => {
    const timer = setInterval(tick, Math.max(1, periodMs / hurry));
    return () => clearInterval(timer);
  },
});
app.schedules.watch();
process.stdout.write('ready\n');
