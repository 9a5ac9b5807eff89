// Cuts a body into its JSON documents without changing a character of them: one document, an array of them, NDJSON, or
// documents one after another, pretty-printed or not. Whether a cut text is an event is for the store to say.
// A broken document costs itself and what is cut off with it, not the lines that follow.

export interface CutDocument {
  readonly text: string;
  /** Why the text cannot be a JSON object; absent when it may be one. */
  readonly broken?: string;
}

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
 * The documents in their order, at most `countMax` of them. Brackets and commas around them make no difference: an array
 * is its elements.
 */
export function splitDocuments(text: string, countMax = Number.POSITIVE_INFINITY): readonly CutDocument[] {
  const documents: CutDocument[] = [];
  let position = 0;
  while (position < text.length && documents.length < countMax) {
    const code = text.charCodeAt(position);
    if (isSpace(code) || code === comma || code === openBracket || code === closeBracket) {
      position += 1;
      continue;
    }
    const end = code === openBrace ? objectEnd(text, position) : wordEnd(text, position);
    documents.push(cut(text, position, end, code === openBrace));
    position = end;
  }
  return documents;
}

function cut(text: string, start: number, end: number, isObject: boolean): CutDocument {
  const document = text.slice(start, end);
  if (!isObject) return { text: document.trimEnd(), broken: 'not a JSON object' };
  return text.charCodeAt(end - 1) === closeBrace
    ? { text: document }
    : { text: document.trimEnd(), broken: 'the JSON object is not closed' };
}

/** After the brace that closes the object at `start`, or where it is evident that the object is broken. */
function objectEnd(text: string, start: number): number {
  let depth = 0;
  let previous = colon;
  for (let position = start; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (isSpace(code)) continue;
    if (code === quote) {
      position = stringEnd(text, position);
      if (text.charCodeAt(position) === newline) return position;
    } else if (code === openBrace) {
      // Inside an object a value follows a colon, a comma or a bracket; anywhere else a new document begins.
      if (previous !== colon && previous !== comma && previous !== openBracket) return position;
      depth += 1;
    } else if (code === closeBrace) {
      depth -= 1;
      if (depth === 0) return position + 1;
    }
    previous = code;
  }
  return text.length;
}

/** The position of the closing quote, or of the line break that no JSON string may hold, or the end of the text. */
function stringEnd(text: string, start: number): number {
  let position = start + 1;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === quote || code === newline) return position;
    position += code === backslash ? 2 : 1;
  }
  return text.length;
}

function wordEnd(text: string, start: number): number {
  const rest = /[\n,\]{]/g;
  rest.lastIndex = start + 1;
  return rest.exec(text)?.index ?? text.length;
}

/** JSON's white space, the byte order mark and the record separator of RFC 7464. */
function isSpace(code: number): boolean {
  return code === 32 || code === newline || code === 13 || code === 9 || code === 0xfeff || code === 30;
}
