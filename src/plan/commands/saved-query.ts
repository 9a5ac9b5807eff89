// `$Name(…)`: expanded as text before a query is planned, so that one that is still here has no text.

import type { SavedQueryCommand } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import type { PlanContext } from '../scope.ts';

export function planSavedQuery({ name }: SavedQueryCommand, context: PlanContext): void {
  const message = `There is no saved query \`${name.name}\`.`;
  context.diagnostics.push(errorAt(name.span, 'unknown-saved-query', message));
}
