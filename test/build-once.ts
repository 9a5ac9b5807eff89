// Before the tests that run what users run: builds dist/ where it is older than its sources, once for all test files.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export function setup(): void {
  const script = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [script, '--if-changed'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('dist/ does not build; see above');
}
