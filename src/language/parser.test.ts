import { describe, expect, it } from 'vitest';
import { commandsOf, mistakeIn, mistakesIn, withoutSpans } from '../../test/language-expectations.ts';
import { parse } from './parser.ts';

const kinds = (text: string): string[] => commandsOf(text).map(({ kind }) => kind);

describe('a pipeline', () => {
  it.each([
    ['', []],
    ['  # nothing but a comment', []],
    ['fields a', ['fields']],
    ['fields color|filter size>3|limit 5', ['fields', 'filter', 'limit']],
    ['filter a = "x|y" |\nstats count(*) by b\n\n | sort `c|d`', ['filter', 'stats', 'sort']],
    ['# label\n fields a\n#| filter b\n| limit 5 # end', ['fields', 'limit']],
    ['filter a like /x|y/ | limit 5', ['filter', 'limit']],
    [
      'Limit 5|sort a|filter b|dedup c|parse "*" as d|display e|where f|order g|head 1',
      ['limit', 'sort', 'filter', 'dedup', 'parse', 'display', 'filter', 'sort', 'limit'],
    ],
  ])('%j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('spans the text; a command spans from its word to its last lexeme', () => {
    const text = ' fields a , b # x\n|limit 5 ';
    const { query } = parse(text);
    expect(query.span).toEqual({ start: 0, end: text.length });
    expect(query.commands.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'fields a , b',
      'limit 5',
    ]);
  });

  it('does not depend on blanks and letter case', () => {
    const spread = parse('FILTER\n a\t=  1 AND b # x\n| Sort BY a DESC').query;
    expect(withoutSpans(spread)).toEqual(withoutSpans(parse('filter a=1 and b|sort by a desc').query));
  });
});

it('words that every object of JavaScript knows are words like others', () => {
  expect(mistakeIn('pattern @message | diff constructor').message).toContain(
    'unexpected symbol found constructor',
  );
});

describe('pipes', () => {
  it('before the first command are refused in the words of AWS', () => {
    expect(mistakeIn('| limit 5')).toEqual({
      message: "mismatched input '|' expecting K_STATS",
      hint: 'Remove the pipe before the first command.',
    });
  });

  it.each([
    ['fields a |', 'empty-command: '],
    ['fields a || limit 5', 'empty-command: |'],
  ])('without a command behind: %s', (text, expected) => {
    expect(mistakesIn(text)).toEqual([expected]);
    expect(mistakeIn(text).message).toContain('expecting {K_PARSE, K_SEARCH, K_FIELDS, ');
  });
});

describe('words that begin no command', () => {
  it('are refused in the words of AWS, with a suggestion', () => {
    expect(mistakeIn('fields a | filtr b = 1')).toEqual({
      message:
        "mismatched input 'filtr' expecting {K_PARSE, K_SEARCH, K_FIELDS, K_DISPLAY, K_FILTER, K_SORT, K_ORDER, K_HEAD, K_LIMIT, K_TAIL}",
      hint: 'Did you mean `filter`?',
    });
  });

  it.each([
    ['fields a | count()', 'missing-stats: count', 'Write `stats` before `count(…)`.'],
    ['max(a) as b by bin(5min)', 'missing-stats: max', 'Write `stats` before `max(…)`.'],
    ['constructor a', 'unknown-command: constructor', 'A command begins here, such as fields or filter.'],
    ['fields a | bin(1h) as b', 'unknown-command: bin', 'Write `fields` before `bin(…)`.'],
    ['eval a = b', 'unknown-command: eval', 'Write `fields expression as name`.'],
    ['-- by hour\nfields a', 'unknown-command: -', 'A comment begins with #.'],
    ['`fields` a', 'unknown-command: `fields`', 'Did you mean `fields`?'],
    ['"x"', 'unknown-command: "x"', 'A command begins here, such as fields or filter.'],
    ['é', 'unrecognised-token: é', 'Names with other than ASCII letters, digits and `_` need backticks.'],
  ])('%s', (text, mistake, hint) => {
    expect(mistakesIn(text)).toEqual([mistake]);
    expect(mistakeIn(text).hint).toBe(hint);
  });
});

describe('commands that do not run', () => {
  it.each([
    ['tail 5', ['unsupported-command: tail'], 'For the oldest events write'],
    ['search "x|y"', ['unsupported-command: search'], 'Write `filter @message like'],
  ])('%s', (text, expected, hint) => {
    expect(mistakesIn(text)).toEqual(expected);
    expect(mistakeIn(text).hint).toContain(hint);
  });

  it('are left out of the tree, and the others are read', () => {
    const { query } = parse('tail 5 | limit 5');
    expect(query.commands.map(({ kind }) => kind)).toEqual(['limit']);
  });
});

