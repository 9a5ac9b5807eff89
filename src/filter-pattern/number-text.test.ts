import { expect, it } from 'vitest';
import { numberText, parseKeepingNumbers } from './number-text.ts';

it('keeps numbers as they are written, and everything else', () => {
  const json = String.raw`
    { "a" : 1.0 , "list": [ 0, -2e3, { "x\"1]": [1, 2.50] }, "}, 5" ], "a": 1E+0, "empty": {}, "3": [ true, null ],
      "d\u0065ep": { "skip": [[{}], "\\", "\"7"], "n": 12345678901234567890 } }`;
  const numbers: unknown[] = [];
  const restored = JSON.parse(JSON.stringify(parseKeepingNumbers(json)), (_, value) => {
    const text = numberText(value);
    if (text !== null) numbers.push(text);
    return text === null ? value : Number(text);
  });
  expect(restored).toEqual(JSON.parse(json));
  expect(numbers).toEqual(['1E+0', '0', '-2e3', '1', '2.50', '12345678901234567890']);
});
