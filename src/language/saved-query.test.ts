import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn, withoutSpans } from '../../test/language-expectations.ts';
import type { SavedQueryCommand } from './ast.ts';
import { parse } from './parser.ts';
import { print } from './print.ts';

const call = (text: string) => {
  const { name, arguments: given } = commandOf(text) as SavedQueryCommand;
  return [name.name, ...given.map((argument) => [argument.name.name, argument.value])];
};

describe('a call of a saved query', () => {
  it.each([
    ['$Errors', ['Errors']],
    ['$Errors()', ['Errors']],
    ['$Errors(level = "a|b, c)", n=5)', ['Errors', ['level', '"a|b, c)"'], ['n', '5']]],
    ['$`Errors by level`(level = "WARN")', ['Errors by level', ['level', '"WARN"']]],
    ['$`ops/errors`', ['ops/errors']],
    ['# why\n$Errors( # all\n level # which\n = # this\n "ERROR" # one\n)', ['Errors', ['level', '"ERROR"']]],
    ['$E(c = a > 1 and not b, l = ["x", 2])', ['E', ['c', 'a > 1 and not b'], ['l', '["x", 2]']]],
    ['$E(c = f(a, (b)), d = -1)', ['E', ['c', 'f(a, (b))'], ['d', '-1']]],
    ['$E(r = /a,b\\)/, c = x like /[,)]/)', ['E', ['r', '/a,b\\)/'], ['c', 'x like /[,)]/']]],
    ['$E(c = a\n  # note\n  + b)', ['E', ['c', 'a + b']]],
  ])('%s', (text, expected) => {
    expect(call(text)).toEqual(expected);
  });

  it('stands anywhere in a pipeline', () => {
    const { query, diagnostics } = parse('fields a | $E(n = 1)\n| $`R N` | limit 5');
    expect(diagnostics).toEqual([]);
    expect(query.commands.map(({ kind }) => kind)).toEqual(['fields', 'savedQuery', 'savedQuery', 'limit']);
  });

  it.each(['$Errors(level = "a|b", n = 5)', '$`Errors by level`(`odd name` = a > 1)', 'limit 5\n| $E()'])(
    'is printed as it is read: %s',
    (text) => {
      const { query } = parse(text);
      expect(print(query)).toBe(text);
      expect(withoutSpans(parse(print(query)).query)).toEqual(withoutSpans(query));
    },
  );
});

describe('what is no call', () => {
  it.each([
    ['$', 'unexpected-symbol: '],
    ['$ Errors()', 'unexpected-symbol: Errors'],
    ['$5', 'unexpected-symbol: 5'],
    ['$ops/errors()', 'unexpected-symbol: /'],
    ['$E(', 'unexpected-symbol: '],
    ['$E(5)', 'unexpected-symbol: 5'],
    ['$E(a)', 'unexpected-symbol: )'],
    ['$E(a = )', 'unexpected-symbol: )'],
    ['$E(a = , b = 1)', 'unexpected-symbol: ,'],
    ['$E(a = 1,)', 'unexpected-symbol: )'],
    ['$E(a = 1', 'unexpected-symbol: '],
    ['$E(a = 1 | limit 5)', 'unexpected-symbol: |'],
    ['$E(a = "x)', 'unterminated-string: "x)'],
    ['$E() and b = 1', 'unexpected-symbol: and'],
    ['filter a = $E()', 'unexpected-symbol: $'],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)[0]).toBe(expected);
  });
});
