import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';

const field = (name: string): unknown => ({ kind: 'field', name, segments: name.split('.') });
const source = { kind: 'source', names: [{ name: 'web' }], selections: [] };
const sides = { left: { name: 'a' }, right: { name: 'b' } };

describe('join', () => {
  it.each([
    [
      "join left=a right=b where a.user = b.user (SOURCE 'web')",
      { type: 'inner', leftKey: field('user'), rightKey: field('user') },
    ],
    [
      'JOIN TYPE = LEFT right=b left=a WHERE b.id = a.detail.taskArn ( source web )',
      { type: 'left', leftKey: field('detail.taskArn'), rightKey: field('id') },
    ],
    [
      'join type=inner left=a right=b where a.@log = b.@@x (SOURCE "web")',
      { type: 'inner', leftKey: field('@log'), rightKey: field('@@x') },
    ],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'join', ...sides, source, ...expected });
  });

  it('takes fields and sides in backticks', () => {
    const text = 'join left=`my side` right=b where `my side`.`detail-type` = b.`x.y` (SOURCE web)';
    expect(commandOf(text)).toEqual({
      kind: 'join',
      type: 'inner',
      left: { name: 'my side' },
      right: { name: 'b' },
      leftKey: { kind: 'field', name: 'detail-type', segments: ['detail-type'] },
      rightKey: { kind: 'field', name: 'x.y', segments: ['x.y'] },
      source,
    });
  });

  it('takes a source with a time and several log groups', () => {
    expect(commandOf("join left=a right=b where a.x = b.x (SOURCE 'web' 'app' START=-1h END=now)")).toEqual({
      kind: 'join',
      type: 'inner',
      ...sides,
      leftKey: field('x'),
      rightKey: field('x'),
      source: {
        kind: 'source',
        names: [{ name: 'web' }, { name: 'app' }],
        selections: [],
        start: { relative: true, ms: -3_600_000 },
        end: { relative: true, ms: 0 },
      },
    });
  });

  it.each([
    ['join', ['unexpected-symbol: ']],
    ['join a', ['unexpected-symbol: a']],
    ['join type=outer left=a right=b where a.x = b.x (SOURCE w)', ['unexpected-symbol: outer']],
    ['join left=a where a.x = b.x (SOURCE w)', ['unexpected-symbol: where']],
    ['join left=a right=b (SOURCE w)', ['unexpected-symbol: (']],
    ['join left=a right=a where a.x = a.x (SOURCE w)', ['same-side: a']],
    ['join left=a right=b where x = b.x (SOURCE w)', ['same-side: x']],
    ['join left=a right=b where a.x = a.x (SOURCE w)', ['same-side: a.x']],
    ['join left=a right=b where a = b.x (SOURCE w)', ['same-side: a']],
    ['join left=a right=b where a.x > b.x (SOURCE w)', ['unexpected-symbol: >']],
    ['join left=a right=b where a.x = b.x and a.y = b.y (SOURCE w)', ['unexpected-symbol: and']],
    ['join left=a right=b where a.x = 1 (SOURCE w)', ['unexpected-symbol: 1']],
    ['join left=a right=b where a.x = b.x SOURCE w', ['unexpected-symbol: SOURCE']],
    ['join left=a right=b where a.x = b.x (w)', ['unexpected-symbol: w']],
    ['join left=a right=b where a.x = b.x (fields x)', ['unexpected-symbol: fields']],
    ['join left=a right=b where a.x = b.x (SOURCE w', ['unexpected-symbol: ']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it('has no commands on its right side, and the query goes on behind it', () => {
    const text = 'join left=a right=b where a.x = b.x (SOURCE w | filter y = 1 | limit 5)';
    expect(mistakesIn(`${text} | limit 0`)).toEqual(['unexpected-symbol: |', 'invalid-limit: 0']);
    expect(mistakeIn(text)).toEqual({
      message: 'unexpected symbol found | at line 1 and position 46',
      hint: 'The right side of a join is a log group; commands after it are not accepted.',
    });
  });
});