describe('a sub-query', () => {
  it.each([
    ["filter a in (SOURCE 'x' | fields b) and c = 1 | limit 5", ['filter', 'limit']],
    ["appendcols (SOURCE 'x' | filter b in [1, 2] | stats count(*) as n) | sort n", ['appendcols', 'sort']],
    ['filter a in (fields b | filter c in ["|", ")"]) | limit 1', ['filter', 'limit']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('spans its parentheses; its commands have their places in the whole text', () => {
    const text = "appendcols ( SOURCE 'x' | limit 5 ) | limit 1";
    const [command] = parse(text).query.commands;
    if (command?.kind !== 'appendcols') throw new Error('no appendcols');
    const { query } = command;
    const spans = [query.span, query.source?.span, query.commands[0]?.span];
    expect(spans.map((span) => text.slice(span?.start, span?.end))).toEqual([
      "( SOURCE 'x' | limit 5 )",
      "SOURCE 'x'",
      'limit 5',
    ]);
  });

  it('has mistakes of its own, several at once, and the query goes on behind it', () => {
    const text = "filter a in (SOURCE 'x' | filtr b | filter c = ) | limit 0";
    expect(mistakesIn(text)).toEqual(['unknown-command: filtr', 'unexpected-symbol: )', 'invalid-limit: 0']);
    expect(parse(text).query.commands.map(({ kind }) => kind)).toEqual(['filter', 'limit']);
  });

  it.each([
    ['filter a in (fields b', ['unexpected-symbol: ']],
    ['filter a in (fields b | )', ['empty-command: )']],
    ['appendcols (| fields b)', ['leading-pipe: |']],
    [
      "filter a in (filter b in (SOURCE 'x' | fields c) | fields d)",
      ["nested-subquery: (SOURCE 'x' | fields c)"],
    ],
    [
      'appendcols (filter b in (fields c) | stats count(*)) | filter d in (fields e) | limit 5',
      ['nested-subquery: (fields c)'],
    ],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});

describe('recovery', () => {
  it('reports the mistakes of several commands at once', () => {
    const text = 'fields a b | filtr c | stats cuont(*), | sort (d) | limit 0 | dedup e |';
    expect(mistakesIn(text)).toEqual([
      'unexpected-symbol: b',
      'unknown-command: filtr',
      'unknown-function: cuont',
      'trailing-comma?: ,',
      'unexpected-symbol: (',
      'invalid-limit: 0',
      'empty-command: ',
    ]);
    expect(parse(text).query.commands.map(({ kind }) => kind)).toEqual(['stats', 'limit', 'dedup']);
  });

  it('reports in the order of the text', () => {
    expect(mistakesIn('fields abs(lower(a), b), upper(c)')).toEqual([
      'wrong-argument-count: abs(lower(a), b)',
      'unknown-function: lower',
      'unknown-function: upper',
    ]);
  });

  it('is not misled by pipes in what it passes over', () => {
    expect(mistakesIn('filter a b "x|y" c like /p|q/ `r|s` (t | u) # v | w\n| nonsense')).toEqual([
      'unexpected-symbol: b',
      'unknown-command: nonsense',
    ]);
  });

  it('goes on at the first pipe when a parenthesis is never closed', () => {
    expect(mistakesIn('filter (a b | limit 0')).toEqual(['unexpected-symbol: b', 'invalid-limit: 0']);
  });
});

describe('limits', () => {
  it('refuse a text of more than 10,000 characters', () => {
    const text = `fields a${' '.repeat(10_000 - 'fields a'.length)}`;
    expect(mistakesIn(text)).toEqual([]);
    expect(mistakeIn(`${text} `).message).toBe('The query has 10001 characters; 10000 are allowed.');
  });

  it.each([
    ['(|', 5_000],
    ['a in (SOURCE ', 770],
    ['filter a in (', 770],
    ['filter a in (SOURCE x | ', 420],
    ['appendcols (', 830],
    ['fields a[|', 1_000],
    ['filter a like /[', 600],
    ['"', 10_000],
    ['fields a b|', 900],
    ['x', 10_000],
  ])('keep %j, many times, from taking long', (piece, times) => {
    const started = performance.now();
    parse(piece.repeat(times).slice(0, 10_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
