// unmask: lists fields as `fields` does. Nothing is masked here, since there are no data-protection policies (reference 3.13).

import type { UnmaskCommand } from '../../language/ast.ts';
import type { PlanContext } from '../scope.ts';
import { planFields } from './fields.ts';

export function planUnmask({ fields, span }: UnmaskCommand, context: PlanContext): void {
  planFields({ kind: 'fields', items: fields.map((expr) => ({ expr, span: expr.span })), span }, context);
}
