// JSON whose numbers stay as they are written: `1.0`, `1e3` and integers of any length are other texts once they are numbers.

/** Begins the texts that stand for numbers. No event is expected to have it at the beginning of a text of its own. */
const mark = '\u0000';
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/** As JSON.parse, but numbers become texts that `numberText` knows. `json` is JSON. */
export function parseKeepingNumbers(json: string): unknown {
  const marked = json.replace(textOrNumber, (token) =>
    token.startsWith('"') ? token : JSON.stringify(mark + token),
  );
  return JSON.parse(marked);
}

/** The text of a number of parseKeepingNumbers; null for every other value. */
export function numberText(value: unknown): string | null {
  return typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : null;
}
