// Lays the text of an event out in lines without reading its values: numbers, escapes and the order of keys stay exactly
// as they were sent. Plain text that is no JSON stays as it is.

export type JsonKind = 'key' | 'string' | 'number' | 'constant' | 'punctuation';

export interface JsonPart {
  readonly text: string;
  /** Null for white space and for what is no JSON. */
  readonly kind: JsonKind | null;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

export function layoutJson(text: string): readonly JsonPart[] {
  if (!isJson(text)) return [{ text, kind: null }];
  const tokens = text.match(token) ?? [];
  const parts: JsonPart[] = [];
  let depth = 0;
  const lineBreak = (): number => parts.push({ text: `\n${'  '.repeat(depth)}`, kind: null });
  for (const [at, current] of tokens.entries()) {
    const [before, after] = [tokens[at - 1] ?? '', tokens[at + 1] ?? ''];
    const opens = current === '{' || current === '[';
    const closes = current === '}' || current === ']';
    if (closes) {
      depth -= 1;
      if (before !== '{' && before !== '[') lineBreak();
    }
    parts.push({ text: current, kind: kindOf(current, after) });
    if (opens) depth += 1;
    if (current === ',' || (opens && after !== '}' && after !== ']')) lineBreak();
    if (current === ':') parts.push({ text: ' ', kind: null });
  }
  return parts;
}

function kindOf(text: string, after: string): JsonKind {
  if (/^[{}[\],:]$/.test(text)) return 'punctuation';
  if (text.startsWith('"')) return after === ':' ? 'key' : 'string';
  return /^[-\d]/.test(text) ? 'number' : 'constant';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
