// Fields that no recorded event has, though one has nearly that name. AWS says nothing about unknown fields and neither do
// we in general: they come and go. A near miss is worth a warning, because its column would quietly stay empty.

import type { FieldExpr, Query } from '../language/ast.ts';
import { type Diagnostic, warningAt } from '../language/diagnostic.ts';
import { closest } from '../language/did-you-mean.ts';
import { fieldText } from '../language/names.ts';
import type { Plan } from '../plan/plan.ts';
import type { GroupSchema } from '../store/schema.ts';

/** A warning for each such name, where the query first has it. */
export function misspeltFields(
  query: Query,
  plan: Plan,
  groups: readonly GroupSchema[],
): readonly Diagnostic[] {
  const known = new Set(groups.flatMap((group) => [...group.fields.keys()]));
  const asked = new Set(nodesIn(plan).flatMap((node) => (isEventField(node) ? [node.name] : [])));
  const seen = new Set<string>();
  return nodesIn(query).flatMap((node) => {
    if (!isFieldExpr(node) || !asked.has(node.name) || known.has(node.name) || seen.has(node.name)) return [];
    seen.add(node.name);
    const meant = node.name.startsWith('@') ? undefined : closest(node.name, known);
    if (meant === undefined || differsInNumbersOnly(node.name, meant)) return [];
    const message = `No recorded event has the field \`${node.name}\`.`;
    const hint = `Did you mean ${fieldText(meant.split('.'))}?`;
    return warningAt(node.span, 'misspelt-field', message, hint);
  });
}

/** `containers.3` is no slip for `containers.2`. */
function differsInNumbersOnly(one: string, other: string): boolean {
  return one.replace(/\d+/g, '') === other.replace(/\d+/g, '');
}

/** Every object in a tree of plain data, in order. */
function nodesIn(tree: unknown): readonly object[] {
  const nodes: object[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    nodes.push(node);
    for (const child of Object.values(node)) visit(child);
  };
  visit(tree);
  return nodes;
}

function isEventField(node: object): node is { readonly name: string } {
  return 'op' in node && node.op === 'field' && 'name' in node && typeof node.name === 'string';
}

function isFieldExpr(node: object): node is FieldExpr {
  return 'kind' in node && node.kind === 'field' && 'segments' in node;
}
