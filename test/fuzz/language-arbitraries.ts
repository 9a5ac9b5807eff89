// Random syntax trees and random texts for the fuzz tests of the language. Trees hold only what the parser can build
// from some text: canonical function names with fitting arguments, regular expressions that RE2 accepts, names
// that can be written.

import fc from 'fast-check';
import type {
  Alias,
  CallExpr,
  Command,
  Expr,
  FieldExpr,
  Item,
  LiteralExpr,
  MemberExpr,
  PeriodExpr,
  Query,
  RegexExpr,
} from '../../src/language/ast.ts';
import type { ParameterKind } from '../../src/language/function-spec.ts';
import { type FunctionSpec, functions, parameterKind } from '../../src/language/functions.ts';
import { globStars } from '../../src/language/glob.ts';
import { unitSpellings } from '../../src/language/period.ts';
import { rowCommands } from './row-command-arbitraries.ts';
import { inQuery, queryOf, sourceCommands } from './source-command-arbitraries.ts';

const span = { start: 0, end: 0 };

const word = fc.stringMatching(/^@{0,2}[a-zA-Z_][a-zA-Z0-9_]{0,6}$/);
const awkward = fc.constantFrom(
  'detail-type',
  'not',
  'by',
  'as',
  'true',
  'xml',
  'limit',
  'count',
  'offset',
  'a.b',
  '@',
  '@@@x',
  '0',
  'é |#',
);
const anyName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .filter((name) => !name.includes('`'));
const name = fc.oneof({ weight: 4, arbitrary: word }, awkward, anyName);

export const field: fc.Arbitrary<FieldExpr> = fc
  .array(name, { minLength: 1, maxLength: 3 })
  .map((segments) => ({ kind: 'field', name: segments.join('.'), segments, span }));

const alias: fc.Arbitrary<Alias> = name.map((text) => ({ name: text, span }));

const number = fc
  .stringMatching(/^\d{1,12}(\.\d{1,4})?([eE][+-]?\d)?$/)
  .map((text) => ({ kind: 'number' as const, value: Number(text), text, span }));
const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((value) => ({ kind: 'string' as const, value, span }));
const constant: fc.Arbitrary<LiteralExpr> = fc.constantFrom(
  { kind: 'null', span },
  { kind: 'boolean', value: true, span },
  { kind: 'boolean', value: false, span },
);
const negative = number.map((positive) => ({
  ...positive,
  value: -positive.value,
  text: `-${positive.text}`,
}));

const period: fc.Arbitrary<PeriodExpr> = fc.record({
  kind: fc.constant('period'),
  count: fc.integer({ min: 1, max: 400 }),
  unit: fc.constantFrom(...(Object.keys(unitSpellings) as PeriodExpr['unit'][])),
  span: fc.constant(span),
});

/** Pieces that are regular expressions by themselves, so that any concatenation is one. */
const regexPiece = fc.constantFrom(
  'a',
  '/',
  '\\d+',
  '[^/"]*',
  '(?:x|y)?',
  '\\\\',
  '\\.',
  ' ',
  '|',
  '(?i)',
  '"',
  '[[:alpha:]/]',
  '#',
  '日',
);
const regex = (pieces: fc.Arbitrary<string>): fc.Arbitrary<RegexExpr> =>
  fc.array(pieces, { maxLength: 5 }).map((found) => ({ kind: 'regex', pattern: found.join(''), span }));

/** A path that begins with an index: one that begins with a key would be part of a field's own name. */
function memberOf<Owner extends Expr>(owner: fc.Arbitrary<Owner>): fc.Arbitrary<MemberExpr> {
  const steps = fc.array(fc.oneof(name, fc.nat(99)), { maxLength: 2 });
  return fc
    .tuple(owner, fc.nat(99), steps)
    .map(([from, index, more]) => ({ kind: 'member', owner: from, path: [index, ...more], span }));
}

const { expression, argumentOf } = fc.letrec<{ expression: Expr; leaf: Expr; argumentOf: Expr }>((tie) => ({
  leaf: fc.oneof(field, number, text, constant),
  argumentOf: tie('expression'),
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({
      kind: fc.constant('unary' as const),
      operator: fc.constantFrom('not', '!', '-' as const),
      operand: tie('expression'),
      span: fc.constant(span),
    }) as fc.Arbitrary<Expr>,
    fc.record({
      kind: fc.constant('binary' as const),
      operator: fc.constantFrom('or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '^'),
      left: tie('expression'),
      right: tie('expression'),
      span: fc.constant(span),
    }) as fc.Arbitrary<Expr>,
    fc.record({
      kind: fc.constant('like' as const),
      negated: fc.boolean(),
      operand: tie('expression'),
      pattern: fc.oneof(text, regex(regexPiece)),
      span: fc.constant(span),
    }) as fc.Arbitrary<Expr>,
    fc.record({
      kind: fc.constant('in' as const),
      negated: fc.boolean(),
      operand: tie('expression'),
      items: fc.array(fc.oneof(number, negative, text, constant), { minLength: 1, maxLength: 3 }),
      span: fc.constant(span),
    }) as fc.Arbitrary<Expr>,
    fc.constantFrom(...functions).chain((spec) => callOf(spec, tie('argumentOf'))),
    memberOf(field),
    memberOf(fc.constantFrom(...functions).chain((spec) => callOf(spec, tie('argumentOf')))),
  ),
}));

