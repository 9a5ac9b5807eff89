// Durations, sizes and counts as people read them, in the words that findings use.

const units = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1_000 },
] as const;

/**
 * The two largest units, rounded down as the sentences of findings do: `2 d 4 h`, `4 min 12 s`; below ten seconds with one
 * decimal, below one second in ms.
 */
export function formatDuration(durationMs: number): string {
  if (durationMs < 0) return `-${formatDuration(-durationMs)}`;
  if (durationMs < 1_000) return `${Math.round(durationMs)} ms`;
  if (durationMs < 10_000) return `${Math.floor(durationMs / 100) / 10} s`;
  const largest = units.findIndex(({ ms }) => durationMs >= ms);
  const [first, second] = [units[largest], units[largest + 1]];
  if (first === undefined) return '';
  const rest = second === undefined ? 0 : Math.floor((durationMs % first.ms) / second.ms);
  const whole = `${Math.floor(durationMs / first.ms)} ${first.name}`;
  return rest === 0 || second === undefined ? whole : `${whole} ${rest} ${second.name}`;
}

const trimZero = (text: string): string => text.replace(/\.0$/, '');

/** `1,204,000`. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** `1 row`, `2 rows`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${formatCount(count)} ${count === 1 ? noun : plural}`;

/** `950`, `12k`, `1.2M`: for axes. */
export function formatShortCount(count: number): string {
  if (count < 1_000) return String(count);
  const [value, unit] = count < 1_000_000 ? [count / 1_000, 'k'] : [count / 1_000_000, 'M'];
  return `${trimZero(value.toFixed(value < 10 ? 1 : 0))}${unit}`;
}

/** `812 B`, `4.2 MB`; a kilobyte is 1,000 bytes, as disks count. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : trimZero(value.toFixed(1))} ${units[unit]}`;
}
