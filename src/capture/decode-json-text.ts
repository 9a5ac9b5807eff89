// Cuts a stream of text into its top-level JSON values without changing a character of them: one object, an array of them,
// NDJSON, or objects one after another without newlines; also lines of a log-group export (`<ISO time> {json}`) and strings
// that hold a message. Works chunk by chunk and keeps the value it is in only. A broken value costs itself, not those after it.

import { instantMs } from '../ecs/instant.ts';
import { documentCharsMax } from '../limits.ts';
import type { Place } from './captured.ts';

export type JsonText =
  | {
      readonly kind: 'value';
      readonly place: Place;
      readonly text: string;
      /** Of an export line. */
      readonly timestampMs?: number;
    }
  /** `content` is the text that is no JSON value; of one that is too long, its beginning. */
  | { readonly kind: 'problem'; readonly place: Place; readonly reason: string; readonly content: string };

const newline = 10;
const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * `between`: before a value. `object`, `string`: inside one. `line`: in text that is neither, which may be the time of an
 * export line. `words`: in text that is not. `skip`: after a value that is too long, up to the next line.
 */
type State = 'between' | 'object' | 'string' | 'line' | 'words' | 'skip';

export class JsonTextDecoder {
  #state: State = 'between';
  /** Earlier chunks' parts of the value that is being read. */
  #parts: string[] = [];
  #partChars = 0;
  #inString = false;
  #escaped = false;
  /** Open containers of the object: true for arrays. */
  #containers: boolean[] = [];
  /** Last character outside strings and white space. */
  #previous = 0;
  #timestampMs: number | undefined;
  #line = 1;
  #byteOffset = 0;
  #place: Place = { line: 1, byteOffset: 0 };
  #found: JsonText[] = [];
  #chunk = '';
  #at = 0;
  /** Where in the chunk the value being read begins, and up to where bytes are counted. */
  #start = 0;
  #counted = 0;

