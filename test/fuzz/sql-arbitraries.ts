// Random texts of queries over the golden events: its fields, every operator, every function by its parameters, commands in
// orders that compile. Values are chosen to hurt an engine: huge, tiny, negative, not quite numbers, quotes, percent signs.

import fc from 'fast-check';
import type { ParameterKind } from '../../src/language/function-spec.ts';
import { type FunctionSpec, functions, parameterKind } from '../../src/language/functions.ts';
import { stringLiteral } from '../../src/language/print.ts';

type Text = fc.Arbitrary<string>;

/** Fields that the golden events have, and one that none has. */
const rawField = fc.constantFrom(
  ...['id', 'v', 's', 'n', 'ms', 'status', 'ok', 'user', 'path', 'region', 'when', 'a.b', 'nothing'],
  ...['@message', '@logStream', '@log', '@timestamp', '@ingestionTime'],
  ...['`detail-type`', 'detail.containers.1.exitCode', '@@x', 'Name', 'resources.0', '`grüße`'],
);
const text = fc.constantFrom(
  ...[
    '',
    'a',
    'ok',
    '200',
    '-3',
    '1e3',
    '1e400',
    '0x1F',
    '1_000',
    'NaN',
    'Infinity',
    ' 7 ',
    '%',
    '_',
    '\\',
    "'",
  ],
  ...[
    '"',
    '$1',
    '\\0',
    '{}',
    '[1]',
    'é🚀',
    'ﬁ',
    '\n',
    '%zz',
    'aGk=',
    '2026-03-04',
    '9223372036854775808',
    '.',
    '-',
  ],
);
const string = text.map(stringLiteral);
const number = fc.constantFrom(
  ...['0', '1', '2', '7', '200', '1.5', '0.00001', '1e3', '1e15', '1e300', '100000', '60', '2147483648'],
  ...['9007199254740993', '9223372036854775807', '99999999999999999999', '1772618700000'],
);
const constant = fc.constantFrom('null', 'true', 'false');
/** Maps, lists, and values out of them. */
const structure = fc.constantFrom(
  ...['jsonParse(@message)', 'jsonParse(@message).detail', 'jsonParse(@message).list', 'split(path, "/")'],
  ...[
    'jsonParse(@message).v',
    'jsonParse(@message).nested[0].k',
    'jsonParse(json).in',
    'jsonParse(str).in[1]',
  ],
  ...['x0.k', 'x1.id', 'jsonParse("[1, null, {}]")[2]'],
);
/** Columns of other queries to compare with: of every kind, without a row, with nothing but absent values. */
const subQuery = fc.constantFrom(
  ...[
    "(SOURCE 'web' | fields user)",
    '(fields v)',
    '(fields @timestamp)',
    '(fields n * 2 as d)',
    '(fields @log)',
  ],
  ...[
    "(SOURCE 'docs' | fields jsonParse(@message).big as b)",
    "(SOURCE 'docs' | fields jsonParse(@message) as m)",
  ],
  ...[
    '(stats count(*) as n by user | fields n)',
    '(stats max(v) as m by bin(1h) | fields m)',
    '(fields ok = 1 as t)',
  ],
  ...['(filter 1 = 0 | fields id)', '(fields null as z)', '(sort status desc | fields status | limit 1)'],
);
const period = fc.constantFrom(
  '1ms',
  '250ms',
  '10s',
  '300s',
  '5m',
  '1h',
  '2d',
  '1w',
  '1mo',
  '3q',
  '1y',
  '7y',
);
const regex = fc.constantFrom(
  ...[
    '/a/',
    '/^\\d+$/',
    '/(?i)OK|s/',
    '/[^"]*:/',
    '/./',
    '/(?s).*/',
    '/\\bline\\b/',
    '/\\//',
    '/x{2,3}|\\p{L}/',
  ],
);

