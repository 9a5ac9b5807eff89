// Terraform files as nodes: blocks, attributes, lists, objects, texts and heredocs. A block `resource "type" "name"` becomes nested
// maps, as in Terraform's own JSON form. Calls that leave a text or an object as it is are looked through; `join` becomes
// `Fn::Join`; everything else is computed and not known here. Reads what is there and never fails: Terraform itself checks it.

import { bracesEnd } from './holes.ts';
import type { LocatedText } from './located-text.ts';
import type { Node } from './node.ts';
import { fromHex } from './scalar-text.ts';

export function readTerraform(text: string): Node {
  return new Reader(text).body(0);
}

type Entry = readonly [key: string, value: Node];

/** Functions whose result reads as their only argument does. */
const transparent = new Set(['jsonencode', 'yamlencode', 'trimspace', 'chomp']);

const blankOrComment = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const blankInLine = /(?:[^\S\n]+|\/\*[\s\S]*?\*\/)+/y;
const comment = /#[^\n]*|\/\/[^\n]*/y;
const identifier = /[A-Za-z_][\w-]*/y;
const heredocStart = /<<(-?)([A-Za-z_][\w-]*)[^\S\n]*\r?\n/y;

/** Deeper nesting is not looked into. */
const depthMax = 100;

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Attributes and blocks, up to the brace that closes them. */
  body(offset: number): Node {
    const entries: Entry[] = [];
    for (;;) {
      this.#match(blankOrComment);
      if (this.#at >= this.#text.length || this.#takes('}')) return { kind: 'map', entries, offset };
      const entry = this.#attributeOrBlock();
      if (entry !== undefined) entries.push(entry);
    }
  }

  #attributeOrBlock(): Entry | undefined {
    const offset = this.#at;
    const name = this.#match(identifier);
    if (name === undefined) {
      this.#skip(false);
      this.#at += this.#at === offset ? 1 : 0;
      return undefined;
    }
    const labels = this.#labels();
    this.#match(blankInLine);
    if (labels.length === 0 && this.#takes('=')) return [name, this.#expression(false)];
    if (!this.#takes('{')) return undefined;
    const body = this.#deeper(() => this.body(offset), offset);
    const nested = labels.reduceRight<Node>(
      (inner, label) => ({ kind: 'map', entries: [[label, inner]], offset }),
      body,
    );
    return [name, nested];
  }

  #labels(): readonly string[] {
    const labels: string[] = [];
    for (;;) {
      this.#match(blankInLine);
      const label = this.#text[this.#at] === '"' ? this.#string().text : this.#match(identifier);
      if (label === undefined) return labels;
      labels.push(label);
    }
  }

  /** `lines`: a line break does not end it, as between parentheses and square brackets. */
  #expression(lines: boolean): Node {
    this.#match(lines ? blankOrComment : blankInLine);
    const offset = this.#at;
    const value = this.#deeper(() => this.#primary(offset), offset);
    const known = this.#skip(lines);
    return known ? value : { kind: 'other', offset };
  }

  #primary(offset: number): Node {
    if (this.#text[this.#at] === '"') return { kind: 'text', value: this.#string() };
    const heredoc = this.#heredoc();
    if (heredoc !== undefined) return { kind: 'text', value: heredoc };
    if (this.#takes('{')) return this.#object(offset);
    if (this.#takes('[')) return { kind: 'list', items: this.#list(']'), offset };
    if (this.#takes('(')) return this.#list(')')[0] ?? { kind: 'other', offset };
    const name = this.#match(identifier);
    if (name !== undefined && this.#takes('(')) return call(name, this.#list(')'), offset);
    return { kind: 'other', offset };
  }

  #list(closer: string): readonly Node[] {
    const items: Node[] = [];
    for (;;) {
      this.#match(blankOrComment);
      if (this.#at >= this.#text.length || this.#takes(closer)) return items;
      const before = this.#at;
      items.push(this.#expression(true));
      this.#takes(',');
      if (this.#at === before) this.#at += 1;
    }
  }

  #object(offset: number): Node {
    const entries: Entry[] = [];
    for (;;) {
      this.#match(blankOrComment);
      if (this.#at >= this.#text.length || this.#takes('}')) return { kind: 'map', entries, offset };
      const before = this.#at;
      const key = this.#text[this.#at] === '"' ? this.#string().text : this.#match(identifier);
      this.#match(blankInLine);
      if (key !== undefined && (this.#takes('=') || this.#takes(':')))
        entries.push([key, this.#expression(false)]);
      else this.#skip(false);
      this.#takes(',');
      if (this.#at === before) this.#at += 1;
    }
  }

  /** Passes over the rest of an expression; true when there was none, so that its first part is all of it. */
  #skip(lines: boolean): boolean {
    let nothing = true;
    for (;;) {
      if (this.#match(lines ? blankOrComment : blankInLine) !== undefined) continue;
      if (this.#match(comment) !== undefined) continue;
      const char = this.#text[this.#at];
      if (char === undefined || ',)]}'.includes(char) || char === '\n') return nothing;
      nothing = false;
      if (char === '"') this.#string();
      else if (this.#takes('(')) this.#list(')');
      else if (this.#takes('[')) this.#list(']');
      else if (this.#takes('{')) this.#object(this.#at);
      else if (this.#heredoc() === undefined) this.#at += 1;
    }
  }

  #deeper(read: () => Node, offset: number): Node {
    if (this.#depth >= depthMax) {
      this.#at = this.#text.length;
      return { kind: 'other', offset };
    }
    this.#depth += 1;
    const node = read();
    this.#depth -= 1;
    return node;
  }

  /** A text in quotes; interpolations in it stay as they are written. */
  #string(): LocatedText {
    const offsets: number[] = [];
    let text = '';
    let at = this.#at + 1;
    const push = (units: string, width: number): void => {
      for (const unit of units.split('')) {
        text += unit;
        offsets.push(at);
      }
      at += width;
    };
    for (let char = this.#text[at]; char !== undefined && char !== '"'; char = this.#text[at]) {
      const opens = (char === '$' || char === '%') && this.#text[at + 1] === '{';
      const end = opens ? bracesEnd(this.#text, at + 1) : undefined;
      if (end !== undefined) while (at < end) push(this.#text[at] ?? '', 1);
      else if (char === '\\') push(...escapeAt(this.#text, at));
      else push(char, 1);
    }
    this.#at = at + 1;
    return { text, offsets: [...offsets, at] };
  }

  /** `<<EOF` or, with the common indentation taken off, `<<-EOF`. */
  #heredoc(): LocatedText | undefined {
    heredocStart.lastIndex = this.#at;
    const found = heredocStart.exec(this.#text);
    if (found === null) return undefined;
    const [, dash = '', marker = ''] = found;
    const start = heredocStart.lastIndex;
    const end = new RegExp(`^[^\\S\\n]*${marker}[^\\S\\n]*\\r?$`, 'm').exec(this.#text.slice(start));
    const close = start + (end?.index ?? this.#text.length - start);
    this.#at = close + (end?.[0].trimEnd().length ?? 0);
    return withoutIndent(this.#text, start, close, dash === '-');
  }

  #takes(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

function call(name: string, items: readonly Node[], offset: number): Node {
  const [first] = items;
  if (transparent.has(name) && first !== undefined && items.length === 1) return first;
  if (name !== 'join') return { kind: 'other', offset };
  return { kind: 'map', entries: [['Fn::Join', { kind: 'list', items, offset }]], offset };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What the escape at an offset means, and how many characters it has. */
function escapeAt(text: string, at: number): readonly [units: string, width: number] {
  const letter = text[at + 1] ?? '';
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  if (digits > 0) return [fromHex(text.slice(at + 2, at + 2 + digits)), 2 + digits];
  return [escapes[letter] ?? letter, 2];
}

function withoutIndent(text: string, start: number, end: number, indented: boolean): LocatedText {
  const lines = text.slice(start, end).split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = indented ? Math.min(...indents, end - start) : 0;
  const offsets: number[] = [];
  let lineStart = start;
  const kept = lines.map((line, index) => {
    const from = Math.min(indent, line.length);
    const width = line.length + (index < lines.length - 1 ? 1 : 0);
    for (let at = lineStart + from; at < lineStart + width; at += 1) offsets.push(at);
    lineStart += width;
    return line.slice(from);
  });
  return { text: kept.join('\n'), offsets: [...offsets, end] };
}
