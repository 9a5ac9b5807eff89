// Which messages are JSON objects, and how their numbers are kept.
import { describe, expect, it } from 'vitest';
import { parseMessage } from './parse-message.ts';

const number = (text: string): string => String(parseMessage(`{"n":${text}}`)?.n);

describe('parseMessage', () => {
  it.each([
    '0',
    '7',
    '-7',
    '137',
    '1.0',
    '1.50',
    '-0',
    '1e3',
    '1E+3',
    '2.5e-7',
    '9007199254740993',
    '1234567890123456789',
    '0.1',
    '123456789012345',
  ])('keeps the number %s as written', (text) => {
    expect(number(text)).toBe(text);
    expect(parseMessage(`{"list":[ ${text} ,1]}`)).toMatchObject({
      list: [expect.anything(), expect.anything()],
    });
  });

  it.each([
    ['text', 'plain text'],
    ['an array', '[1]'],
    ['a scalar', '17'],
    ['broken JSON', '{"a":1'],
    ['two values', '{"a":1}{"a":2}'],
    ['a prefix', 'x {"a":1}'],
    ['nothing', ''],
  ])('%s is no JSON object', (_, message) => expect(parseMessage(message)).toBeNull());

  it('accepts white space around', () => expect(parseMessage('\n {"a":1}\r\n ')).toEqual({ a: 1 }));

  it('takes the last of two equal keys, with either parser', () => {
    expect(parseMessage('{"a":1,"a":2}')).toEqual({ a: 2 });
    expect(String(parseMessage('{"a":1,"a":2.0}')?.a)).toBe('2.0');
  });

  it('does not let a key __proto__ become a prototype', () => {
    const value = parseMessage('{"__proto__":{"x":"y"},"n":1.0}');
    expect(Object.keys(value ?? {})).toEqual(['__proto__', 'n']);
    expect((value as { x?: unknown }).x).toBeUndefined();
  });

  it('gives up on nesting that would exhaust the stack, without failing', () => {
    const deep = `{"n":1.0,"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(() => parseMessage(deep)).not.toThrow();
  });
});
