// Texts cut into their JSON values: exact substrings, in any chunks, with what is broken named and the rest kept.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonTextDecoder } from './decode-json-text.ts';

/** Values as texts, problems as `line: reason`. */
function decode(text: string, chunkChars = text.length): string[] {
  const decoder = new JsonTextDecoder();
  const found = [];
  for (let i = 0; i < text.length; i += Math.max(1, chunkChars)) {
    found.push(...decoder.push(text.slice(i, i + Math.max(1, chunkChars))));
  }
  found.push(...decoder.end());
  return found.map((part) => (part.kind === 'value' ? part.text : `${part.place.line}: ${part.reason}`));
}

describe('JsonTextDecoder', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['white space', ' \n\t\r\n', []],
    ['one object', '{"a":1}', ['{"a":1}']],
    ['an array', '[{"a":1}, {"b":[{"c":2}]}]', ['{"a":1}', '{"b":[{"c":2}]}']],
    ['an empty array', ' [ ] ', []],
    ['NDJSON with empty lines and CRLF', '{"a":1}\r\n\n{"b":2}\r\n', ['{"a":1}', '{"b":2}']],
    ['concatenated', '{"a":1}{"b":2} {"c":3}', ['{"a":1}', '{"b":2}', '{"c":3}']],
    [
      'pretty-printed',
      '{\n  "a": {\n    "b": [1, 2]\n  }\n}\n{ "c": 2 }',
      ['{\n  "a": {\n    "b": [1, 2]\n  }\n}', '{ "c": 2 }'],
    ],
    [
      'brackets and quotes in strings',
      '{"a":"}{\\"}","b":"\\\\"}{"c":"["}',
      ['{"a":"}{\\"}","b":"\\\\"}', '{"c":"["}'],
    ],
    ['a byte order mark', '\ufeff{"a":1}', ['{"a":1}']],
    ['strings that hold messages', '["{\\"a\\":1}", "x"]', ['{"a":1}', 'x']],
    ['lists of objects in lists', '{"a":[[{"b":1}],{"c":2}]}', ['{"a":[[{"b":1}],{"c":2}]}']],
    [
      'an export line',
      '2026-11-22T10:00:00.123Z {"a":1}\n2026-11-22T10:00:01Z {"b":2}',
      ['{"a":1}', '{"b":2}'],
    ],
  ])('%s', (_, text, expected) => {
    for (const chunkChars of [text.length, 1, 2, 3, 7]) expect(decode(text, chunkChars)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    [
      'a truncated last line',
      '{"a":1}\n{"b":',
      ['{"a":1}', '2: the text ends in the middle of a JSON object'],
    ],
    [
      'a truncated line before others',
      '{"a":1\n{"b":2}\n{"c":3}',
      ['1: the JSON object is not closed before another value begins', '{"b":2}', '{"c":3}'],
    ],
    [
      'a line truncated after a comma',
      '{"a":1,\n{"b":2}',
      ['1: the JSON object is not closed before another value begins', '{"b":2}'],
    ],
    [
      'a string that is not closed',
      '{"a":"x\n{"b":2}',
      ['1: a string is not closed at the end of the line', '{"b":2}'],
    ],
    ['words', 'hello {"x":1}\n{"a":1}', ['1: not JSON: "hello {\\"x\\":1}"', '{"a":1}']],
    ['numbers', '[1, 2]\n{"a":1}', ['1: not JSON: "1, 2]"', '{"a":1}']],
    ['a stray brace', '}\n{"a":1}', ['1: not JSON: "}"', '{"a":1}']],
    [
      'a time without object',
      '2026-11-22T10:00:00Z hello\n{"a":1}',
      ['1: not JSON: "2026-11-22T10:00:00Z hello"', '{"a":1}'],
    ],
    ['a string that never ends', '"abc', ['1: the text ends in the middle of a string']],
    ['an escape at the very end', '{"a":"\\', ['1: the text ends in the middle of a JSON object']],
    ['a bad string', '"\\x"\n{"a":1}', ['1: not a JSON string', '{"a":1}']],
  ])('names what is broken and keeps the rest: %s', (_, text, expected) => {
    for (const chunkChars of [text.length, 1, 2, 5]) expect(decode(text, chunkChars)).toEqual(expected);
  });

  it('tells the line and the byte at which a value begins, and the time of an export line', () => {
    const decoder = new JsonTextDecoder();
    const found = [
      ...decoder.push('{"é":\n1}\n  {"b"'),
      ...decoder.push(':2}\n2026-11-22T10:00:00Z {"c":3}'),
      ...decoder.end(),
    ];
    expect(found).toEqual([
      { kind: 'value', place: { line: 1, byteOffset: 0 }, text: '{"é":\n1}' },
      { kind: 'value', place: { line: 3, byteOffset: 12 }, text: '{"b":2}' },
      {
        kind: 'value',
        place: { line: 4, byteOffset: 41 },
        text: '{"c":3}',
        timestampMs: Date.parse('2026-11-22T10:00:00Z'),
      },
    ]);
  });

  it('finds any objects again, however they are written one after another and chunked', () => {
    const objects = fc.array(
      fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()).map((value) => value),
      { maxLength: 8 },
    );
    const written = fc.record({
      objects,
      indent: fc.constantFrom(0, 2),
      between: fc.constantFrom('', '\n', '\r\n', ' ', ',\n'),
      chunkChars: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(written, ({ objects, indent, between, chunkChars }) => {
        const texts = objects.map((value) => JSON.stringify(value, null, indent));
        expect(decode(texts.join(between), chunkChars)).toEqual(texts);
        expect(decode(`[${texts.join(',')}]`, chunkChars)).toEqual(texts);
      }),
    );
  });

  it('never throws and takes time in proportion to the text, also a hostile one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '\n', ' ', 'a', '1')),
        (parts) => {
          expect(() => decode(parts.join(''), 3)).not.toThrow();
        },
      ),
    );
    const started = performance.now();
    decode('{"a":\n'.repeat(100_000), 1_000);
    decode('{"a":1\n'.repeat(100_000), 1_000);
    decode('['.repeat(500_000), 1_000);
    decode('x {'.repeat(200_000), 1_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
