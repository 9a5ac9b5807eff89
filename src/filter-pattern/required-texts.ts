// Texts without which no event can match: whoever has many events looks for these first, in SQL or in memory, and runs the pattern over
// the few that are left. Never more than what is certain: an event that lacks them does not match.

import { literalRuns } from './compile-regex.ts';
import type { Comparison, Condition, FilterPattern, JsonTest, Regex, Term } from './pattern.ts';

/** An event must have one of these. */
export type AnyOf = readonly string[];

/** All of these must hold for an event that matches. Empty: nothing can be said. */
export function requiredTexts(pattern: FilterPattern): readonly AnyOf[] {
  switch (pattern.kind) {
    case 'terms':
      return [
        ...pattern.required.flatMap((term) => ofTexts(termTexts(term))),
        ...ofOptional(pattern.optional),
      ];
    case 'json':
      return ofCondition(pattern.condition, ofJsonTest);
    case 'columns':
      return pattern.columns.flatMap(({ condition }) =>
        condition === null ? [] : ofCondition(condition, (test) => ofTexts(comparedTexts(test))),
      );
  }
}

/** Each of the texts that are not empty. */
const ofTexts = (texts: readonly string[]): readonly AnyOf[] =>
  texts.filter((text) => text !== '').map((text) => [text]);

function termTexts(term: Term): readonly string[] {
  return term.kind === 'text' ? [term.text] : regexTexts(term.regex);
}

function ofOptional(terms: readonly Term[]): readonly AnyOf[] {
  const longest = terms.map((term) => longestOf(termTexts(term)));
  return longest.length === 0 || longest.includes('') ? [] : [longest];
}

function ofCondition<Test>(
  condition: Condition<Test>,
  ofTest: (test: Test) => readonly AnyOf[],
): readonly AnyOf[] {
  if (condition.kind === 'test') return ofTest(condition.test);
  const parts = condition.parts.map((part) => ofCondition(part, ofTest));
  if (condition.kind === 'and') return parts.flat();
  // Whichever part holds, one requirement of it does.
  if (parts.some((part) => part.length === 0)) return [];
  return [[...new Set(parts.flatMap((part) => part.reduce(stricter)))]];
}

/** The one whose text is longer, and so rarer; what stands behind it is the escape. */
const stricter = (one: AnyOf, other: AnyOf): AnyOf =>
  (other[0]?.length ?? 0) > (one[0]?.length ?? 0) ? other : one;

/** JSON may write any character as an escape, such as \u0041: a message that has one is left to the pattern. */
const unicodeEscape = '\\u';
/** These are always escaped, or may be. */
const writtenAsIs = /[^"\\/\p{Cc}]+/gu;

function ofJsonTest({ selector, is }: JsonTest): readonly AnyOf[] {
  if (is.kind === 'not-exists') return [];
  const keys = selector.flatMap((step) => (step.kind === 'key' ? [step.key] : []));
  const values = is.kind === 'compare' ? comparedTexts(is) : [];
  const texts = [...keys.map(keyText), ...values.map(partAsIs)];
  return texts.filter((text) => text !== '').map((text) => [text, unicodeEscape]);
}

const partAsIs = (text: string): string => longestOf(text.match(writtenAsIs) ?? []);

/** With its quotes, so that no value is taken for it. */
function keyText(key: string): string {
  const part = partAsIs(key);
  return part === key && key !== '' ? `"${key}"` : part;
}

/** What a value that is equal has in it. Of a number nothing: 404 may be written 4.04e2. */
function comparedTexts({ operator, operand }: Comparison): readonly string[] {
  if (operator !== '=' || operand.kind === 'number') return [];
  return operand.kind === 'text' ? operand.parts : regexTexts(operand.regex);
}

function regexTexts({ alternatives }: Regex): readonly string[] {
  const [sequence, ...more] = alternatives;
  return sequence === undefined || more.length > 0 ? [] : literalRuns(sequence);
}

const longestOf = (texts: readonly string[]): string =>
  texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
