// StopQuery. Grafana stops queries that have ended and tolerates exactly the error that AWS gives.

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { queryMissing } from './get-query-results.ts';
import { text } from './members.ts';

const shape = z.object({ queryId: text(1, 256) });

export const stopQuery = action(shape, async ({ queryId }, { queries }) => {
  const outcome = await queries.stop(queryId);
  if (outcome === 'unknown') throw queryMissing(queryId);
  if (outcome === 'ended') {
    throw new ServiceError('InvalidParameterException', `Query '${queryId}' is not running`);
  }
  return { success: true };
});