function callOf(spec: FunctionSpec, argument: fc.Arbitrary<Expr>): fc.Arbitrary<CallExpr> {
  return fc
    .integer({ min: spec.argumentsMin, max: Math.min(spec.argumentsMax, spec.argumentsMin + 2) })
    .chain((count) => {
      const kinds = Array.from({ length: count }, (_, position) => parameterKind(spec, position));
      return fc.tuple(...kinds.map((kind) => argumentOfKind(kind, argument)));
    })
    .map((args) => ({
      kind: 'call',
      name: spec.name,
      nameSpan: span,
      args: withPlainPattern(spec, args),
      span,
    }));
}

/** The pattern of regexReplace is checked when it is a literal; here it need not be one. */
function withPlainPattern(spec: FunctionSpec, args: readonly Expr[]): readonly Expr[] {
  return spec.name === 'regexReplace' ? args.with(1, { kind: 'string', value: 'a+', span }) : args;
}

function argumentOfKind(kind: ParameterKind | undefined, argument: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> {
  if (kind === 'period') return period;
  return kind === 'star' ? fc.oneof(fc.constant<Expr>({ kind: 'star', span }), argument) : argument;
}

export const anyExpression: fc.Arbitrary<Expr> = fc.oneof(expression, argumentOf);

const item: fc.Arbitrary<Item> = fc
  .tuple(anyExpression, fc.option(alias, { nil: undefined }))
  .map(([expr, named]) => (named === undefined ? { expr, span } : { expr, alias: named, span }));
const items = fc.array(item, { minLength: 1, maxLength: 3 });

/** `stats count` is refused, because parentheses were forgotten. */
const aggregates = items.filter((list) =>
  list.every(({ expr }) => expr.kind !== 'field' || !functions.some((spec) => spellsOut(spec, expr.name))),
);
function spellsOut(spec: FunctionSpec, spelling: string): boolean {
  return [spec.name, ...spec.spellings].some((known) => known.toLowerCase() === spelling.toLowerCase());
}

const stats: fc.Arbitrary<Command> = fc
  .tuple(aggregates, fc.array(item, { maxLength: 2 }), fc.option(period, { nil: undefined }))
  .map(([list, groups, offset]) => {
    const plain = { kind: 'stats' as const, aggregates: list, groups, span };
    return offset === undefined || groups.length === 0 ? plain : { ...plain, offset };
  });

const source = fc.option(field, { nil: undefined });
const globParse: fc.Arbitrary<Command> = fc
  .tuple(
    source,
    text.filter(({ value }) => !value.includes('**')),
    fc.array(alias, { minLength: 20, maxLength: 20 }),
  )
  .map(([from, pattern, names]) => {
    const aliases = names.slice(0, Math.max(1, globStars(pattern.value)));
    const plain = { kind: 'parse' as const, mode: 'pattern' as const, pattern, aliases, multi: false, span };
    return from === undefined ? plain : { ...plain, source: from };
  });
const regexParse: fc.Arbitrary<Command> = fc
  .tuple(source, regex(regexPiece), word, fc.boolean())
  .map(([from, pattern, group, multi]) => {
    const named = { ...pattern, pattern: `${pattern.pattern}(?<${group}>x)` };
    const plain = {
      kind: 'parse' as const,
      mode: 'pattern' as const,
      pattern: named,
      aliases: [],
      multi: multi && !pattern.pattern.includes('|'),
      span,
    };
    return from === undefined ? plain : { ...plain, source: from };
  });
const logfmtParse: fc.Arbitrary<Command> = fc.tuple(source, alias).map(([from, named]) => {
  const plain = { kind: 'parse' as const, mode: 'logfmt' as const, alias: named, span };
  return from === undefined ? plain : { ...plain, source: from };
});
const csvParse: fc.Arbitrary<Command> = fc
  .tuple(source, fc.array(alias, { minLength: 1, maxLength: 3 }))
  .map(([from, aliases]) => {
    const plain = { kind: 'parse' as const, mode: 'csv' as const, aliases, span };
    return from === undefined ? plain : { ...plain, source: from };
  });
const xmlParse: fc.Arbitrary<Command> = fc
  .tuple(source, fc.constantFrom('/a/b', '//a[@b="c"]/@d', "./a[b='x'][2]/text()"), alias)
  .map(([from, value, named]) => {
    const path = { kind: 'string' as const, value, span };
    const plain = { kind: 'parse' as const, mode: 'xml' as const, path, alias: named, span };
    return from === undefined ? plain : { ...plain, source: from };
  });
const unnest: fc.Arbitrary<Command> = fc
  .tuple(fc.oneof(field, memberOf(field)), alias)
  .map(([from, named]) => ({ kind: 'unnest', source: from, alias: named, span }));
const json: fc.Arbitrary<Command> = fc
  .tuple(field, text, alias)
  .map(([from, path, named]) => ({ kind: 'json', source: from, path, alias: named, span }));

const plainCommand: fc.Arbitrary<Command> = fc.oneof(
  items.map((list): Command => ({ kind: 'fields', items: list, span })),
  items.map((list): Command => ({ kind: 'display', items: list, span })),
  anyExpression.map((condition): Command => ({ kind: 'filter', condition, span })),
  fc
    .array(
      fc.record({
        field,
        direction: fc.constantFrom('asc' as const, 'desc' as const),
        span: fc.constant(span),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((keys): Command => ({ kind: 'sort', keys, span })),
  fc
    .tuple(fc.integer({ min: 1, max: 100_000 }), fc.boolean())
    .map(([count, any]): Command => ({ kind: 'limit', count, any, span })),
  stats,
  globParse,
  regexParse,
  logfmtParse,
  csvParse,
  xmlParse,
  json,
  unnest,
  ...rowCommands(field, alias, fc.oneof(constant, number, text), period),
  field.map((list): Command => ({ kind: 'expand', field: list, span })),
  fc.array(field, { minLength: 1, maxLength: 3 }).map((keys): Command => ({ kind: 'dedup', keys, span })),
);

const subQuery = queryOf(plainCommand, 2);
const membership = inQuery(anyExpression, subQuery);
const savedQuery: fc.Arbitrary<Command> = fc
  .tuple(
    alias,
    fc.array(
      fc.tuple(fc.stringMatching(/^[a-z_][a-z0-9_]{0,5}$/), fc.constantFrom('1', '"a, b"', 'c.d', "'|'")),
      {
        maxLength: 2,
      },
    ),
  )
  .map(([named, given]) => ({
    kind: 'savedQuery',
    name: named,
    arguments: given.map(([parameter, value]) => ({ name: { name: parameter, span }, value, span })),
    span,
  }));

const command: fc.Arbitrary<Command> = fc.oneof(
  savedQuery,
  { weight: 4, arbitrary: plainCommand },
  fc.oneof(
    ...sourceCommands({
      field,
      alias,
      constant: fc.oneof(constant, number, text),
      expression: fc.oneof(anyExpression, membership),
      period,
      query: subQuery,
    }),
    membership.map((condition): Command => ({ kind: 'filter', condition, span })),
    fc
      .tuple(membership, alias)
      .map(([expr, named]): Command => ({ kind: 'fields', items: [{ expr, alias: named, span }], span })),
  ),
);

export const anyQuery: fc.Arbitrary<Query> = fc.oneof(
  fc.array(command, { maxLength: 4 }).map((commands): Query => ({ kind: 'query', commands, span })),
  queryOf(command, 3),
);

/** Texts made of what queries are made of, in any order. */
const scraps = fc.constantFrom(
  ...[
    'fields',
    'filter',
    'stats',
    'parse',
    'sort',
    'limit',
    'dedup',
    'display',
    'unnest',
    'expand',
    'json',
    'into',
    'where',
    'SOURCE',
    'pattern',
    '$x',
    'join',
    'appendcols',
    'lookup',
    'OUTPUT',
    'relevantfields',
    'filterIndex',
    'logcompare',
  ],
  ...[
    '|',
    ',',
    '(',
    ')',
    '[',
    ']',
    '=',
    '!=',
    '=~',
    '<',
    '>',
    '+',
    '-',
    '*',
    '/',
    '%',
    '^',
    '!',
    '.',
    ':',
    '{',
    '}',
    '?',
    '&',
  ],
  ...[
    'and',
    'or',
    'not',
    'in',
    'like',
    'as',
    'by',
    'asc',
    'desc',
    'null',
    'true',
    'any',
    'offset',
    'group',
    'multi',
    'logfmt',
  ],
  ...[
    'a',
    '@timestamp',
    'a.b.0',
    '`c d`',
    '@`e`',
    '`',
    '"x"',
    "'y'",
    '"',
    "'",
    '\\',
    '#',
    '\n',
    '5',
    '1.5',
    '5m',
    '-1',
    '1e9',
  ],
  ...[
    'count',
    'count(',
    'bin(',
    'bin(5m)',
    'if(',
    'in (',
    '(SOURCE',
    'logGroups(',
    'logGroupTags([{',
    'START=',
    'left=a',
    '/x/',
    '/(?<n>.)/',
    '/[',
    '/(?=x)/',
    '[1]',
    '.b',
    'é',
    '😀',
    '“',
    '\u0000',
  ],
);
export const queryLikeText: fc.Arbitrary<string> = fc
  .array(fc.tuple(scraps, fc.constantFrom('', ' ', ' ', '\n')), { maxLength: 60 })
  .map((pieces) => pieces.flat().join(''));
