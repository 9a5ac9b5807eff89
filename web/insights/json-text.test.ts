import { expect, it } from 'vitest';
import { layoutJson } from './json-text.ts';

const laidOut = (text: string): string =>
  layoutJson(text)
    .map((part) => part.text)
    .join('');

it('puts members and elements on lines of their own', () => {
  expect(laidOut('{"a":1,"b":[true,{"c":"x, {y}"}],"d":{},"e":[]}')).toBe(
    `{
  "a": 1,
  "b": [
    true,
    {
      "c": "x, {y}"
    }
  ],
  "d": {},
  "e": []
}`,
  );
});

it('lays out as JSON.stringify does', () => {
  const value = { id: 'a\\"b', list: [1, [2, []], null], nested: { deep: { deeper: -1.5 } } };
  expect(laidOut(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
});

it('keeps values exactly as they were sent', () => {
  expect(laidOut('{"big":12345678901234567890,"one":1.0,"u":"\\u00e9"}')).toBe(
    '{\n  "big": 12345678901234567890,\n  "one": 1.0,\n  "u": "\\u00e9"\n}',
  );
});

it('tells keys, strings, numbers and constants apart', () => {
  const kinds = layoutJson('{"a":"b","c":-2,"d":null}').flatMap(({ text, kind }) =>
    kind === null || kind === 'punctuation' ? [] : [`${text} ${kind}`],
  );
  expect(kinds).toEqual(['"a" key', '"b" string', '"c" key', '-2 number', '"d" key', 'null constant']);
});

it.each(['plain text', '{"open":', ''])('leaves %j alone', (text) => expect(laidOut(text)).toBe(text));
