// Texts without which no event can match: whoever has many events looks for these first, in SQL or in memory, and runs the pattern over
// the few that are left. Never more than what is certain: an event that lacks them does not match.

import { literalRuns } from './compile-regex.ts';
import type { Comparison, Condition, FilterPattern, JsonTest, Regex, Term } from './pattern.ts';

/** An event must have one of these. */
export type AnyOf = readonly string[];

/** All of these hold for an event that matches. Empty: nothing can be said. */
type Needs = readonly AnyOf[];

/** What an event has that has a text. */
type NeedsOfText = (text: string) => Needs;

/** All of these must hold for an event that matches. Empty: nothing can be said. */
export function requiredTexts(pattern: FilterPattern): readonly AnyOf[] {
  switch (pattern.kind) {
    case 'terms':
      return [...pattern.required.flatMap(ofTerm), ...either(pattern.optional.map(ofTerm))];
    case 'json':
      return ofCondition(pattern.condition, ofJsonTest);
    case 'columns':
      return pattern.columns.flatMap(({ condition }) =>
        condition === null ? [] : ofCondition(condition, (test) => ofComparison(test, asItIs)),
      );
  }
}

const asItIs: NeedsOfText = (text) => (text === '' ? [] : [[text]]);

function ofTerm(term: Term): Needs {
  return term.kind === 'text' ? asItIs(term.text) : ofRegex(term.regex, asItIs);
}

/** What is needed where one of several must hold, each with its own needs: of each the need that says most. */
function either(parts: readonly Needs[]): Needs {
  if (parts.length === 0 || parts.some((part) => part.length === 0)) return [];
  return [[...new Set(parts.flatMap((part) => part.reduce(stricter)))]];
}

/** The one whose text is longer, and so rarer; what stands behind it is the escape. */
const stricter = (one: AnyOf, other: AnyOf): AnyOf =>
  (other[0]?.length ?? 0) > (one[0]?.length ?? 0) ? other : one;

function ofCondition<Test>(condition: Condition<Test>, ofTest: (test: Test) => Needs): Needs {
  if (condition.kind === 'test') return ofTest(condition.test);
  const parts = condition.parts.map((part) => ofCondition(part, ofTest));
  return condition.kind === 'and' ? parts.flat() : either(parts);
}

/** Of a value that is equal to a number nothing is known: 404 may be written 4.04e2. */
function ofComparison({ operator, operand }: Comparison, ofText: NeedsOfText): Needs {
  if (operator !== '=' || operand.kind === 'number') return [];
  return operand.kind === 'text' ? operand.parts.flatMap(ofText) : ofRegex(operand.regex, ofText);
}

function ofRegex({ alternatives }: Regex, ofText: NeedsOfText): Needs {
  const parts = alternatives.map((sequence) => literalRuns(sequence).flatMap(ofText));
  return parts.length === 1 ? parts.flat() : either(parts);
}

function ofJsonTest({ selector, is }: JsonTest): Needs {
  if (is.kind === 'not-exists') return [];
  const keys = selector.flatMap((step) => (step.kind === 'key' ? ofKey(step.key) : []));
  return is.kind === 'compare' ? [...keys, ...ofComparison(is, inJson)] : keys;
}

/** JSON may write any character as an escape, such as \u0041: a message that has one is left to the pattern. */
const unicodeEscape = '\\u';
/** The others are always escaped, or may be. */
const writtenAsIs = /[^"\\/\p{Cc}]+/gu;

const inJson: NeedsOfText = (text) => {
  const longest = (text.match(writtenAsIs) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest === '' ? [] : [[longest, unicodeEscape]];
};

/** With its quotes, where nothing in it is escaped, so that no value is taken for it. */
function ofKey(key: string): Needs {
  return key !== '' && key.match(writtenAsIs)?.[0] === key ? [[`"${key}"`, unicodeEscape]] : inJson(key);
}
