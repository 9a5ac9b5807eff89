// Runs a regular expression over a text, all its possible matches side by side: the time is at most the length of the text times the
// size of the expression, whatever either looks like (a backtracking engine takes hours for some).

import type { CharacterSet, Regex, RegexSequence } from './pattern.ts';

/** Whether a text has a match in it. */
export type TextTest = (text: string) => boolean;

export function compileRegex(regex: Regex): TextTest {
  const literal = literalOf(regex);
  if (literal !== null) return (text) => text.includes(literal);
  const program = new Program(regex);
  return (text) => program.matches(text);
}

/** Of an expression that is nothing but a text. */
function literalOf({ alternatives }: Regex): string | null {
  const [sequence, ...more] = alternatives;
  if (sequence === undefined || more.length > 0 || sequence.atStart || sequence.atEnd) return null;
  const runs = literalRuns(sequence);
  return runs.length === 1 && runs[0]?.length === sequence.items.length ? (runs[0] ?? null) : null;
}

/** Texts that stand in every match of a sequence: its characters that occur once, side by side. */
export function literalRuns({ items }: RegexSequence): readonly string[] {
  const runs: string[] = [];
  let open = false;
  for (const { characters, least, most } of items) {
    const char = singleCharacter(characters);
    const once = char !== null && least === 1 && most === 1;
    if (once) runs.push(open ? (runs.pop() ?? '') + char : char);
    open = once;
  }
  return runs;
}

function singleCharacter({ ranges, others }: CharacterSet): string | null {
  const [range, ...more] = ranges;
  if (others || range === undefined || more.length > 0 || range[0] !== range[1]) return null;
  return String.fromCharCode(range[0]);
}

/** Characters beyond ASCII are one kind. */
const kinds = 129;
const otherKind = 128;

/** What one place takes: a character of the set leads to the next place, or back to this one when it repeats. */
interface Place {
  readonly takes: Uint8Array;
  readonly skippable: boolean;
  readonly repeats: boolean;
}

/** The places of all alternatives, one after another, each alternative ending in a place that takes nothing. */
class Program {
  readonly #takes: Uint8Array;
  readonly #skippable: Uint8Array;
  readonly #repeats: Uint8Array;
  /** 1: a match; 2: a match when the text ends here. */
  readonly #accepts: Uint8Array;
  readonly #anchoredStarts: readonly number[];
  readonly #floatingStarts: readonly number[];
  /** What a match that is not anchored may begin with, by kind. */
  readonly #beginnings = new Uint8Array(kinds);
  /** Places where a match stands: members of a set that is emptied by counting on, for more than 2^32 characters. */
  readonly #marks: Float64Array;
  #round = 0;
  #now: Int32Array;
  #next: Int32Array;
  #nowCount = 0;
  #nextCount = 0;

  constructor({ alternatives }: Regex) {
    const places: (Place | 'end' | 'text-end')[] = [];
    const starts: { at: number; anchored: boolean }[] = [];
    for (const sequence of alternatives) {
      starts.push({ at: places.length, anchored: sequence.atStart });
      places.push(...placesOf(sequence), sequence.atEnd ? 'text-end' : 'end');
    }
    const count = places.length;
    const flags = (flag: (place: Place) => boolean): Uint8Array =>
      Uint8Array.from(places, (place) => (typeof place === 'object' && flag(place) ? 1 : 0));
    this.#takes = new Uint8Array(count * kinds);
    for (const [at, place] of places.entries())
      if (typeof place === 'object') this.#takes.set(place.takes, at * kinds);
    this.#skippable = flags(({ skippable }) => skippable);
    this.#repeats = flags(({ repeats }) => repeats);
    this.#accepts = Uint8Array.from(places, (place) => (place === 'end' ? 1 : place === 'text-end' ? 2 : 0));
    this.#anchoredStarts = starts.filter(({ anchored }) => anchored).map(({ at }) => at);
    this.#floatingStarts = starts.filter(({ anchored }) => !anchored).map(({ at }) => at);
    this.#marks = new Float64Array(count);
    this.#now = new Int32Array(count);
    this.#next = new Int32Array(count);
    for (const start of this.#floatingStarts) this.#noteBeginnings(start);
  }

  #noteBeginnings(start: number): void {
    for (let place = start; ; place++) {
      for (let kind = 0; kind < kinds; kind++)
        if (this.#takes[place * kinds + kind] === 1) this.#beginnings[kind] = 1;
      if (this.#skippable[place] === 0) return;
    }
  }

  matches(text: string): boolean {
    this.#nextCount = 0;
    this.#round++;
    let matched = this.#enter(this.#anchoredStarts);
    for (let at = 0; at <= text.length; at++) {
      if (!matched && this.#nextCount === 0) at = this.#nextBeginning(text, at);
      matched = this.#enter(this.#floatingStarts) || matched;
      if (matched) return true;
      [this.#now, this.#next] = [this.#next, this.#now];
      this.#nowCount = this.#nextCount;
      this.#nextCount = 0;
      this.#round++;
      if (at === text.length) break;
      const code = text.charCodeAt(at);
      // A character of two units is one: its second unit is passed over.
      if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1))) at++;
      matched = this.#advance(Math.min(code, otherKind));
    }
    return this.#acceptsAtEnd();
  }

  /** Where a match may begin, from a place on that no match stands at. */
  #nextBeginning(text: string, from: number): number {
    if (this.#floatingStarts.length === 0) return text.length;
    let at = from;
    while (at < text.length && this.#beginnings[Math.min(text.charCodeAt(at), otherKind)] === 0) at++;
    return at;
  }

  #enter(starts: readonly number[]): boolean {
    let matched = false;
    for (const start of starts) matched = this.#reach(start) || matched;
    return matched;
  }

  #advance(kind: number): boolean {
    let matched = false;
    for (let i = 0; i < this.#nowCount; i++) {
      const place = this.#now[i] ?? 0;
      if (this.#takes[place * kinds + kind] === 0) continue;
      matched = this.#reach(this.#repeats[place] === 1 ? place : place + 1) || matched;
    }
    return matched;
  }

  /** Adds a place and those behind it that need no character; whether one of them is a match. */
  #reach(from: number): boolean {
    for (let place = from; this.#marks[place] !== this.#round; place++) {
      if (this.#accepts[place] === 1) return true;
      this.#marks[place] = this.#round;
      this.#next[this.#nextCount++] = place;
      if (this.#skippable[place] === 0) return false;
    }
    return false;
  }

  #acceptsAtEnd(): boolean {
    for (let i = 0; i < this.#nowCount; i++) if (this.#accepts[this.#now[i] ?? 0] === 2) return true;
    return false;
  }
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

function placesOf({ items }: RegexSequence): readonly Place[] {
  return items.flatMap(({ characters, least, most }) => {
    const takes = kindsOf(characters);
    const needed: Place[] = Array.from({ length: least }, () => ({
      takes,
      skippable: false,
      repeats: false,
    }));
    if (most === Number.POSITIVE_INFINITY) return [...needed, { takes, skippable: true, repeats: true }];
    const more = Array.from({ length: most - least }, () => ({ takes, skippable: true, repeats: false }));
    return [...needed, ...more];
  });
}

function kindsOf({ ranges, others }: CharacterSet): Uint8Array {
  const takes = new Uint8Array(kinds);
  for (const [from, to] of ranges) takes.fill(1, from, to + 1);
  takes[otherKind] = others ? 1 : 0;
  return takes;
}
