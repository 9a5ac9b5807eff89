// A space-delimited event as columns. The page: "Characters between brackets ([]) and double quotation marks ("") are considered
// single fields."

export interface ColumnValue {
  /** Where it begins in the message. */
  readonly start: number;
  /** Without the brackets or quotes around it. */
  readonly text: string;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** At most `most` columns: the message after them is not looked at. */
export function splitColumns(message: string, most = Number.POSITIVE_INFINITY): readonly ColumnValue[] {
  const columns: ColumnValue[] = [];
  const closers = { '[': new Closer(message, ']'), '"': new Closer(message, '"') };
  let at = 0;
  while (columns.length < most) {
    while (at < message.length && isSpace(message.charCodeAt(at))) at++;
    if (at >= message.length) break;
    const start = at;
    const first = message[start];
    const end = first === '[' || first === '"' ? closers[first].closing(start) : null;
    if (end !== null) {
      columns.push({ start, text: message.slice(start + 1, end) });
      at = end + 1;
      continue;
    }
    while (at < message.length && !isSpace(message.charCodeAt(at))) at++;
    columns.push({ start, text: message.slice(start, at) });
  }
  return columns;
}

/** Finds what closes a bracket or quote. Remembers what it saw, so that many that are never closed cost no more than one. */
class Closer {
  readonly #message: string;
  readonly #sign: string;
  #next = -1;

  constructor(message: string, sign: string) {
    this.#message = message;
    this.#sign = sign;
  }

  /**
   * Where the one at `start` is closed, before a space or at the end; null when it is not: then it is a character of a word. A backslash
   * keeps a quote from closing.
   */
  closing(start: number): number | null {
    const message = this.#message;
    if (this.#next <= start) {
      let at = start + 1;
      while (at < message.length && message[at] !== this.#sign) at += message[at] === '\\' ? 2 : 1;
      this.#next = at;
    }
    const after = this.#next + 1;
    if (this.#next >= message.length) return null;
    return after === message.length || isSpace(message.charCodeAt(after)) ? this.#next : null;
  }
}