/** Arguments that have to be written out, by function and position. */
const writtenArguments: Readonly<Record<string, Readonly<Record<number, Text>>>> = {
  regexReplace: {
    1: fc.constantFrom('"[0-9]+"', '"(a)(b)?"', '"."', '""'),
    2: fc.constantFrom('"#"', '"\\\\1"', '""'),
  },
  formatDate: {
    1: fc.constantFrom('"%Y-%m-%d"', '"%H:%M:%S"', '"%%"', '"x"'),
    2: fc.constantFrom('"UTC"', '"Europe/Berlin"'),
  },
  parseDate: {
    1: fc.constantFrom('"yyyy-MM-dd"', '"yyyy-MM-dd\'T\'HH:mm:ss.SSSX"', '"d MMM yy h:mm a"', '"y"'),
    2: fc.constantFrom('"UTC"', '"Europe/Berlin"'),
  },
  pct: { 1: fc.constantFrom('0', '0.95', '50', '99.9', '100') },
  strcontains: { 2: constant },
  topk: { 0: fc.constantFrom('1', '3', '10000') },
  histogram: { 1: fc.constantFrom('1', '3', '1000') },
};

const scalars = functions.filter(({ category }) => category === 'scalar');
const aggregates = functions.filter(({ category }) => category === 'aggregate');

function call(spec: FunctionSpec, argument: Text): Text {
  const max = Math.min(spec.argumentsMax, spec.argumentsMin + 2);
  return fc
    .integer({ min: spec.argumentsMin, max })
    .chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, position) => {
          const written = writtenArguments[spec.name]?.[position];
          return written ?? argumentOf(parameterKind(spec, position), argument);
        }),
      ),
    )
    .map((args) => `${spec.name}(${args.join(', ')})`);
}

function argumentOf(kind: ParameterKind | undefined, argument: Text): Text {
  if (kind === 'period') return period;
  return kind === 'star' ? fc.oneof(fc.constant('*'), argument) : argument;
}

const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const arithmetic = fc.constantFrom('+', '-', '*', '/', '%', '^');

/** Expressions over `field` and whatever `more` offers as leaves. */
function expressionOver(field: Text, more: readonly Text[]): Text {
  return fc.letrec<{ expression: string; leaf: string }>((tie) => {
    const inner = tie('expression');
    return {
      leaf: fc.oneof({ weight: 3, arbitrary: field }, string, number, constant, ...more),
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('leaf'),
        fc.tuple(inner, comparison, inner).map(([left, operator, right]) => `(${left} ${operator} ${right})`),
        fc.tuple(inner, arithmetic, inner).map(([left, operator, right]) => `(${left} ${operator} ${right})`),
        fc.tuple(inner, fc.constantFrom('and', 'or'), inner).map((parts) => `(${parts.join(' ')})`),
        fc.tuple(fc.constantFrom('not ', '!', '-'), inner).map(([sign, operand]) => `(${sign}(${operand}))`),
        fc
          .tuple(inner, fc.constantFrom('like', 'not like', '=~'), fc.oneof(string, regex))
          .map(([operand, operator, pattern]) => `((${operand}) ${operator} ${pattern})`),
        fc
          .tuple(
            inner,
            fc.constantFrom('in', 'not in'),
            fc.array(fc.oneof(string, number, constant), { minLength: 1, maxLength: 3 }),
          )
          .map(([operand, operator, items]) => `((${operand}) ${operator} [${items.join(', ')}])`),
        fc
          .tuple(inner, fc.constantFrom('in', 'not in'), subQuery)
          .map(([operand, operator, query]) => `((${operand}) ${operator} ${query})`),
        fc.constantFrom(...scalars).chain((spec) => call(spec, inner)),
      ),
    };
  }).expression;
}

/** Names that commands at position 0, 1, … of a query make: `x0`, `x1`, … They may not exist yet; then they are null. */
const madeName = fc.constantFrom('x0', 'x1', 'x2');
const field = fc.oneof({ weight: 4, arbitrary: rawField }, madeName);
export const expression: Text = expressionOver(field, [structure]);
/** Without maps and lists, which are shown otherwise than they sort. */
export const singleValue: Text = expressionOver(field, []);
/** Of two kinds of name only the first is made anew by a command, so no name is made twice. */
type Command = (position: number) => string;
const command = (made: fc.Arbitrary<Command>): fc.Arbitrary<Command> => made;

