import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';

const field = (name: string): unknown => ({ kind: 'field', name, segments: name.split('.') });
const column = (name: string, alias?: string): unknown =>
  alias === undefined ? { column: { name } } : { column: { name }, alias: { name: alias } };
const key = (name: string, of = name): unknown => ({ column: { name }, field: field(of) });

describe('lookup', () => {
  it.each([
    ['lookup t user OUTPUT team', { keys: [key('user')], keepPresent: false, outputs: [column('team')] }],
    [
      'LOOKUP t id AS detail.taskArn, kind outputnew `team name` as team, lead',
      {
        keys: [key('id', 'detail.taskArn'), key('kind')],
        keepPresent: true,
        outputs: [column('team name', 'team'), column('lead')],
      },
    ],
    [
      'lookup t detail.group OUTPUT team',
      { keys: [key('detail.group')], keepPresent: false, outputs: [column('team')] },
    ],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'lookup', table: { name: 't' }, ...expected });
  });

  it.each([
    ['lookup', ['unexpected-symbol: ']],
    ['lookup "t" user OUTPUT team', ['unexpected-symbol: "t"']],
    ['lookup t', ['unexpected-symbol: ']],
    ['lookup t OUTPUT team', ['unexpected-symbol: OUTPUT']],
    ['lookup t user', ['unexpected-symbol: ']],
    ['lookup t user team', ['unexpected-symbol: team']],
    ['lookup t user OUTPUT', ['unexpected-symbol: ']],
    ['lookup t user OUTPUT *', ['unexpected-symbol: *']],
    ['lookup t user OUTPUT team as a.b', ['dotted-alias: a.b']],
    ['lookup t tolower(user) OUTPUT team', ['unexpected-symbol: (']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it('says what stands before OUTPUT', () => {
    expect(mistakeIn('lookup t OUTPUT team').hint).toBe(
      'The column of the lookup table that an event is found by belongs before `OUTPUT`.',
    );
  });
});

describe('cidrlookup', () => {
  it.each([
    ['cidrlookup t ip OUTPUT zone', { field: field('ip'), keepPresent: false, outputs: [column('zone')] }],
    [
      'cidrlookup t detail.ip AS range OUTPUTNEW zone as z, site',
      {
        field: field('detail.ip'),
        column: { name: 'range' },
        keepPresent: true,
        outputs: [column('zone', 'z'), column('site')],
      },
    ],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'cidrlookup', table: { name: 't' }, ...expected });
  });

  it.each([
    ['cidrlookup t', ['unexpected-symbol: ']],
    ['cidrlookup t OUTPUT zone', ['unexpected-symbol: OUTPUT']],
    ['cidrlookup t ip, ip2 OUTPUT zone', ['unexpected-symbol: ,']],
    ['cidrlookup t "10.0.0.1" OUTPUT zone', ['unexpected-symbol: "10.0.0.1"']],
    ['cidrlookup t ip', ['unexpected-symbol: ']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
