// `npm start`: from a fresh clone to a recorded fleet, the seven answers and a served page.
// Sets everything up, records the simulated fleet into .data/demo (once), prints the answers, serves until Ctrl-C.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { fail, root, run, setUp } from './setup.mjs';

const usage = `Usage: npm start -- [--port N] [--host ADDRESS] [--data DIR]

Records a simulated fleet into DIR (default .data/demo), prints the seven answers, and serves the page and the API
on http://127.0.0.1:7410 until Ctrl-C.`;

const options = readOptions(process.argv.slice(2));
setUp();
await checkPort(options);
const shiplog = join(root, 'bin', 'shiplog');
const code = run(process.execPath, [shiplog, 'demo', '--data', options.data]);
if (code !== 0) process.exit(code);
await serve(options);

function readOptions(args) {
  const read = { port: '7410', host: '127.0.0.1', data: join('.data', 'demo') };
  for (let index = 0; index < args.length; index++) {
    const [flag, inline] = args[index].split(/=(.*)/s);
    const name = flag.replace(/^--/, '');
    if (flag === '--help' || flag === '-h') {
      process.stdout.write(`${usage}\n`);
      process.exit(0);
    }
    if (!flag.startsWith('--') || !(name in read)) fail(`npm start: unknown option ${flag}\n${usage}`, 2);
    read[name] = inline ?? args[++index] ?? fail(`npm start: ${flag} needs a value\n${usage}`, 2);
  }
  if (!/^\d{1,5}$/.test(read.port) || Number(read.port) > 65_535) {
    fail(`npm start: --port ${read.port}: must be a port number from 0 to 65535`, 2);
  }
  return read;
}

/** Before the fleet is recorded: who waits for that wants to see the page afterwards. */
function checkPort({ port, host }) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (cause) => {
      if (cause.code !== 'EADDRINUSE') return resolve(); // the server itself will say what is wrong
      fail(
        `Port ${port} on ${host} is in use. Stop the program that holds it, or choose another port: npm start -- --port 7411`,
      );
    });
    probe.listen(Number(port), host, () => probe.close(() => resolve()));
  });
}

function serve({ port, host, data }) {
  const env = { SHIPLOG_LOG_LEVEL: 'warn', ...process.env };
  const server = spawn(process.execPath, [shiplog, 'serve', '--data', data, '--host', host, '--port', port], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  // Ctrl-C reaches the server too, as a member of the terminal's process group; this process only waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  // npm does not pass on every signal that ends it; without npm nobody could stop this server by its terminal any more.
  const parent = process.ppid;
  const watch = () => {
    if (process.ppid !== parent) server.kill('SIGTERM');
  };
  if (process.env.npm_lifecycle_event !== undefined) setInterval(watch, 1_000).unref();
  return new Promise((resolve) => {
    server.on('exit', (status, signal) => {
      process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 1);
      resolve();
    });
  });
}
