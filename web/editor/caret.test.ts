import { describe, expect, it } from 'vitest';
import { caretAt } from './caret.ts';

/** The caret stands where the text has ¦. */
const at = (marked: string) => caretAt(marked.replace('¦', ''), marked.indexOf('¦'));

describe('what begins', () => {
  it.each([
    ['¦', 'command'],
    ['fi¦', 'command'],
    ['fields a |¦', 'command'],
    ['fields a\n# note\n| st¦', 'command'],
    ['filter a in (¦', 'command'],
    ["filter a in (SOURCE 'x' | ¦", 'command'],
    ['stats count(*) | appendcols (¦', 'command'],
    ['filter ¦', 'term'],
    ['filter (¦', 'term'],
    ['filter strlen(¦', 'term'],
    ['filter a in [¦', 'term'],
    ['stats count(*) by bin(¦', 'period'],
    ['stats count(*) by bin(5¦', 'period'],
    ['fields datefloor(¦', 'term'],
    ['fields datefloor(@timestamp, ¦', 'period'],
    ['fields datefloor(@timestamp, 1h), ¦', 'term'],
  ])('%s: %s', (marked, begins) => expect(at(marked)?.begins).toBe(begins));

  it.each([
    'filter a = "x¦y"',
    'filter a = "open¦',
    'filter a like /x¦y/',
    '# note¦',
    'limit 1¦',
    'fields a as ¦',
    'fields a as b¦',
    'unnest a into ¦',
    '$¦',
  ])('nothing: %s', (marked) => expect(at(marked)).toBeNull());
});

describe('the command around', () => {
  it.each([
    ['filter a = ¦', 'filter'],
    ['WHERE a = ¦', 'filter'],
    ["filter a in (SOURCE 'x' | fields b | limit 3) ¦", 'filter'],
    ["filter a in (SOURCE 'x' | fields ¦", 'fields'],
    ['filter (a = 1 and ¦', 'filter'],
    ['stats count(*) by a | sort ¦', 'sort'],
  ])('%s: %s', (marked, command) => expect(at(marked)?.command).toBe(command));

  it('knows the grouping of stats', () => {
    expect(at('stats ¦ by a')?.grouping).toBe(false);
    expect(at('stats count(*) by ¦')?.grouping).toBe(true);
    expect(at('stats count(*) by a | filter ¦')?.grouping).toBe(false);
  });
});

describe('names', () => {
  it.each([
    ['fields a as b, c as `d e` | filter ¦', ['b', 'd e'], true],
    ['parse @message "* *" as x, y | parse @message /(?<z>a)/ | fields ¦', ['x', 'y', 'z'], true],
    [
      'fields a as b | stats count(*) as n, max(b) as m by c, bin(1h) as t | sort ¦',
      ['c', 't', 'n', 'm'],
      false,
    ],
    ['stats count(*) as n by c | fields n + 1 as o, ¦', ['c', 'n', 'o'], false],
    ['stats sum(a) as total, total / ¦', ['total'], true],
    ['fields ¦ a as b', [], true],
  ])('%s', (marked, names, eventFields) => expect(at(marked)).toMatchObject({ names, eventFields }));
});

it('replaces the word before the caret, with its dots, backticks and @', () => {
  for (const marked of [
    'filter ecs.ser¦',
    'filter `detail-t¦',
    'filter `with blank¦',
    'filter @mes¦',
    'filter a.`b-c¦',
  ]) {
    expect([marked, at(marked)?.from]).toEqual([marked, 7]);
  }
});
