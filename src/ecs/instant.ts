// Reading the times of events: ISO 8601 with 0 to 9 fraction digits (ecs-events reference 1.4), and the form
// `YYYY-MM-DD HH:MM:SS.mmm` that query results use.

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/i;

/** Epoch milliseconds, or null when the text is no time. A time without zone is UTC. Digits below a millisecond are cut. */
export function instantMs(text: string | undefined): number | null {
  const match = text === undefined ? null : instantPattern.exec(text.trim());
  if (match === null) return null;
  const [, date, minutes, seconds = '00', fraction = '', zone = 'Z'] = match;
  const milliseconds = fraction.slice(0, 4);
  const time = Date.parse(`${date}T${minutes}:${seconds}${milliseconds}${zone.toUpperCase()}`);
  return Number.isNaN(time) ? null : time;
}
