// Tells when a file has changed, so that keys and certificates are replaced without a restart. Looks every few seconds instead of
// waiting for a notice: certificates and mounted secrets change by links and renames, of which notices tell too little.

import { unwatchFile, watchFile } from 'node:fs';

/** Calls `changed` after any of the files has; does not keep the process alive. Answers how to stop. */
export function watchFiles(paths: readonly string[], intervalMs: number, changed: () => void): () => void {
  const listener = (now: { readonly mtimeMs: number }, before: { readonly mtimeMs: number }): void => {
    // Gone is no news to act upon: what was read stays in force.
    if (now.mtimeMs !== 0 && now.mtimeMs !== before.mtimeMs) changed();
  };
  for (const path of paths) watchFile(path, { interval: intervalMs, persistent: false }, listener);
  return () => {
    for (const path of paths) unwatchFile(path, listener);
  };
}
