// parse: captures text into new names; events that do not match stay, with absent captures (reference 3.8).
// Captures are output columns when nothing else selects columns (reference 5.2).

import type { Alias, ParseCommand } from '../../language/ast.ts';
import { globRegex } from '../../language/glob.ts';
import { inspectRegex } from '../../language/regex.ts';
import { groupsThatMayBeEmpty } from '../../language/regex-width.ts';
import type { ColumnRef } from '../plan.ts';
import { claimName, type PlanContext, resolveEventField, resolveField, settleMentions } from '../scope.ts';

export function planParse(command: ParseCommand, context: PlanContext): void {
  const source =
    command.source === undefined
      ? resolveEventField('@message', command.span, context)
      : resolveField(command.source, context);
  settleMentions(context);
  const { pattern, names } = captures(command);
  const mayBeEmpty = groupsThatMayBeEmpty(pattern);
  const ids = names.map(() => context.nextId++);
  context.steps.push({
    step: 'extract',
    source,
    pattern,
    captures: ids.map((id, index) => ({ id, mayBeEmpty: mayBeEmpty[index] ?? true })),
  });
  for (const [index, { name, span }] of names.entries()) {
    const ref: ColumnRef = { op: 'made', id: ids[index] ?? 0, kind: 'text' };
    if (!claimName(name, span, context)) continue;
    context.bindings.set(name, { ref, origin: 'capture' });
    context.captured.push({ name, expr: ref });
  }
}

type CaptureName = Pick<Alias, 'name' | 'span'>;

/** The expression with one plain group per name. */
function captures(command: ParseCommand): {
  readonly pattern: string;
  readonly names: readonly CaptureName[];
} {
  const { pattern, aliases } = command;
  if (pattern.kind === 'string') return { pattern: globRegex(pattern.value), names: aliases };
  const { namedGroups, numberedPattern, positionalPattern } = inspectRegex(pattern.pattern);
  if (aliases.length > 0) return { pattern: positionalPattern, names: aliases };
  return { pattern: numberedPattern, names: namedGroups.map((name) => ({ name, span: pattern.span })) };
}
