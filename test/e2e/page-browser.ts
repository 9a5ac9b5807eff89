// A headless browser for the test of the page: the one that is installed, else the Chromium inside of an npm package, so
// that `npm test` needs nothing but npm.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Quiet: none of a browser's own errands over the network. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const cache = fileURLToPath(new URL('../../node_modules/.cache/shiplog-chromium', import.meta.url));

/** Throws when there is no browser for this machine. */
export async function launchBrowser(): Promise<Browser> {
  const path = installed.find((candidate) => existsSync(candidate));
  if (path !== undefined) return chromium.launch({ executablePath: path, args });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Install Chromium or Chrome to run this test: none of ${installed.join(', ')} is here.`);
  }
  if (!existsSync(cache)) await unpack();
  const env = {
    ...process.env,
    // Libraries that a plain Debian lacks (NSS, NSPR, expat), and a font.
    LD_LIBRARY_PATH: join(cache, 'al2023', 'lib'),
    FONTCONFIG_PATH: join(cache, 'fonts'),
  };
  return chromium.launch({ executablePath: join(cache, 'chromium'), args, env });
}

/**
 * Lets the package unpack itself, in a process of its own because it takes its directory and its mind (it unpacks the
 * libraries only for AWS Lambda) from the environment. Two tests at once both unpack; one of them wins.
 */
async function unpack(): Promise<void> {
  await mkdir(join(cache, '..'), { recursive: true });
  const folder = await mkdtemp(`${cache}-`);
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  try {
    await rename(folder, cache);
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    if (!existsSync(cache)) throw cause;
  }
}
