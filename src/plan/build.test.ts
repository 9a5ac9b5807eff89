import { describe, expect, it } from 'vitest';
import { parse } from '../language/parser.ts';
import { type BuildResult, build } from './build.ts';

const moment = { nowMs: 1_700_000_123_456, startMs: 1_700_000_000_000, endMs: 1_700_003_599_999 };

function planOf(text: string, limit?: number): BuildResult {
  const { query, diagnostics } = parse(text);
  expect(diagnostics.filter((diagnostic) => diagnostic.severity === 'error')).toEqual([]);
  return build({ query, text, moment, limit });
}

function columns(text: string): string {
  const { plan, diagnostics } = planOf(text);
  expect(diagnostics.filter((diagnostic) => diagnostic.severity === 'error')).toEqual([]);
  return plan?.output.map((column) => column.name).join(' ') ?? '';
}

/** What is wrong, with the source it points at. */
function problems(text: string): string[] {
  return planOf(text).diagnostics.map(
    ({ severity, message, span }) => `${severity} ${message} @ ${text.slice(span.start, span.end)}`,
  );
}

describe('output columns (reference 5.2)', () => {
  it.each([
    ['', '@timestamp @message @ptr'],
    ['filter a = 1 | sort a | limit 5', '@timestamp @message @ptr'],
    ['fields a, b | fields c, a', 'a b c @ptr'],
    ['fields @ptr, a', 'a @ptr'],
    ['fields abs(a - b), a as x', 'abs(a - b) x @ptr'],
    ['fields `detail-type`', 'detail-type @ptr'],
    ['parse @message "x*" as x', 'x @ptr'],
    ['parse @message "x*" as x | fields a', 'a @ptr'],
    ['fields a | display b | display c', 'c @ptr'],
    ['parse @message "x*" as x | display x', 'x @ptr'],
    ['stats count(*), sum(a) as s by b, bin(5m)', 'b bin(5m) count(*) s'],
    ['stats count(*) as n by b | display n', 'n'],
    ['stats count(*) as n by b | fields n * 2 as twice', 'twice'],
    ['stats count(*), count(*)', 'count(*)'],
  ])('%s', (text, expected) => {
    expect(columns(text)).toBe(expected);
  });
});

describe('rows', () => {
  it('end with the default limit, the limit of the request, or what the query says', () => {
    expect(planOf('').plan?.steps.at(-1)).toEqual({ step: 'limit', count: 10_000 });
    expect(planOf('', 7).plan?.steps.at(-1)).toEqual({ step: 'limit', count: 7 });
    expect(planOf('limit 20', 7).plan?.steps).toEqual([{ step: 'limit', count: 7 }]);
    expect(planOf('limit 5', 7).plan?.steps).toEqual([{ step: 'limit', count: 5 }]);
    expect(planOf('limit 5 | filter a = 1', 7).plan?.steps.at(-1)).toEqual({ step: 'limit', count: 7 });
    expect(planOf('limit 20000').plan?.steps).toEqual([{ step: 'limit', count: 20_000 }]);
  });
});

describe('names (reference 3.7, 3.33)', () => {
  it.each([
    ['fields a as x | fields b as x', 'error Ephemeral field is already defined: x @ x'],
    ['parse @message "x*" as x | fields x', 'error Ephemeral field is already defined: x @ x'],
    ['fields a as x | fields x', 'error Ephemeral field is already defined: x @ x'],
    ['parse @message "x*" as x | stats latest(x) as x', 'error Ephemeral field is already defined: x @ x'],
    ['fields a | fields coalesce(a, "x") as a', 'error Ephemeral field is already defined: a @ a'],
    ['stats sum(a) as s by b | stats sum(s) as s', 'error Ephemeral field is already defined: s @ s'],
    [
      'stats count(*) as n by b | filter c = 1 and d = 2',
      'error Compile Error - Unknown symbols found in or after stats: c, d @ c',
    ],
    [
      'stats count(*) by bin(5m) | sort @timestamp',
      'error Compile Error - Unknown symbols found in or after stats: @timestamp @ @timestamp',
    ],
    [
      'stats count(*) as n by a | stats max(n) by bin(1h)',
      'error Compile Error - Unknown symbols found in or after stats: @timestamp @ bin(1h)',
    ],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  it.each([
    'fields a as x, x * 2 as y | filter y > 2 | sort x',
    'stats count(*) as n, n * 2 as m by a as k | filter m > 2 | sort k',
    'stats count(*) as n by a | stats max(n) as top',
    'parse @message "x*" as x | display x',
    'fields a | fields a',
    'stats count(*) by a | fields a',
  ])('%s is accepted', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

describe('order of commands (reference 3.0)', () => {
  it.each([
    ['stats count(*) as n by a | sort n | stats max(n)', ['error unexpected symbol found sort @ sort n']],
    ['stats count(*) as n by a | limit 3 | stats max(n)', ['error unexpected symbol found limit @ limit 3']],
    ['dedup a | sort b', ['error unexpected symbol found sort @ sort b']],
    ['sort a | stats count(*)', []],
    ['dedup a | limit 3', []],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('takes ten stats and refuses the eleventh', () => {
    const stats = (count: number): string =>
      Array.from({ length: count }, (_, index) => `stats count(*) as n${index}`).join(' | ');
    expect(problems(stats(10))).toEqual([]);
    expect(problems(stats(11))).toEqual(['error A query takes at most 10 stats. @ stats count(*) as n10']);
  });
});

describe('what may stand where', () => {
  it.each([
    ['filter count(*) > 1', 'error `count` is an aggregate: it stands only in `stats`. @ count(*)'],
    ['stats sum(max(a))', 'error `max` stands inside another aggregate. @ max(a)'],
    ['stats a, count(*)', 'error `a` uses a field that is neither aggregated nor a group key. @ a'],
    ['stats abs(1)', 'error `stats` needs an aggregate, found `abs(1)`. @ abs(1)'],
    ['stats pct(a, 101)', 'error `pct` needs a number from 0 to 100. @ 101'],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });
});

describe('warnings', () => {
  it.each([
    [
      'stats count(*) by bin(300s)',
      'warning 300 seconds is more than 60, the most for this unit; 60 is used, as AWS does. @ 300s',
    ],
    [
      'filter @timestamp > "2026-01-01"',
      'warning A timestamp compared with a string never matches. @ @timestamp > "2026-01-01"',
    ],
  ])('%s', (text, expected) => {
    expect(problems(text)).toContain(expected);
  });
});

describe('the moment of the query', () => {
  it('is known to now() in seconds and to the query times in milliseconds', () => {
    const { plan } = planOf('fields now() as n, queryStartTime() as s, queryTimeRange() as r');
    const values = plan?.steps.flatMap((step) =>
      step.step === 'compute'
        ? step.columns.map(({ expr }) => (expr.op === 'literal' ? expr.value : null))
        : [],
    );
    expect(values).toEqual([1_700_000_123, 1_700_000_000_000, 3_599_999]);
  });
});
