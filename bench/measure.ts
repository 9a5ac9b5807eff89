// Timing: run something a few times, take the best. The best of a few runs is what the machine can do; the spread is noise of
// whatever else runs on it.

export interface Timing {
  /** Milliseconds of the best run. */
  readonly bestMs: number;
  readonly runs: number;
}

export async function measure(runs: number, work: () => Promise<unknown>): Promise<Timing> {
  let bestMs = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    bestMs = Math.min(bestMs, performance.now() - started);
  }
  return { bestMs, runs };
}

/** Milliseconds for people: 3.1 ms, 240 ms, 2.4 s. */
export function showMs(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
