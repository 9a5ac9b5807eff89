import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { wholeText } from './located-text.ts';
import { type ScalarStyle, scalarText } from './scalar-text.ts';

/** The scalar in a document of one, and for each of its characters the piece of the document where it is said to begin. */
function located(document: string) {
  const found: { text: string; pieces: readonly string[] }[] = [];
  visit(parseDocument(document), {
    Scalar(key, { value, range, type }) {
      if (key === 'key' || typeof value !== 'string' || range == null) return;
      const source = {
        text: document.slice(range[0], range[1]),
        offsets: wholeText(document).offsets.slice(range[0]),
      };
      const { text, offsets } = scalarText(source, value, type as ScalarStyle);
      expect(offsets.length).toBe(text.length + 1);
      found.push({
        text,
        pieces: text.split('').map((_unit, index) => document.slice(offsets[index]).slice(0, 1)),
      });
    },
  });
  return found;
}

/** Every character that is no white space is where it is written, escapes where their backslash is. */
function expectPlaces(document: string): void {
  const [first] = located(document);
  expect(first).toBeDefined();
  for (const [index, char] of (first?.text ?? '').split('').entries()) {
    if (/\S/.test(char)) expect([char, '\\']).toContain(first?.pieces[index]);
  }
}

describe('places of characters', () => {
  it.each([
    ['plain', 'q: fields a,\n  b | limit 5\n'],
    ['single quotes', "q: 'it''s a \\d\n\n  and ''''more'\n"],
    ['double quotes', 'q: "a \\"b\\" \\\\d\\x41\\u00e9\\U0001F600\\\n   c\n   d"\n'],
    ['literal', 'q: |-  # why\n    fields a\n      | limit 5\n\n    # end\n'],
    ['literal with a number', 'q: |2\n    two more\n  none\n'],
    ['folded', 'q: >+\n  fields a\n  | limit 5\n\n   kept\n\n'],
    ['CRLF', 'q: |\r\n  fields a\r\n  | limit 5\r\n'],
  ])('%s', (_name, document) => expectPlaces(document));

  it('gives each escape one place', () => {
    const [found] = located('q: "\\n\\td"');
    expect(found).toEqual({ text: '\n\td', pieces: ['\\', '\\', 'd'] });
  });

  it('falls back to the place of the scalar when it does not understand', () => {
    expect(scalarText(wholeText('"abc"'), 'xyz', 'QUOTE_DOUBLE').offsets).toEqual([0, 0, 0, 0]);
  });
});

it('knows every JSON string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const document = JSON.stringify(value);
      const parsed = parseDocument(document).contents;
      if (!isScalar(parsed)) throw new Error('no scalar');
      const { text, offsets } = scalarText(wholeText(document), value, 'QUOTE_DOUBLE');
      expect(text).toBe(parsed.value);
      for (let index = 0; index < value.length; index += 1) {
        const piece = document.slice(offsets[index], offsets[index + 1]);
        if (/\S/.test(value[index] ?? '')) expect(JSON.parse(`"${piece}"`)).toBe(value[index]);
      }
    }),
  );
});
