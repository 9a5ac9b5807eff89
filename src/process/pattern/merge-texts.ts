// Merges masked texts into patterns: Drain (He, Zhu, Zheng and Lyu, "Drain: An Online Log Parsing Approach with Fixed Depth Tree",
// ICWS 2017). As there, a tree of fixed depth leads to the candidates and a share of equal words decides. Differs from the paper:
// the first level is the whole structure (number of parts, delimiters, JSON keys) instead of the number of words; the second the
// kinds that JSON names and the words of severity instead of the first words; every text in a JSON value must be similar by itself;
// and texts come in the order of their frequency instead of their time, so that the result does not depend on the order of events.

import { maskedPartsMax, patternsMax, patternsPerStructureMax } from '../../limits.ts';
import { absorb, addTally, anyText, eventsOf, isAnyText, letVary, type MaskedText } from './masked-text.ts';
import { partKind } from './parts.ts';
import { severityOf } from './severity.ts';

/** Texts are one pattern when more than this share of their words is equal [Drain: st, 0.4 to 0.5]. */
const similarityMin = 0.5;

/** A JSON key with more different values does not name kinds of events after all [Drain: maxChild, 100, for words]. */
const kindsPerKeyMax = 32;

/** Merges new texts into the patterns there are; takes over what it is given. Most events first. */
export function mergeTexts(patterns: readonly MaskedText[], texts: readonly MaskedText[]): MaskedText[] {
  const structures = new Map<string, MaskedText[]>();
  for (const { text, structure } of [...byFrequency(patterns), ...byFrequency(texts)]) {
    const others = structures.get(structure);
    if (others === undefined) structures.set(structure, [text]);
    else others.push(text);
  }
  return limitPatterns(byFrequency([...structures.values()].flatMap(mergeStructure)).map(({ text }) => text));
}

interface Placed {
  readonly text: MaskedText;
  readonly structure: string;
}

/** Most events first; ties by what is constant in the text, so that the order does not depend on that of the events. */
function byFrequency(texts: readonly MaskedText[]): readonly Placed[] {
  return texts
    .map((text) => ({
      text,
      structure: structureOf(text),
      events: eventsOf(text),
      words: text.words.join(' '),
    }))
    .sort((a, b) => b.events - a.events || compare(a.structure, b.structure) || compare(a.words, b.words));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first level of the tree. Words and masked words of running text share a place. */
function structureOf({ literals, kinds }: MaskedText): string {
  // With their lengths, so that no literal can look like two.
  return literals
    .map((literal, index) => `${literal.length} ${literal}${placeOf(kinds[index] ?? 0)}`)
    .join('');
}

const bits = (...kinds: readonly number[]): number => kinds.reduce((all, kind) => all | (1 << kind), 0);
const runningText = bits(partKind.word, partKind.masked, partKind.number, partKind.time);
const jsonString = bits(partKind.value, partKind.escapedValue);
const kindOnly = bits(partKind.kind);

function placeOf(kinds: number): string {
  if ((kinds & runningText) !== 0) return 'w';
  return (kinds & jsonString) !== 0 ? 's' : String(kinds);
}

/** Merges texts of one structure, in the order given. */
function mergeStructure(texts: readonly MaskedText[]): readonly MaskedText[] {
  releaseKinds(texts);
  const patterns: MaskedText[] = [];
  const branches = new Map<string, MaskedText[]>();
  for (const text of texts) {
    const name = branchOf(text);
    const branch = branches.get(name) ?? [];
    const best = mostSimilar(branch, text);
    if (best !== undefined) absorb(best, text);
    else if (patterns.length < patternsPerStructureMax) {
      patterns.push(text);
      branches.set(name, [...branch, text]);
    } else absorb(withoutWords(patterns), text);
  }
  return patterns;
}

/** Lets the values of a key vary that has too many of them to name kinds. */
function releaseKinds(texts: readonly MaskedText[]): void {
  for (const [index, kinds] of (texts[0]?.kinds ?? []).entries()) {
    if (kinds !== kindOnly) continue;
    const names = new Set(texts.map(({ words }) => words[index] ?? null));
    if (names.size <= kindsPerKeyMax && !names.has(null)) continue;
    for (const text of texts) if (text.words[index] !== null) letVary(text, index);
  }
}

/** The second level of the tree: kinds never merge, and an error never with what is none. */
function branchOf({ words, kinds }: MaskedText): string {
  // Most texts have no word of severity: asked once instead of for each word.
  const severe = severityOf(words.join(' ')) !== 'INFO';
  let branch = '';
  for (const [index, word] of words.entries()) {
    if (word === null) continue;
    const decides = kinds[index] === kindOnly || (severe && severityOf(word) !== 'INFO');
    if (decides) branch += `${index} ${word}\u0001`;
  }
  return branch;
}

function mostSimilar(patterns: readonly MaskedText[], text: MaskedText): MaskedText | undefined {
  let best: MaskedText | undefined;
  let bestSimilarity = similarityMin;
  for (const pattern of patterns) {
    const similarity = similarityOf(pattern, text);
    if (similarity > bestSimilarity) [best, bestSimilarity] = [pattern, similarity];
  }
  return best;
}

/** The share of equal words in the run of words where it is lowest. Parts that vary in both texts do not count. */
function similarityOf(a: MaskedText, b: MaskedText): number {
  let lowest = 1;
  let run = -1;
  let words = 0;
  let equal = 0;
  for (let index = 0; index < a.words.length; index++) {
    const word = a.words[index];
    const other = b.words[index];
    if ((word === null && other === null) || a.kinds[index] === kindOnly) continue;
    if (a.runs[index] !== run) {
      if (words > 0) lowest = Math.min(lowest, equal / words);
      if (lowest <= similarityMin) return 0;
      run = a.runs[index] ?? 0;
      words = 0;
      equal = 0;
    }
    words++;
    if (word === other) equal++;
  }
  return words > 0 ? Math.min(lowest, equal / words) : lowest;
}

/** The pattern of a structure in which every word varies: there are too many others. */
function withoutWords(patterns: readonly MaskedText[]): MaskedText {
  const pattern =
    patterns.find(({ words }) => words.every((word) => word === null)) ?? (patterns.at(-1) as MaskedText);
  for (const [index, word] of pattern.words.entries()) if (word !== null) letVary(pattern, index);
  return pattern;
}

/** Keeps the most frequent patterns and gathers the others in one that is any text. */
function limitPatterns(patterns: readonly MaskedText[]): MaskedText[] {
  const own = patterns.filter((pattern) => !isAnyText(pattern));
  let parts = 0;
  const kept = own.filter(({ words }, rank) => {
    parts += words.length;
    return rank < patternsMax - 1 && parts <= maskedPartsMax;
  });
  if (kept.length === own.length) return [...patterns];
  const gathered = patterns.find(isAnyText) ?? anyText();
  const keeps = new Set(kept);
  for (const pattern of own) if (!keeps.has(pattern)) addTally(gathered.tally, pattern.tally);
  return [...kept, gathered];
}
