// Every rule of the language has a case. The first comment of each query cites what it proves: a section of the reference that
// the project follows (`§3.8`), one of its quirks (`quirk 11`) or open questions (`§8 Q3`), or its appendices (`App. B`).
// Sections state as many rules as stand here, and have at least as many cases; a few are about the service, not the language.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CallExpr } from '../../src/language/ast.ts';
import { functions } from '../../src/language/functions.ts';
import { parse } from '../../src/language/parser.ts';

/** Rules that each section states: points, rows of tables, and sentences with a mark of their own. */
const sections: Readonly<Record<string, number>> = {
  ...{ '1.1': 6, '1.2': 4, '1.3': 9, '1.4': 12, '1.5': 2, '1.6': 9, '1.7': 7, '1.8': 5 },
  ...{ '2.1': 3, '2.2': 9, '2.3': 6, '2.4': 3, '2.5': 3, '2.6': 4, '2.7': 10 },
  ...{
    '3.0': 15,
    '3.1': 8,
    '3.2': 3,
    '3.3': 3,
    '3.4': 3,
    '3.5': 7,
    '3.6': 6,
    '3.7': 16,
    '3.8': 17,
    '3.9': 3,
  },
  ...{ '3.10': 5, '3.11': 3, '3.12': 3, '3.13': 2, '3.14': 5, '3.15': 3, '3.16': 6, '3.17': 3, '3.18': 8 },
  ...{ '3.19': 6, '3.20': 5, '3.21': 7, '3.22': 9, '3.23': 3, '3.24': 6, '3.25': 5, '3.26': 3, '3.27': 5 },
  ...{ '3.28': 3, '3.29': 3, '3.30': 11, '3.31': 8, '3.32': 3, '3.33': 7 },
  ...{ '4.1': 6, '4.2': 7, '4.3': 8, '4.4': 7, '4.5': 7, '4.6': 8, '4.7': 15, '4.8': 14 },
  ...{ '5.2': 12, '5.3': 6, '5.4': 5, '5.5': 5, '6': 12 },
};
/** Told apart from the language: what the API does beside running a query. */
const ofTheService: Readonly<Record<string, string>> = {
  '5.1': 'the life of a started query: queries/query-service.test.ts and test/e2e',
  '5.6': 'neighbouring calls of the API: api/logs and test/e2e',
};
const quirks = 32;
const questions = 24;
const appendices = ['A', 'B'];

/** The beginnings of AWS's own error texts (reference 5.5). */
const errorTexts = [
  'unexpected symbol found ',
  "mismatched input 'count' expecting {K_PARSE, K_SEARCH, K_FIELDS, ",
  "mismatched input '|' expecting K_STATS",
  "token recognition error at: '",
  'Compile Error - Unknown symbols found in or after stats: ',
  'Ephemeral field is already defined: ',
  'Diff compilation Failed : Diff operation has to be used after Pattern',
  'Query cannot be compiled',
  "Log group '",
];

const here = new URL('.', import.meta.url);
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['messages', 'stages'].includes(entry.name))
  .map(({ name }) => name);
const filesWith = (ending: string): readonly { readonly name: string; readonly text: string }[] =>
  folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, here))
      .filter((name) => name.endsWith(ending) && !name.includes('-changed.'))
      .map((name) => ({
        name: `${folder}/${name}`,
        text: readFileSync(new URL(`${folder}/${name}`, here), 'utf8'),
      })),
  );
const queries = filesWith('.ql');

/** The first comment of a query that is no directive (golden-case.ts). */
const ruleOf = (text: string): string => /^# (.+)$/m.exec(text)?.[1] ?? '';

interface Citation {
  readonly sections: readonly string[];
  readonly quirks: readonly number[];
  readonly questions: readonly number[];
  readonly appendices: readonly string[];
}

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** `§3.6, quirk 30: …`, `§7.19: …`, `§8 Q3`, `§2.3 rules 1 and 4`; at the beginning also without the sign: `3.0, 3.5 …`. */
function citation(rule: string): Citation {
  const signed = rule.replace(/^\d\.\d+(?:, \d\.\d+)*/, (plain) => plain.replace(/\d\.\d+/g, '§$&'));
  const cited = [...signed.matchAll(/§([1-7](?:\.\d+)?)/g)].map(([, section = '']) => section);
  const inQuirks = [...rule.matchAll(/quirks? ([\d, and]+)/g)].flatMap(([, numbers = '']) =>
    numbersIn(numbers),
  );
  return {
    sections: cited.filter((section) => !section.startsWith('7')),
    quirks: [
      ...inQuirks,
      ...cited.flatMap((section) => (section.startsWith('7.') ? Number(section.slice(2)) : [])),
    ],
    questions: [...rule.matchAll(/\bQ(\d+)/g)].map(([, number]) => Number(number)),
    appendices: [...rule.matchAll(/App(?:\.|endix) ([AB])/g)].map(([, letter = '']) => letter),
  };
}

const citations = queries.map(({ name, text }) => ({ name, ...citation(ruleOf(text)) }));
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('the rules of the language', () => {
  it('are cited by every case but those of published queries', () => {
    const uncited = citations.filter((one) =>
      [one.sections, one.quirks, one.questions, one.appendices].every((list) => list.length === 0),
    );
    expect(uncited.map(({ name }) => name)).toEqual(['sort/order-by.ql']);
  });

  it.each(Object.entries(sections))('§%s has at least %i cases', (section, rules) => {
    const cases = citations.filter((one) => one.sections.includes(section));
    expect(cases.length).toBeGreaterThanOrEqual(rules);
  });

  it('are all of them sections that are listed', () => {
    const known = new Set([...Object.keys(sections), ...Object.keys(ofTheService), '4']);
    const unknown = citations.filter((one) => one.sections.some((section) => !known.has(section)));
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });

  it('include every quirk, every open question and both appendices', () => {
    const cited = {
      quirks: new Set(citations.flatMap((one) => one.quirks)),
      questions: new Set(citations.flatMap((one) => one.questions)),
      appendices: new Set(citations.flatMap((one) => one.appendices)),
    };
    expect(range(quirks).filter((quirk) => !cited.quirks.has(quirk))).toEqual([]);
    expect(range(questions).filter((question) => !cited.questions.has(question))).toEqual([]);
    expect(appendices.filter((appendix) => !cited.appendices.has(appendix))).toEqual([]);
  });
});

describe('the cases', () => {
  it('are at least 450', () => expect(queries.length).toBeGreaterThanOrEqual(450));

  it('call every function', () => {
    const called = new Set(queries.flatMap(({ text }) => calls(parse(text).query)).map(({ name }) => name));
    expect(functions.map(({ name }) => name).filter((name) => !called.has(name))).toEqual([]);
  });

  it.each(errorTexts)('bring the error %s…', (beginning) => {
    const errors = filesWith('.json').filter(({ text }) =>
      (JSON.parse(text) as { error?: { message?: string } }).error?.message?.startsWith(beginning),
    );
    expect(errors.length).toBeGreaterThan(0);
  });
});

/** Every call of a function in a tree. */
function calls(tree: unknown): readonly CallExpr[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const inner = Object.values(tree).flatMap(calls);
  return 'kind' in tree && tree.kind === 'call' ? [tree as CallExpr, ...inner] : inner;
}
