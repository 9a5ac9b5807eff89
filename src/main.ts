// The entry: gives the command line the real terminal, environment and clock, and ends with its exit code.
// What opens a database is imported only when a command needs it, so that `--help` answers at once.

import { homedir } from 'node:os';
import { isAbsolute, relative } from 'node:path';
import process from 'node:process';
import { run } from './cli/run.ts';
import { canShowUnicode, OutputClosed, type Terminal, wantsColor } from './cli/terminal.ts';
import { readConfig } from './config.ts';
import { version } from './version.ts';

const args = process.argv.slice(2);
/** Work that does not end by itself after an interruption is ended; a server drains for five seconds. */
const stoppingMsMax = 15_000;
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Somebody who asks twice wants out now; what was acknowledged is durable in any case.
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
    // Whoever waits for more input waits in vain.
    process.stdin.destroy();
    setTimeout(() => process.exit(130), stoppingMsMax).unref();
  });
}
// Writing to a closed pipe is reported to the writer, below; without a listener it would end the process first.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const terminal: Terminal = {
  commandName: commandName(process.argv[1] ?? ''),
  out: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (cause) => {
        if (cause == null) resolve();
        else reject((cause as NodeJS.ErrnoException).code === 'EPIPE' ? new OutputClosed() : cause);
      });
    }),
  err: (text) => void process.stderr.write(text),
  stdin: process.stdin,
  errStream: process.stderr,
  columns: columnsOf(process.env.COLUMNS) ?? (process.stdout.isTTY ? process.stdout.columns : undefined),
  errIsTty: process.stderr.isTTY === true,
  outColor: wantsColor(process.env, process.stdout.isTTY === true, args),
  errColor: wantsColor(process.env, process.stderr.isTTY === true, args),
  unicode: canShowUnicode(process.env),
  env: process.env,
  nowMs: Date.now,
  interrupted: interruption.signal,
};

/** `./bin/shiplog` inside a checkout, `shiplog` where it is installed. */
function commandName(script: string): string {
  const path = relative(process.cwd(), script);
  return path === '' || path.startsWith('..') || isAbsolute(path) ? 'shiplog' : `./${path}`;
}

function columnsOf(text: string | undefined): number | undefined {
  const columns = Number(text);
  return Number.isInteger(columns) && columns > 0 ? columns : undefined;
}

const environment = process.env;
process.exitCode = await run(args, {
  version,
  terminal,
  config: (flags) => readConfig({ flags, environment, homeDir: homedir() }),
  openApp: async (config) => (await import('./app.ts')).openApp(config),
  serve: async (config) => (await import('./app.ts')).serve(config),
});
