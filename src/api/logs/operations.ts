// Every operation of the service's model, by the name after `Logs_20140328.` in X-Amz-Target: what we do, what finds
// nothing because nothing of the kind can be made here, and what we refuse.

import { actions, type GrantedAction } from './actions.ts';
import { noneHere } from './none-here.ts';
import { refusals } from './refusals.ts';

export const operations: ReadonlyMap<string, GrantedAction> = new Map<string, GrantedAction>([
  ...actions,
  ...noneHere,
  ...refusals,
]);
