import { describe, expect, it } from 'vitest';
import { format } from './format.ts';

const lines = (...texts: readonly string[]): string => texts.join('\n');

describe('spelling and lines', () => {
  it.each([
    ['a command a line, pipes first', 'fields a,b |\nlimit   5', lines('fields a, b', '| limit 5')],
    ['the usual words', "WHERE a=='x' | head 3", lines('filter a = "x"', '| limit 3')],
    ['the text that names a column', 'fields  a+b,  count_x', 'fields a+b, count_x'],
    ['names over several lines are written anew', 'stats sum(a)\n/ 2', 'stats sum(a) / 2'],
    ['nothing', ' \n ', ''],
  ])('%s', (_name, text, expected) => expect(format(text)).toBe(expected));

  it('breaks what is too long at commas and words, never inside of a name', () => {
    const long = `a_field_with_a_long_name = "${'x'.repeat(60)}" and other = 1`;
    expect(format(`filter ${long} or (p and q)`)).toBe(
      lines(
        `filter a_field_with_a_long_name = "${'x'.repeat(60)}"`,
        '        and other = 1',
        '    or p',
        '        and q',
      ),
    );
    expect(format(`fields a, ${long} , b as c | stats count(*) by a`)).toBe(
      lines('fields a,', `    ${long},`, '    b as c', '| stats count(*) by a'),
    );
  });
});

describe('comments', () => {
  it.each([
    [
      'before, behind and after commands',
      lines('# what', '', '# why', 'fields a # one', '', '# two', '| limit 5 # three', '# end', ''),
      lines('# what', '', '# why', 'fields a # one', '', '# two', '| limit 5 # three', '# end'),
    ],
    [
      'inside of a list, commas first or last',
      lines('stats count(*) as n # many', '  , max(x) as m, # large', '  # the rest', 'min(x) as s by a'),
      lines(
        'stats count(*) as n, # many',
        '    max(x) as m, # large',
        '    # the rest',
        '    min(x) as s',
        '    by a',
      ),
    ],
    [
      'behind a pipe it moves before it',
      lines('fields a | # note', 'limit 3'),
      lines('fields a', '# note', '| limit 3'),
    ],
    [
      'beside words that are spelled otherwise or dropped',
      lines('where ((a == 1)) # first', '| order by b asc # second', '| head 5 # third'),
      lines('filter a = 1 # first', '| sort b # second', '| limit 5 # third'),
    ],
    ['alone', '  # only\r\n', '# only'],
    ['a # in a text is none', 'filter a = "# no" # yes\r\n| limit 1', 'filter a = "# no" # yes\n| limit 1'],
    [
      'in parentheses',
      lines('filter a in [1, # one', '2] and b'),
      lines('filter a in [1, # one', '        2]', '    and b'),
    ],
  ])('%s', (_name, text, expected) => {
    expect(format(text)).toBe(expected);
    expect(format(expected)).toBe(expected);
  });
});
