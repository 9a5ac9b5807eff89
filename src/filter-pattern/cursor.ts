// A place in the text of a filter pattern, and the few moves that the parsers make.

import { FilterPatternRejected } from './mistake.ts';

const space = /\s/;

export class Cursor {
  readonly text: string;
  at = 0;
  /** Regular expressions so far: AWS takes two in one pattern. */
  regexes = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next character; empty at the end. */
  peek(): string {
    return this.text[this.at] ?? '';
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  skipSpaces(): void {
    while (!this.done && space.test(this.peek())) this.at++;
  }

  /** Steps over `token`, after spaces, when it comes next. */
  take(token: string): boolean {
    this.skipSpaces();
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  /** Throws when `token` does not come next. */
  expect(token: string, hint?: string): void {
    if (this.take(token)) return;
    this.refuse(`expected ${token} but found ${this.found}.`, hint);
  }

  /** The longest text from here that the sticky expression matches; empty when it matches none. */
  match(sticky: RegExp): string {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  /** What comes next, for messages. */
  get found(): string {
    if (this.done) return 'the end';
    return `'${String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)}'`;
  }

  /** Throws about the characters from `start`, by default the one that comes next, up to here. */
  refuse(message: string, hint?: string, start = this.at): never {
    const end = Math.min(start === this.at ? this.at + 1 : this.at, this.text.length);
    throw new FilterPatternRejected({ message, start, end, ...(hint === undefined ? {} : { hint }) });
  }
}
