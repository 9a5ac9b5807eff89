// Times as ECS writes them: envelopes in whole seconds, details in milliseconds without trailing zeros, hooks and daemons in
// nanoseconds (ecs-events reference 1.4).

/** `2026-11-22T19:36:05Z` */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** `…:05.412Z`, `…:05.61Z`, `…:05.2Z`, `…:05Z` */
export function isoMillis(ms: number): string {
  const text = new Date(ms).toISOString();
  let end = 23;
  while (text.charCodeAt(end - 1) === 48) end--;
  if (end === 20) end = 19;
  return `${text.slice(0, end)}Z`;
}

/** `…:05.412059641Z`: milliseconds and six more digits. */
export function isoNanos(ms: number, nanosOfMilli: number): string {
  return `${new Date(ms).toISOString().slice(0, 23)}${String(nanosOfMilli).padStart(6, '0')}Z`;
}

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