const direction = fc.constantFrom('', ' asc', ' desc');
const sortKeys = (name: Text): Text =>
  fc
    .array(fc.tuple(name, direction), { minLength: 1, maxLength: 2 })
    .map((keys) => keys.map((key) => key.join('')).join(', '));

const parseCommand = fc.constantFrom<Command>(
  (at) => `parse @message "user=*," as x${at}`,
  (at) => `parse @message '"v":*}' as x${at}`,
  (at) => `parse v "*0*" as x${at}, y${at}`,
  (at) => `parse path "/*" as x${at}`,
  (at) => `parse /(?<x${at}>[a-z]+)=(?<y${at}>\\w+)?/`,
  (at) => `parse @timestamp /(?<x${at}>\\d+):/`,
  (at) => `parse nothing /(a|b)/ as x${at}`,
  (at) => `parse logfmt as x${at}`,
  (at) => `parse v logfmt as x${at}`,
  (at) => `parse csv as x${at}, y${at}`,
  (at) => `parse xml '//a/@b' as x${at}`,
  (at) => `parse v xml '/a[b="0"]' as x${at} | parse v xml '/a' as y${at}`,
  (at) => `json field=@message "detail.containers.1" as x${at}`,
  (at) => `json field=x0 "k" as x${at}`,
);
const listCommand = fc.constantFrom<Command>(
  (at) => `json field=@message "nested" as y${at} | unnest y${at} into x${at}`,
  (at) => `unnest x0.list into x${at}`,
  (at) => `unnest x0 into x${at}`,
  () => 'expand list',
  () => 'expand x0',
  () => 'expand @message',
);
const rowCommand: fc.Arbitrary<Command> = fc
  .tuple(
    field,
    fc.constantFrom<(at: number, name: string) => string>(
      (at, name) => `accum ${name} as x${at}`,
      (_, name) => `accum ${name}`,
      (at, name) => `autoregress ${name} as x${at} p=2`,
      (_, name) => `autoregress ${name} p=1-2`,
      (_, name) => `filldown ${name}`,
      () => 'filldown',
      (_, name) => `outlier param=0.5 uselower=true ${name}`,
      (_, name) => `outlier action=remove ${name}`,
      (at, name) => `sessionize ${name} maxspan 1m as x${at}`,
      (at, name) => `addtotals fieldname=x${at} col=true ${name}`,
      (at) => `addtotals fieldname=x${at}`,
      (at, name) => `parse ${name} /(?<x${at}>[a-z])([0-9])?/ multi`,
      (at) => `parse /"(\\w+)":/ as x${at} multi`,
    ),
  )
  .map(
    ([name, make]) =>
      (at) =>
        make(at, name),
  );
/** Commands that read more than the rows themselves. */
const sourceCommand = fc.constantFrom<Command>(
  (at) => `join left=l right=r where l.user = r.user (SOURCE 'web') | fields r.status as x${at}`,
  (at) =>
    `join type=left left=l right=r where l.v = r.status (SOURCE 'app') | fields r.id as x${at}, l.id as y${at}`,
  (at) => `join type=left left=l right=r where l.x0 = r.v (SOURCE 'app' 'docs') | fields r.v as x${at}`,
  (at) => `join left=l right=r where l.x1 = r.@timestamp (SOURCE 'web') | fields r.@message as x${at}`,
  (at) => `appendcols (SOURCE 'web' | fields user as x${at})`,
  (at) => `appendcols max=2 (stats count(*) as x${at} by user | sort x${at} desc)`,
  () => "appendcols override=true (SOURCE 'web' | fields status as x0, @timestamp as x1, id)",
  () => "appendcols override=true (SOURCE 'docs' | fields jsonParse(@message) as x0, 1 as v)",
  (at) => `lookup teams user OUTPUT team as x${at}`,
  () => 'lookup teams user as x0 OUTPUTNEW region, lead as x1',
  () => 'lookup codes status, path as x0 OUTPUT meaning as user, `on call` as c1',
  (at) => `cidrlookup networks ip OUTPUT zone as x${at}`,
  () => 'cidrlookup networks x0 as other OUTPUTNEW zone, site as x1',
  () => 'filterIndex user in ["ann", "bob"]',
);
const beforeStats: fc.Arbitrary<Command> = fc.oneof(
  command(expression.map((value) => (at) => `fields ${value} as x${at}, id`)),
  command(
    fc.array(rawField, { minLength: 1, maxLength: 3 }).map((names) => () => `fields ${names.join(', ')}`),
  ),
  command(expression.map((value) => (at) => `display @timestamp, ${value} as x${at}`)),
  command(expression.map((condition) => () => `filter ${condition}`)),
  command(sortKeys(field).map((keys) => () => `sort ${keys}`)),
  command(fc.constantFrom(0, 1, 7, 100).map((count) => () => `limit ${Math.max(1, count)}`)),
  parseCommand,
  listCommand,
  { weight: 3, arbitrary: rowCommand },
  { weight: 3, arbitrary: sourceCommand },
);

