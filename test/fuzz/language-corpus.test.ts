// Every published query parses, or is refused for a reason that is written down here: a command or function that does not
// run yet, or a mistake that AWS, as far as we know, refuses as well.

import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { publishedQueries } from './language-corpus.ts';

const reasons = {
  fragment: 'a piece of prose that begins with a pipe',
  quotedPath: 'a part of a path in quotes instead of backticks',
  starCount: 'fewer names than stars',
  noStats: 'aggregates without the word stats (the service was seen to reject it)',
  lostNames: 'the names of the groups got lost in publishing: (?\\S+)',
  unclosed: 'a parenthesis or a regular expression that is never closed',
  foreign: 'words of another language: contains, count(distinct x), count(*) filter …',
  typo: 'a slip: field for fields, HitCountby, desciii, =* and the like',
  incomplete:
    'something is missing: sort without a field, unnest without a name, a bare period as group, a text without quotes',
  prose: 'a sentence that begins with a command word',
  accountPair: 'an account written as a name and a value',
  doubledBackslash: 'one backslash too many, so that the slash behind it ends the expression',
} as const;

const refused: Readonly<Record<keyof typeof reasons, readonly number[]>> = {
  fragment: [50, 51, 52, 53, 54, 265, 266, 442, 448, 683, 915, 916, 917, 1069, 1070, 1120],
  quotedPath: [139, 141, 143, 146, 151, 156],
  starCount: [99, 100, 101, 1498],
  noStats: [750, 1399, 1580, 1581, 1582, 1583, 1584, 1585, 1586, 1587, 1588],
  lostNames: [581, 582],
  unclosed: [40, 588],
  foreign: [170, 171, 1005, 1006, 1008, 1009, 1010, 1011, 1322],
  typo: [93, 394, 1521],
  incomplete: [676, 883, 1076, 1143],
  prose: [649],
  accountPair: [1109],
  doubledBackslash: [1437],
};
const codes: Readonly<Record<keyof typeof reasons, readonly string[]>> = {
  fragment: ['leading-pipe'],
  quotedPath: ['unexpected-symbol'],
  starCount: ['capture-count'],
  noStats: ['missing-stats', 'unknown-command'],
  lostNames: ['invalid-regex'],
  unclosed: ['unexpected-symbol', 'unterminated-regex'],
  foreign: ['unexpected-symbol'],
  typo: ['unknown-command', 'unexpected-symbol'],
  incomplete: ['unexpected-symbol'],
  prose: ['not-indexable', 'unexpected-symbol'],
  accountPair: ['unexpected-symbol'],
  doubledBackslash: ['unexpected-symbol'],
};
const reasonById = new Map(
  Object.entries(refused).flatMap(([reason, ids]) => ids.map((id) => [id, reason as keyof typeof reasons])),
);

describe.runIf(publishedQueries.length > 0)('the published queries', () => {
  const parsed = publishedQueries.map(({ id, query }) => {
    const errors = parse(query).diagnostics.filter(({ severity }) => severity === 'error');
    const unsupported = errors.filter(({ code }) => code.startsWith('unsupported-'));
    const mistakes = errors.filter((error) => !unsupported.includes(error));
    return {
      id,
      unsupported: unsupported.map(({ message }) => message),
      codes: mistakes.map(({ code }) => code),
    };
  });

  it('hold a mistake only where one is listed, and of the kind that is listed', () => {
    const unexpected = parsed.filter(({ id, codes: found }) => {
      const reason = reasonById.get(id);
      if (reason === undefined) return found.length > 0;
      return found.length === 0 || found.some((code) => !codes[reason].includes(code));
    });
    expect(unexpected).toEqual([]);
  });

  it('use, of what does not run yet, these', () => {
    const counts = new Map<string, number>();
    for (const name of parsed.flatMap(({ unsupported }) => unsupported.map(nameIn))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(Object.fromEntries([...counts].sort(([, few], [, many]) => many - few))).toEqual({
      isIpv4InSubnet: 1,
    });
  });

  it('run in their large majority', () => {
    const clean = parsed.filter(({ unsupported, codes: found }) => unsupported.length + found.length === 0);
    expect(clean.length).toBe(746);
  });
});

/** The word in backticks that a refusal is about. */
function nameIn(message: string): string {
  return /`([^`]+)`/.exec(message)?.[1] ?? message;
}
