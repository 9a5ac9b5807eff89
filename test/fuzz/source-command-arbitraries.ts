// Random trees of what reads beside the query's own log groups, and of the commands over patterns, as the parser can build
// them: SOURCE, sub-queries, join, appendcols, lookup tables.

import fc from 'fast-check';
import type {
  Alias,
  Command,
  Expr,
  FieldExpr,
  LiteralExpr,
  LogGroupSelection,
  LookupOutput,
  PeriodExpr,
  Query,
  SourceClause,
  TimeBound,
} from '../../src/language/ast.ts';

const span = { start: 0, end: 0 };

/** An object without the members that are undefined, as the parser makes it. */
function present<T extends object>(node: T): T {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined)) as T;
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const texts = fc.array(text, { minLength: 1, maxLength: 2 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const selection: fc.Arbitrary<LogGroupSelection> = fc.oneof(
  fc
    .record({ namePrefixes: maybe(texts), accounts: maybe(texts), classes: maybe(texts) })
    .map((lists): LogGroupSelection => ({ ...(present(lists) as object), kind: 'logGroups', span })),
  texts.map((names): LogGroupSelection => ({ kind: 'dataSource', names, span })),
  fc
    .array(fc.record({ key: text, values: texts }), { minLength: 1, maxLength: 2 })
    .map((filters): LogGroupSelection => ({ kind: 'logGroupTags', filters, span })),
);
const bound: fc.Arbitrary<TimeBound> = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }).map((seconds) => ({ relative: true, ms: seconds * 1000, span })),
  fc.integer({ min: 1e11, max: 4e12 }).map((ms) => ({ relative: false, ms, span })),
);
const clause: fc.Arbitrary<SourceClause> = fc
  .record({
    names: fc.array(
      text.map((name) => ({ name, span })),
      { minLength: 1, maxLength: 2 },
    ),
    selections: fc.array(selection, { maxLength: 2 }),
    start: maybe(bound),
    end: maybe(bound),
  })
  .map((parts) => ({ ...present(parts), kind: 'source', span }) as SourceClause);

/** A query of these commands, with or without a clause. */
export function queryOf(command: fc.Arbitrary<Command>, commandsMax: number): fc.Arbitrary<Query> {
  return fc
    .tuple(maybe(clause), fc.array(command, { minLength: 1, maxLength: commandsMax }))
    .map(([source, commands]) => present({ kind: 'query', source, commands, span }) as Query);
}

/** `x in ( query )` */
export function inQuery(operand: fc.Arbitrary<Expr>, query: fc.Arbitrary<Query>): fc.Arbitrary<Expr> {
  return fc.record({
    kind: fc.constant('inQuery' as const),
    negated: fc.boolean(),
    operand,
    query,
    span: fc.constant(span),
  });
}

interface Parts {
  readonly field: fc.Arbitrary<FieldExpr>;
  readonly alias: fc.Arbitrary<Alias>;
  readonly constant: fc.Arbitrary<LiteralExpr>;
  readonly expression: fc.Arbitrary<Expr>;
  readonly period: fc.Arbitrary<PeriodExpr>;
  /** A query without a sub-query in it. */
  readonly query: fc.Arbitrary<Query>;
}

/** One arbitrary per command, made of those of their parts. */
export function sourceCommands(parts: Parts): readonly fc.Arbitrary<Command>[] {
  const { field, alias, expression, period, query } = parts;
  const fields = fc.array(field, { minLength: 1, maxLength: 2 });
  const commands = [
    joinOf(field, alias),
    fc
      .tuple(fc.boolean(), fc.integer({ min: 1, max: 100_000 }), query)
      .map(([override, max, inner]) => ({ kind: 'appendcols', override, max, query: inner, span })),
    ...lookupsOf(field, alias),
    filterIndexOf(parts),
    expression.map((operand) => ({ kind: 'pattern', operand, span })),
    fc
      .constantFrom('previousPeriod', 'previousDay', 'previousWeek', 'previousMonth')
      .map((against) => ({ kind: 'diff', against, span })),
    period.map((shift) => ({ kind: 'logcompare', shift, span })),
    fc
      .tuple(fc.oneof(fc.constant([]), fields), expression)
      .map(([list, condition]) => ({ kind: 'relevantfields', fields: list, condition, span })),
    fc.constantFrom('anomaly', 'estimate').map((kind) => ({ kind, span })),
  ];
  return commands.map((command) => command.map((node) => present(node) as Command));
}

function joinOf(field: fc.Arbitrary<FieldExpr>, alias: fc.Arbitrary<Alias>): fc.Arbitrary<object> {
  return fc
    .record({
      type: fc.constantFrom('inner', 'left'),
      left: alias,
      right: alias,
      leftKey: field,
      rightKey: field,
      source: clause,
    })
    .filter(({ left, right }) => left.name !== right.name)
    .map((node) => ({ ...node, kind: 'join', span }));
}

/** A column of that name is not taken for the word. */
const isKeyword = ({ name }: { readonly name: string }): boolean => /^output(new)?$/i.test(name);

function lookupsOf(
  field: fc.Arbitrary<FieldExpr>,
  alias: fc.Arbitrary<Alias>,
): readonly fc.Arbitrary<object>[] {
  const column = alias.filter((name) => !isKeyword(name));
  const output: fc.Arbitrary<LookupOutput> = fc
    .tuple(alias, maybe(alias))
    .map(([of, named]) => present({ column: of, alias: named, span }) as LookupOutput);
  const rest = {
    keepPresent: fc.boolean(),
    outputs: fc.array(output, { minLength: 1, maxLength: 2 }),
    span: fc.constant(span),
  };
  const key = fc.record({ column, field });
  return [
    fc.record({
      kind: fc.constant('lookup'),
      table: alias,
      keys: fc.array(key, { minLength: 1, maxLength: 2 }),
      ...rest,
    }),
    fc.record({
      kind: fc.constant('cidrlookup'),
      table: alias,
      field: field.filter((of) => !isKeyword(of)),
      column: maybe(alias),
      ...rest,
    }),
  ];
}

function filterIndexOf({ field, constant }: Parts): fc.Arbitrary<object> {
  const known = constant.filter(({ kind }) => kind !== 'null');
  const condition = fc.oneof(
    fc.tuple(field, known).map(([left, right]) => ({ kind: 'binary', operator: '=', left, right, span })),
    fc
      .tuple(field, fc.array(constant, { minLength: 1, maxLength: 2 }))
      .map(([operand, items]) => ({ kind: 'in', negated: false, operand, items, span })),
  );
  return condition.map((node) => ({ kind: 'filterIndex', condition: node, span }));
}
