import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

describe('unnest', () => {
  it('takes a path and a name', () => {
    const field = { kind: 'field', name: 'm.list', segments: ['m', 'list'] };
    expect(commandOf('UNNEST m.list INTO item')).toEqual({
      kind: 'unnest',
      source: field,
      alias: { name: 'item' },
    });
    expect(commandOf('unnest m.list[0].more into item')).toEqual({
      kind: 'unnest',
      source: { kind: 'member', owner: field, path: [0, 'more'] },
      alias: { name: 'item' },
    });
  });

  it.each([
    ['unnest', ['unexpected-symbol: ']],
    ['unnest m.list', ['unexpected-symbol: ']],
    ['unnest m.list as item', ['unexpected-symbol: as']],
    ['unnest m.list into', ['unexpected-symbol: ']],
    ['unnest m.list into a, b', ['unexpected-symbol: ,']],
    ['unnest m.list into a.b', ['dotted-alias: a.b']],
    ['unnest jsonParse(@message) into a', ['unexpected-symbol: (']],
    ['unnest "m" into a', ['unexpected-symbol: "m"']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