const aggregate: Text = fc.constantFrom(...aggregates).chain((spec) => call(spec, expression));
const aggregated: Text = fc.oneof(
  { weight: 3, arbitrary: aggregate },
  fc.tuple(aggregate, arithmetic, aggregate).map((parts) => parts.join(' ')),
  fc
    .constantFrom(
      ...scalars.filter(
        ({ required: [first, second] }) => first !== undefined && first !== 'period' && second === undefined,
      ),
    )
    .chain((spec) => call(spec, aggregate)),
);
const group = fc.oneof(
  field,
  expression,
  period.map((each) => `bin(${each})`),
  field.map((name) => `histogram(${name}, 2.5)`),
);
const stats: Text = fc
  .tuple(
    fc.array(aggregated, { minLength: 1, maxLength: 3 }),
    fc.array(group, { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([values, keys, shifted]) => {
    const columns = values.map((value, index) => `${value} as m${index}`).join(', ');
    const by = keys.map((key, index) => `${key} as k${index}`).join(', ');
    return `stats ${columns}${by === '' ? '' : ` by ${by}${shifted ? ' offset 7m' : ''}`}`;
  });
const afterStats = fc.constantFrom(
  '',
  ' | sort m0 desc',
  ' | filter m0 > 1 | limit 3',
  ' | display m0, strlen(m0) as z',
  ' | accum m0 | filter m0 > 1',
  ' | autoregress m0 | sort m0_p1',
  ' | filldown | outlier mark=true m0',
  ' | addtotals col=true fieldname=z | sort m0 | limit 3',
  ' | fillmissing with 0 for m0 | accum m0 as z',
  ' | fillmissing with "none" for m0, 7 for k0 | sort m0 desc',
  " | appendcols override=true (SOURCE 'web' | stats max(user) as m0, count(*) as z by status) | sort m0",
  ' | lookup teams user as m0 OUTPUTNEW team as m0, lead | filter m0 != 1',
  " | join type=left left=l right=r where l.m0 = r.n (SOURCE 'app') | display r.id, l.m0",
);
/** Rows that process/ makes, and what may follow. */
const processed: Text = fc.constantFrom(
  ' | pattern @message | sort @sampleCount desc, @pattern | limit 3',
  ' | pattern x0 | filter @sampleCount in (stats count(*) as n by user | fields n) | stats count(*) as m by @severityLabel',
  ' | pattern user | appendcols (SOURCE web | fields id) | lookup teams user as @pattern OUTPUT team',
  ' | pattern @message | diff | filter @differenceCount > 0',
  ' | pattern concat(user, path) | anomaly',
  ' | logcompare timeshift 1d | stats max(@differenceCount) as m',
  ' | relevantfields where status >= 400 | limit 2',
  ' | relevantfields user, @message, v where x0',
);
const ending: Text = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.tuple(stats, afterStats).map(([text, more]) => ` | ${text}${more}`) },
  fc.tuple(rawField, madeName).map(([a, b]) => ` | dedup ${a}, ${b} | limit 20`),
  processed,
);

/** A query that compiles more often than not. */
export const query: Text = fc
  .tuple(fc.array(beforeStats, { maxLength: 3 }), ending)
  .map(([commands, end]) => `filter 1 = 1${commands.map((make, at) => ` | ${make(at)}`).join('')}${end}`);
