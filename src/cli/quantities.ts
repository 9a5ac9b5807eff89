// Times, durations, sizes and counts as people read them. Times are UTC, as in the events and in the AWS console.

/** `2026-11-22 14:00:00`; what needs milliseconds has them in the other formats. */
export const formatTime = (timeMs: number): string =>
  new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ');

/** `14:00:00`. */
export const formatClock = (timeMs: number): string => new Date(timeMs).toISOString().slice(11, 19);

/** `11-22 14:00`, for an axis of several days. */
export const formatDayAndMinute = (timeMs: number): string =>
  new Date(timeMs).toISOString().slice(5, 16).replace('T', ' ');

/** `11-22`. */
export const formatDay = (timeMs: number): string => new Date(timeMs).toISOString().slice(5, 10);

const trimZero = (text: string): string => text.replace(/\.0$/, '');

/** `1,204,000`. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** `1 row`, `2 rows`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${formatCount(count)} ${count === 1 ? noun : plural}`;

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
