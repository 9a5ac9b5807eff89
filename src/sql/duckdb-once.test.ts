import { describe, expect, it } from 'vitest';
import { type Signature, scalarSignatures } from '../plan/signatures.ts';
import { duckdb } from './duckdb.ts';
import { onceEach } from './duckdb-once.ts';

const join = (values: readonly string[]): string => values.join(' + ');

describe('onceEach', () => {
  it.each([
    [['"a field"', 'c1', '$p1', 'CAST($p2 AS HUGEINT)'], '"a field" + c1 + $p1 + CAST($p2 AS HUGEINT)'],
    [['f(x)'], 'list_transform([f(x)], lambda v0: v0)[1]'],
    [['f(x)', 'c1'], 'list_transform([f(x)], lambda v0: v0 + c1)[1]'],
    [['f(x)', 'f(x)'], 'list_transform([f(x)], lambda v0: v0 + v0)[1]'],
    [['f(x)', 'g(x)'], "list_transform([{'a0': f(x), 'a1': g(x)}], lambda v0: v0.a0 + v0.a1)[1]"],
    [['v0', 'v0.a1'], 'v0 + v0.a1'],
    [['v0', 'f(v0)'], "list_transform([{'a0': v0, 'a1': f(v0)}], lambda v0: v0.a0 + v0.a1)[1]"],
  ])('%j is %s', (values, sql) => expect(onceEach(values, join)).toBe(sql));
});

/** Arguments that are constants of the query, by function. */
const literals: Readonly<Record<string, readonly number[]>> = { parseDate: [1, 2, 3] };

describe('every function of the language', () => {
  const cases = Object.entries(scalarSignatures).map(([name, signature]) => {
    const { args, rest }: Signature = signature;
    const kinds = rest === undefined ? args : [...args, rest, rest];
    const argument = (index: number): string =>
      literals[name]?.includes(index) === true ? `$p${index}` : `argument_${index}()`;
    return [name as keyof typeof scalarSignatures, kinds.map((_, index) => argument(index))] as const;
  });

  it.each(cases)('%s writes each of its arguments once', (name, args) => {
    const sql = duckdb.functions[name](args);
    for (const arg of args.filter((each) => !each.startsWith('$')))
      expect(sql.split(arg).length - 1, sql).toBeLessThanOrEqual(1);
  });

  // NULLIF, split_part and the like are macros: DuckDB writes their operands several times, where nobody sees it.
  it.each(cases)('%s hands no argument to a macro that repeats it', (name, args) => {
    const sql = duckdb.functions[name](args);
    expect(sql).not.toMatch(/\b(nullif|array_to_string|split_part|round_even|fmod|fdiv)\([^()]*argument_/i);
  });
});

// Inside of a lambda its parameter hides the column of that name, so that it has a name which no field gets (source.ts).
it.each(Object.entries(duckdb.aggregates))(
  '%s names no lambda parameter as a field could be named',
  (_name, write) => {
    const sql = write({
      value: '"e"',
      number: '"n"',
      isText: true,
      sortsAsNumber: 'TRUE',
      textKey: '"e"',
      fraction: '$p1',
      setting: '$p2',
      time: '"@timestamp"',
      sequence: '"@seq"',
    });
    for (const [, name] of sql.matchAll(/lambda (\w+):/g)) expect(name).toMatch(/^v\d$/);
  },
);
