// Bodies as senders write them, and the documents that must come out of them unchanged.
import { describe, expect, it } from 'vitest';
import { splitDocuments } from './split-documents.ts';

const texts = (body: string) =>
  splitDocuments(body).map(({ text, broken }) => (broken === undefined ? text : [text, broken]));

describe('splitDocuments', () => {
  it.each([
    ['nothing', '', []],
    ['one object', '{"a":1}', ['{"a":1}']],
    ['an array', '[{"a":1}, {"b":[{"c":2}]}]', ['{"a":1}', '{"b":[{"c":2}]}']],
    ['an empty array', ' [ ] ', []],
    ['NDJSON, empty lines, CRLF', '{"a":1}\r\n\n{"b":2}\r\n', ['{"a":1}', '{"b":2}']],
    ['concatenated', '{"a":1}{"b":2} {"c":3}', ['{"a":1}', '{"b":2}', '{"c":3}']],
    [
      'pretty-printed',
      '{\n  "a": {\n    "b": 1\n  }\n}\n{ "c": 2 }',
      ['{\n  "a": {\n    "b": 1\n  }\n}', '{ "c": 2 }'],
    ],
    [
      'braces and quotes in strings',
      '{"a":"}{\\"}","b":"\\\\"}{"c":"["}',
      ['{"a":"}{\\"}","b":"\\\\"}', '{"c":"["}'],
    ],
    ['a byte order mark', '\ufeff{"a":1}', ['{"a":1}']],
  ])('%s', (_, body, expected) => expect(texts(body)).toEqual(expected));

  it.each([
    ['a truncated last line', '{"a":1}\n{"b":', ['{"a":1}', ['{"b":', 'the JSON object is not closed']]],
    [
      'a truncated first line',
      '{"a":1\n{"b":2}\n{"c":3}',
      [['{"a":1', 'the JSON object is not closed'], '{"b":2}', '{"c":3}'],
    ],
    [
      'a string that is not closed',
      '{"a":"x\n{"b":2}',
      [['{"a":"x', 'the JSON object is not closed'], '{"b":2}'],
    ],
    ['words', 'hello\n{"a":1}', [['hello', 'not a JSON object'], '{"a":1}']],
    [
      'an array of numbers',
      '[1, 2]',
      [
        ['1', 'not a JSON object'],
        ['2', 'not a JSON object'],
      ],
    ],
    ['an escape at the very end', '{"a":"\\', [['{"a":"\\', 'the JSON object is not closed']]],
  ])('keeps the rest beside %s', (_, body, expected) => expect(texts(body)).toEqual(expected));

  it('takes time in proportion to the body, also a hostile one', () => {
    const started = performance.now();
    expect(splitDocuments('{"a":\n'.repeat(200_000))).toHaveLength(1);
    expect(splitDocuments('{"a":1\n'.repeat(200_000))).toHaveLength(200_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
