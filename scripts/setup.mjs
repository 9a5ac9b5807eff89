// Set-up shared by `npm start`, `npm test` and `npm run build`: the right Node, the packages of the lockfile, a fresh dist/.
// Plain Node built-ins only, because it runs before anything is installed. What was done last is remembered in
// .setup.json, so a second run does nothing and takes no time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, '.setup.json');
const windows = process.platform === 'win32';

/** The oldest Node that works; the same number as `engines` in package.json. */
export const nodeMinimum = [20, 19, 0];

/** Whether `version` (`20.19.0`) is at least `minimum`. */
export function versionAtLeast(version, minimum) {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [index, wanted] of minimum.entries()) {
    const have = parts[index] ?? 0;
    if (have !== wanted) return have > wanted;
  }
  return true;
}

/** Ends the process with a message for people: what is wrong and what to do. */
export function fail(message, code = 1) {
  process.stderr.write(`\n${message}\n`);
  process.exit(code);
}

export function checkNode() {
  if (versionAtLeast(process.versions.node, nodeMinimum)) return;
  fail(
    `Shiplog needs Node ${nodeMinimum.join('.')} or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
      'Install a current Node from https://nodejs.org, or with a version manager: nvm install 22',
  );
}

/** Runs a command in the checkout with its output shown; returns its exit code (130 after Ctrl-C). */
export function run(command, args, options = {}) {
  const child = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (child.error) {
    process.stderr.write(`${command} could not be started: ${child.error.message}\n`);
    return 1;
  }
  return child.status ?? (child.signal === 'SIGINT' ? 130 : 1);
}

/** Runs a tool of node_modules with this very Node, which spares the shell shims of the platform. */
export function runTool(name, args, options = {}) {
  const manifest = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  const bins = typeof manifest.bin === 'string' ? [manifest.bin] : Object.values(manifest.bin);
  return run(process.execPath, [join(root, 'node_modules', name, bins[0]), ...args], options);
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {}; // absent or torn: everything is done again
  }
}

function stamp(changes) {
  writeFileSync(stampFile, `${JSON.stringify({ ...readStamp(), ...changes }, null, 2)}\n`);
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** `npm ci`, unless node_modules already holds what the lockfile says. */
export function ensureInstalled() {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const lock = hashOf(text);
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed)) {
    if (readStamp().lock === lock) return;
    // Installed by hand: what counts is what is there.
    if (holds(JSON.parse(readFileSync(installed, 'utf8')), JSON.parse(text))) return stamp({ lock });
  }
  process.stderr.write('Installing packages (npm ci); the first time takes a minute.\n');
  const code = run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: windows,
  });
  if (code !== 0) fail('npm ci failed. Shiplog needs the npm registry once, to install its packages.', code);
  stamp({ lock });
}

/** Whether the installed tree has every package of the lockfile in its version; optional ones depend on the platform. */
function holds(installed, lockfile) {
  return Object.entries(lockfile.packages).every(
    ([path, wanted]) =>
      path === '' || wanted.optional === true || installed.packages[path]?.version === wanted.version,
  );
}

/** Path, size and time of every file below the given paths: changes whenever a source does. */
export function fingerprint(paths) {
  const lines = [];
  const visit = (path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return;
    if (!stats.isDirectory()) {
      lines.push(`${path} ${stats.size} ${Math.round(stats.mtimeMs)}`);
      return;
    }
    for (const name of readdirSync(path).sort()) {
      if (name !== 'node_modules' && name !== 'dist' && !name.startsWith('.')) visit(join(path, name));
    }
  };
  for (const path of paths) visit(path);
  return hashOf(lines.join('\n'));
}

const inRoot = (...names) => names.map((name) => join(root, name));

const parts = [
  {
    name: 'server',
    proof: join(root, 'dist', 'main.js'),
    sources: inRoot('src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'),
    build() {
      // A renamed source must not leave its old output behind; the page in dist/web is not tsc's to remove.
      for (const name of existsSync(join(root, 'dist')) ? readdirSync(join(root, 'dist')) : []) {
        if (name !== 'web') rmSync(join(root, 'dist', name), { recursive: true });
      }
      return runTool('typescript', ['-p', 'tsconfig.build.json']);
    },
  },
  {
    name: 'page',
    proof: join(root, 'dist', 'web', 'index.html'),
    sources: inRoot('web', 'src/language', 'package-lock.json'),
    build: () => runTool('vite', ['build', '--logLevel', 'warn'], { cwd: join(root, 'web') }),
  },
];

/** Builds what is older than its sources, or everything with `force`. */
export function ensureBuilt({ force = false, only } = {}) {
  for (const part of parts) {
    if (only !== undefined && part.name !== only) continue;
    const print = fingerprint(part.sources);
    if (!force && existsSync(part.proof) && readStamp()[part.name] === print) continue;
    process.stderr.write(`Building the ${part.name} …\n`);
    const code = part.build();
    if (code !== 0) fail(`The ${part.name} did not build (see above).`, code);
    stamp({ [part.name]: print });
  }
}

/** Everything that `npm start` and `npm test` need before they begin. */
export function setUp(options) {
  checkNode();
  ensureInstalled();
  ensureBuilt(options);
}
