// A number of a JSON text as it is written there: `1.0`, `1e3` and integers of any length are other texts once they are numbers.

/** Tokens of JSON: texts, signs, and words (numbers, true, false, null). */
const token = /\s*("(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+)/y;

/** `path` leads to a number of `json`, which JSON.parse accepts; as there, the last of several equal keys counts. */
export function numberText(json: string, path: readonly (string | number)[]): string {
  return new TokenReader(json).valueAt(path, 0) ?? '';
}

class TokenReader {
  readonly #json: string;
  #at = 0;

  constructor(json: string) {
    this.#json = json;
  }

  #next(): string {
    token.lastIndex = this.#at;
    const found = token.exec(this.#json);
    this.#at = found === null ? this.#json.length : token.lastIndex;
    return found?.[1] ?? '';
  }

  /** Reads one value; the word at the rest of the path in it, null when there is none. */
  valueAt(path: readonly (string | number)[], depth: number): string | null {
    const first = this.#next();
    if (first !== '{' && first !== '[') return depth === path.length ? first : null;
    if (depth >= path.length) {
      this.#skipToEnd();
      return null;
    }
    let found: string | null = null;
    for (let index = 0; ; index++) {
      const key = first === '{' ? this.#key() : this.#closes(']') ? null : index;
      if (key === null) return found;
      if (key === path[depth]) found = this.valueAt(path, depth + 1) ?? found;
      else this.#skipValue();
      if (this.#next() !== ',') return found;
    }
  }

  /** The key of the next member, and the colon after it; null at the end of the object. */
  #key(): string | null {
    const text = this.#next();
    if (text === '}') return null;
    this.#next();
    return text.includes('\\') ? String(JSON.parse(text)) : text.slice(1, -1);
  }

  #closes(bracket: string): boolean {
    const before = this.#at;
    if (this.#next() === bracket) return true;
    this.#at = before;
    return false;
  }

  #skipValue(): void {
    const first = this.#next();
    if (first === '{' || first === '[') this.#skipToEnd();
  }

  /** Behind the bracket that closes the one that was just read. */
  #skipToEnd(): void {
    for (let depth = 1; depth > 0; ) {
      const next = this.#next();
      if (next === '') return;
      if (next === '{' || next === '[') depth++;
      else if (next === '}' || next === ']') depth--;
    }
  }
}
