// Random trees of the commands that work on rows and columns, as the parser can build them.

import fc from 'fast-check';
import type { Alias, Command, FieldExpr, LiteralExpr, PeriodExpr } from '../../src/language/ast.ts';

const span = { start: 0, end: 0 };

/** An object without the members that are undefined, as the parser makes it. */
function present<T extends object>(node: T): T {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined)) as T;
}

/** One arbitrary per command, made of those of their parts. */
export function rowCommands(
  field: fc.Arbitrary<FieldExpr>,
  alias: fc.Arbitrary<Alias>,
  constant: fc.Arbitrary<LiteralExpr>,
  period: fc.Arbitrary<PeriodExpr>,
): readonly fc.Arbitrary<Command>[] {
  const fields = fc.array(field, { minLength: 1, maxLength: 3 });
  const named = fc.option(alias, { nil: undefined });
  const wildcard = fc
    .stringMatching(/^[a-z_*][a-z0-9_.*]{0,4}\*$/)
    .map((pattern) => ({ kind: 'wildcard' as const, pattern, span }));
  const commands = [
    fc.tuple(field, named).map(([of, name]) => ({ kind: 'accum', field: of, alias: name, span })),
    fc
      .tuple(field, named, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 9 }))
      .map(([of, name, first, more]) => {
        const last = name === undefined ? first + more : first;
        return { kind: 'autoregress', field: of, alias: name, first, last, span };
      }),
    fc
      .array(fc.oneof(field, wildcard), { maxLength: 3 })
      .map((list) => ({ kind: 'filldown', fields: list, span })),
    fc
      .array(fc.record({ value: constant, field, span: fc.constant(span) }), { maxLength: 2 })
      .map((values) => ({ kind: 'fillmissing', values, span })),
    fc.record({
      kind: fc.constant('outlier'),
      action: fc.constantFrom('remove', 'transform'),
      factor: fc.constantFrom(0, 1.5, 2.5, 3),
      lower: fc.boolean(),
      mark: fc.boolean(),
      fields,
      span: fc.constant(span),
    }),
    fc
      .tuple(fields, fc.option(period, { nil: undefined }), named)
      .map(([list, maxspan, name]) => ({ kind: 'sessionize', fields: list, maxspan, alias: name, span })),
    fc
      .tuple(named, fc.boolean(), fc.boolean(), fc.oneof(fc.constant([]), fields))
      .map(([name, row, column, list]) => ({ kind: 'addtotals', name, row, column, fields: list, span })),
    fields.map((list) => ({ kind: 'countFrequent', fields: list, span })),
    fields.map((list) => ({ kind: 'unmask', fields: list, span })),
  ];
  return commands.map((command) => command.map((node) => present(node) as Command));
}
