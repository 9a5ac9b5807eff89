// Runs the built command line as users do: a process of its own, its streams, its exit code.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const shiplogBin = fileURLToPath(new URL('../../bin/shiplog', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the match once standard output shows it; rejects when the process ends before. */
  shows(pattern: RegExp): Promise<RegExpExecArray>;
}

export interface CallOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Leaves standard input open until the caller ends it. */
  readonly keepInputOpen?: boolean;
}

/** Starts a command without waiting for its end. */
export function startCli(args: readonly string[], options: CallOptions = {}): Running {
  // The tests' own environment must not reach the program: neither a data directory nor colours.
  const { SHIPLOG_DATA: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [shiplogBin, ...args], {
    env: { ...inherited, LC_ALL: 'C.UTF-8', SHIPLOG_LOG_LEVEL: 'silent', ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  // A command that does not read its input may be gone before all of it is written.
  child.stdin.on('error', () => {});
  if (options.input !== undefined) child.stdin.write(options.input);
  if (options.keepInputOpen !== true) child.stdin.end();
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
  const shows = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(out);
        if (found !== null) resolve(found);
      };
      child.stdout.on('data', look);
      ended.then(() => reject(new Error(`ended without showing ${pattern}: ${out}${err}`)), reject);
      look();
    });
  return { child, ended, shows };
}

export const cli = (args: readonly string[], options: CallOptions = {}): Promise<Ended> =>
  startCli(args, options).ended;

export interface Served extends Running {
  readonly url: string;
  /** Ctrl-C, and the end of the process. */
  stop(): Promise<Ended>;
}

/** Serves a directory on a free port. */
export async function serveCli(dataDir: string): Promise<Served> {
  const running = startCli(['serve', '--data', dataDir, '--port', '0']);
  const [, url = ''] = await running.shows(/on (http:\S+)/);
  return {
    ...running,
    url,
    stop() {
      running.child.kill('SIGINT');
      return running.ended;
    },
  };
}

/** A new empty folder, and the function that removes it. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'shiplog-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
