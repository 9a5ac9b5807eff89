// Times, durations, sizes and counts as people read them. Times are UTC, as in the events and in the AWS console.

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

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

/** The two largest units that matter: `850 ms`, `12.3 s`, `4 min 12 s`, `3 h 20 min`, `2 d 4 h`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 0) return `-${formatDuration(-durationMs)}`;
  if (durationMs < secondMs) return `${Math.round(durationMs)} ms`;
  if (durationMs < minuteMs) return `${trimZero((durationMs / secondMs).toFixed(1))} s`;
  if (durationMs < hourMs) return pair(Math.round(durationMs / secondMs), 60, 'min', 's');
  if (durationMs < dayMs) return pair(Math.round(durationMs / minuteMs), 60, 'h', 'min');
  return pair(Math.round(durationMs / hourMs), 24, 'd', 'h');
}

function pair(small: number, smallPerLarge: number, largeUnit: string, smallUnit: string): string {
  const rest = small % smallPerLarge;
  const large = `${Math.floor(small / smallPerLarge)} ${largeUnit}`;
  return rest === 0 ? large : `${large} ${rest} ${smallUnit}`;
}

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
