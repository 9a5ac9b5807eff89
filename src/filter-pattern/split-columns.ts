// A space-delimited event as columns. The page: "Characters between brackets ([]) and double quotation marks ("") are considered
// single fields."

export interface ColumnValue {
  /** Where it begins in the message. */
  readonly start: number;
  /** Without the brackets or quotes around it. */
  readonly text: string;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const closers: Readonly<Record<string, string>> = { '[': ']', '"': '"' };

/** At most `most` columns: the message after them is not looked at. */
export function splitColumns(message: string, most = Number.POSITIVE_INFINITY): readonly ColumnValue[] {
  const columns: ColumnValue[] = [];
  let at = 0;
  while (columns.length < most) {
    while (at < message.length && isSpace(message.charCodeAt(at))) at++;
    if (at >= message.length) break;
    const start = at;
    const closed = closingAt(message, start);
    if (closed !== null) {
      columns.push({ start, text: message.slice(start + 1, closed) });
      at = closed + 1;
      continue;
    }
    while (at < message.length && !isSpace(message.charCodeAt(at))) at++;
    columns.push({ start, text: message.slice(start, at) });
  }
  return columns;
}

/**
 * Where the bracket or quote at `start` is closed, before a space or at the end; null when none is or there is none. What is not closed
 * is an ordinary word. A backslash keeps a quote from closing.
 */
function closingAt(message: string, start: number): number | null {
  const closer = closers[message[start] ?? ''];
  if (closer === undefined) return null;
  for (let at = start + 1; at < message.length; at++) {
    if (message[at] === '\\') at++;
    else if (message[at] === closer)
      return at + 1 === message.length || isSpace(message.charCodeAt(at + 1)) ? at : null;
  }
  return null;
}