  /** The values that end in this chunk. */
  push(chunk: string): readonly JsonText[] {
    this.#chunk = chunk;
    this.#at = 0;
    this.#start = 0;
    this.#counted = 0;
    while (this.#at < chunk.length) this.#step();
    this.#keepRest();
    return this.#taken();
  }

  /** What is left when the text ends: a broken value, or nothing. */
  end(): readonly JsonText[] {
    this.#chunk = '';
    this.#at = this.#start = this.#counted = 0;
    if (this.#state === 'line' || this.#state === 'words') this.#endLine();
    else if (this.#state === 'object') this.#break('the text ends in the middle of a JSON object');
    else if (this.#state === 'string') this.#break('the text ends in the middle of a string');
    return this.#taken();
  }

  #taken(): readonly JsonText[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #step(): void {
    switch (this.#state) {
      case 'between':
        this.#between();
        break;
      case 'object':
        this.#object();
        break;
      case 'string':
        this.#string();
        break;
      case 'line':
        this.#textLine();
        break;
      case 'words':
      case 'skip':
        this.#restOfLine();
        break;
    }
  }

  /** Brackets and commas between values make no difference: an array is its elements. */
  #between(): void {
    const chunk = this.#chunk;
    for (; this.#at < chunk.length; this.#at++) {
      const code = chunk.charCodeAt(this.#at);
      if (code === newline) this.#line++;
      else if (!isSpace(code) && code !== comma && code !== openBracket && code !== closeBracket) {
        this.#begin(code === openBrace ? 'object' : code === quote ? 'string' : 'line');
        return;
      }
    }
  }

  #begin(state: State): void {
    this.#countBytes(this.#at);
    this.#place = { line: this.#line, byteOffset: this.#byteOffset };
    this.#state = state;
    this.#start = this.#at;
    this.#parts = [];
    this.#partChars = 0;
    this.#timestampMs = undefined;
    this.#containers = [];
    this.#previous = colon;
    this.#inString = state === 'string';
    if (this.#inString) this.#at++;
  }

  #object(): void {
    const chunk = this.#chunk;
    const length = chunk.length;
    while (this.#at < length) {
      if (this.#inString) {
        if (!this.#passString()) return;
        continue;
      }
      const code = chunk.charCodeAt(this.#at);
      if (isSpace(code)) {
        if (code === newline) this.#line++;
      } else {
        if (code === quote) this.#inString = true;
        else if (code === openBrace || code === openBracket) {
          if (!this.#open(code)) return;
        } else if (code === closeBrace || code === closeBracket) {
          this.#containers.pop();
          if (this.#containers.length === 0) {
            this.#endObject();
            return;
          }
        }
        this.#previous = code;
      }
      this.#at++;
    }
  }

  /** Goes behind the string it is in; false when the chunk ends first or the string is broken. */
  #passString(): boolean {
    const chunk = this.#chunk;
    for (let at = this.#at; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (this.#escaped) this.#escaped = false;
      else if (code === backslash) this.#escaped = true;
      else if (code === quote) {
        this.#inString = false;
        this.#at = at + 1;
        return true;
      }
      if (code === newline) {
        this.#at = at;
        this.#escaped = false;
        this.#break('a string is not closed at the end of the line');
        return false;
      }
    }
    this.#at = chunk.length;
    return false;
  }

  /** False when no container can begin here, so that the value is broken and another one begins. */
  #open(code: number): boolean {
    const inArray = this.#containers.at(-1) === true;
    const fits =
      this.#previous === colon || (inArray && (this.#previous === comma || this.#previous === openBracket));
    if (!fits) {
      this.#break('the JSON object is not closed before another value begins');
      return false;
    }
    this.#containers.push(code === openBracket);
    return true;
  }

  #endObject(): void {
    this.#at++;
    const text = this.#value();
    const time = this.#timestampMs === undefined ? {} : { timestampMs: this.#timestampMs };
    this.#found.push({ kind: 'value', place: this.#place, text, ...time });
    this.#state = 'between';
  }

  #string(): void {
    if (!this.#passString()) return;
    const text = this.#value();
    const value = parsed(text);
    if (typeof value === 'string') this.#found.push({ kind: 'value', place: this.#place, text: value });
    else this.#problem('not a JSON string', text);
    this.#state = 'between';
  }

  /** Text that is no JSON: a time before an object makes it an export line, anything else is refused as a whole. */
  #textLine(): void {
    const chunk = this.#chunk;
    for (; this.#at < chunk.length; this.#at++) {
      const code = chunk.charCodeAt(this.#at);
      if (code === newline) {
        this.#endLine();
        return;
      }
      if (code !== openBrace) continue;
      const timeMs = instantMs(this.#value());
      this.#state = 'words';
      if (timeMs === null) return;
      this.#begin('object');
      this.#timestampMs = timeMs;
      return;
    }
  }

  #restOfLine(): void {
    const end = this.#chunk.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#chunk.length : end;
    if (end === -1) return;
    if (this.#state === 'words') this.#endLine();
    this.#state = 'between';
  }

  #endLine(): void {
    const text = this.#value().trim();
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    this.#problem(`not JSON: ${JSON.stringify(shown)}`, text);
    this.#state = 'between';
  }

  #break(reason: string, content = this.#value()): void {
    this.#problem(reason, content);
    this.#state = 'between';
    this.#inString = false;
  }

  #problem(reason: string, content: string): void {
    this.#found.push({ kind: 'problem', place: this.#place, reason, content });
  }

  /** The characters of the value that ends at the current position. */
  #value(): string {
    const rest = this.#chunk.slice(this.#start, this.#at);
    return this.#parts.length === 0 ? rest : this.#parts.join('') + rest;
  }

  /** Keeps what the chunk holds of a value that goes on in the next one. */
  #keepRest(): void {
    this.#countBytes(this.#chunk.length);
    if (this.#state === 'between' || this.#state === 'skip') return;
    const rest = this.#chunk.slice(this.#start);
    this.#partChars += rest.length;
    if (this.#partChars > documentCharsMax) {
      const reason = `a value of more than ${documentCharsMax} characters; cut the file into smaller ones`;
      this.#break(reason, this.#parts[0] ?? rest);
      this.#state = 'skip';
      return;
    }
    this.#parts.push(rest);
  }

  #countBytes(upTo: number): void {
    this.#byteOffset += Buffer.byteLength(this.#chunk.slice(this.#counted, upTo));
    this.#counted = upTo;
  }
}

/** Everything that JSON calls white space, and the byte order mark. */
function isSpace(code: number): boolean {
  return code === 32 || code === newline || code === 13 || code === 9 || code === 0xfeff;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
