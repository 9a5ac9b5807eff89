// A filter pattern ready to run: compiled once, asked for every event.

import { compileColumns } from './compile-columns.ts';
import { compileJson } from './compile-json.ts';
import { compileRegex, type TextTest } from './compile-regex.ts';
import { FilterPatternRejected } from './mistake.ts';
import { parseFilterPattern } from './parse-filter-pattern.ts';
import type { FilterPattern, Term, TermsPattern } from './pattern.ts';
import { type AnyOf, requiredTexts } from './required-texts.ts';

export interface CompiledFilterPattern {
  matches(message: string): boolean;
  /**
   * What TestMetricFilter shows of an event that matches, null of one that does not: the columns of a space-delimited pattern by
   * `$name` or `$number`, nothing for other patterns.
   */
  extract(message: string): Readonly<Record<string, string>> | null;
  /** An event that matches has, of each of these lists, one text at least. */
  readonly requiredTexts: readonly AnyOf[];
  /** Whether every event matches. */
  readonly matchesAll: boolean;
}

/** Throws FilterPatternRejected. */
export function compileFilterPattern(text: string): CompiledFilterPattern {
  const { pattern, mistake } = parseFilterPattern(text);
  if (mistake !== null) throw new FilterPatternRejected(mistake);
  const required = requiredTexts(pattern);
  const mayMatch: TextTest = (message) =>
    required.every((texts) => texts.some((each) => message.includes(each)));
  if (pattern.kind === 'columns') {
    const columns = compileColumns(pattern);
    const extract: CompiledFilterPattern['extract'] = (message) =>
      mayMatch(message) ? columns(message) : null;
    return {
      matches: (message) => extract(message) !== null,
      extract,
      requiredTexts: required,
      matchesAll: false,
    };
  }
  const holds = pattern.kind === 'json' ? compileJson(pattern) : compileTerms(pattern);
  const matches: TextTest = (message) => mayMatch(message) && holds(message);
  return {
    matches,
    extract: (message) => (matches(message) ? {} : null),
    requiredTexts: required,
    matchesAll: matchesEverything(pattern),
  };
}

function compileTerms({ required, optional, excluded }: TermsPattern): TextTest {
  const [needed, some, none] = [required, optional, excluded].map((terms) => terms.map(termTest)) as [
    TextTest[],
    TextTest[],
    TextTest[],
  ];
  return (message) =>
    needed.every((test) => test(message)) &&
    (some.length === 0 || some.some((test) => test(message))) &&
    !none.some((test) => test(message));
}

function termTest(term: Term): TextTest {
  if (term.kind === 'regex') return compileRegex(term.regex);
  const { text } = term;
  return (message) => message.includes(text);
}

function matchesEverything(pattern: FilterPattern): boolean {
  if (pattern.kind !== 'terms') return false;
  const { required, optional, excluded } = pattern;
  return required.length + optional.length + excluded.length === 0;
}
