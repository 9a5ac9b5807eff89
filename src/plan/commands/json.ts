// json: a value out of a map, or out of a text that holds JSON (reference 3.8).
// Inferred: dots separate the keys of the path, and a number among them is also the index of a list, from 0.

import type { JsonCommand } from '../../language/ast.ts';
import { planDecoded } from '../call.ts';
import { memberOf } from '../json.ts';
import { bindMade, materialise, type PlanContext, resolveValue, settleMentions } from '../scope.ts';

export function planJson({ source, path, alias }: JsonCommand, context: PlanContext): void {
  const map = planDecoded('json', resolveValue(source, context), 'row', context);
  settleMentions(context);
  const member = memberOf(map, path.value.split('.'));
  bindMade(alias, materialise(member, context), 'capture', context);
}
