// Filter patterns of any kind: parsing never throws, what is looked for first never hides an event, and the regular expressions find what
// JavaScript's find.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilterPattern, parseFilterPattern } from '../../src/filter-pattern/index.ts';

const runs = { numRuns: 2_000 };
const long = { numRuns: 50 };

/** Characters that mean something to one of the three kinds of patterns. */
const piece = fc.constantFrom(
  ...'{}[]()%"\'$.*?-+=!<>&|,\\ ^_#@/;:0aEé\n\u0000😀',
  '$.a',
  '= "x"',
  ' && ',
  '...',
  'IS NULL',
  'NOT EXISTS',
  '%a+%',
);
const anyPattern = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 20 }).map((pieces) => `{ ${pieces.join('')} }`),
  fc.array(piece, { maxLength: 20 }).map((pieces) => `[${pieces.join('')}]`),
  fc.array(piece, { maxLength: 12 }).map((pieces) => `%${pieces.join('')}%`),
);

/** Parses, and the mistake lies inside of the text. */
function parses(text: string): void {
  const { mistake } = parseFilterPattern(text);
  if (mistake === null) return;
  expect(mistake.start).toBeGreaterThanOrEqual(0);
  expect(mistake.start).toBeLessThanOrEqual(mistake.end);
  expect(mistake.end).toBeLessThanOrEqual(text.length);
}

describe('any text at all', () => {
  it('is a pattern, or refused with a place in it', () => {
    fc.assert(fc.property(anyPattern, parses), runs);
  });

  it('is refused without delay when it has 10,000 characters', () => {
    const text = fc.string({ unit: 'binary', minLength: 10_000, maxLength: 10_000 });
    fc.assert(fc.property(text, parses), long);
    const dense = fc.array(piece, { minLength: 10_000, maxLength: 10_000 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(dense, parses), long);
  });

  it('can be matched with any message', () => {
    const message = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.json({ maxDepth: 3 }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    const property = fc.property(anyPattern, message, (text, event) => {
      if (parseFilterPattern(text).mistake !== null) return;
      const { matches, extract } = compileFilterPattern(text);
      expect(extract(event) !== null).toBe(matches(event));
    });
    fc.assert(property, runs);
  });
});

const word = fc.constantFrom('ab', 'b', 'a b', 'x/y', 'é', '1', '1.0', 'say \\"hi\\"', 'a*', '*b');
const key = fc.constantFrom('a', 'b', 'x-y', 'é');
const operand = fc.oneof(
  word.map((text) => `"${text}"`),
  fc.constantFrom('1', '1e0', 'a*', '%[ab]+%', '%b%'),
);
const test = fc.oneof(
  fc.tuple(key, fc.constantFrom('=', '!='), operand).map(([name, op, value]) => `$.${name} ${op} ${value}`),
  fc
    .tuple(key, fc.constantFrom('IS NULL', 'IS TRUE', 'NOT EXISTS', '> 0'))
    .map(([name, what]) => `$.${name} ${what}`),
  key.map((name) => `$.${name}[*] = "ab"`),
);
const condition = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    test,
    fc.tuple(tie('any'), fc.constantFrom('&&', '||'), tie('any')).map(([a, op, b]) => `(${a} ${op} ${b})`),
  ),
})).any;
const value = fc.oneof(
  fc.constantFrom('ab', 'b', 'a b', 'x/y', 'é', '1', 1, 0, null, true, 'say "hi"'),
  fc.array(fc.constantFrom('ab', null, 1), { maxLength: 2 }),
);
const event = fc.dictionary(key, value, { maxKeys: 4 });

/** The same JSON with characters written as escapes, which JSON allows for each. */
function escaped(json: string, which: (index: number) => boolean): string {
  return json.replace(/[a-zé/]/g, (char, index: number) =>
    which(index) && !/true|null/.test(json.slice(index - 4, index + 4))
      ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
      : char,
  );
}

describe('texts that are looked for first', () => {
  // A message with escapes is not looked into before it is parsed: it shows what the plain one must show.
  it('are in every event that matches, however it is written', () => {
    let matched = 0;
    const property = fc.property(condition, event, fc.integer({ min: 1, max: 5 }), (text, fields, nth) => {
      // With too many regular expressions or wildcards.
      if (parseFilterPattern(`{ ${text} }`).mistake !== null) return;
      const { matches, requiredTexts } = compileFilterPattern(`{ ${text} }`);
      const plain = JSON.stringify(fields);
      const other = escaped(plain, (index) => index % nth === 0);
      if (matches(plain)) matched++;
      expect(matches(other)).toBe(matches(plain));
      for (const message of [plain, other]) {
        if (!matches(message)) continue;
        for (const texts of requiredTexts) expect(texts.some((each) => message.includes(each))).toBe(true);
      }
    });
    fc.assert(property, runs);
    expect(matched).toBeGreaterThan(100);
  });
});

const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '\\w', '\\.', '\\x62');
const repetition = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '{1,}', '*?');
const sequence = fc
  .tuple(
    fc.constantFrom('', '', '^'),
    fc.array(
      fc.tuple(atom, repetition).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom('', '', '$'),
  )
  .map(([start, items, end]) => `${start}${items.join('')}${end}`);
const regex = fc.array(sequence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|'));

describe('regular expressions', () => {
  it('find what those of JavaScript find', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '.', 'é', '😀', '\n'), maxLength: 8 });
    const property = fc.property(regex, text, (source, message) => {
      const { matches } = compileFilterPattern(`%${source}%`);
      expect(matches(message)).toBe(new RegExp(source, 'su').test(message));
    });
    fc.assert(property, { numRuns: 5_000 });
  });
});
