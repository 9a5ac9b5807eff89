// StopQuery. Grafana stops queries that have ended and tolerates exactly the error that AWS gives.

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { text } from './members.ts';

const shape = z.object({ queryId: text(0, 256) });

export const stopQuery = action(shape, ({ queryId }, { queries }) => {
  const outcome = queries.stop(queryId);
  if (outcome === 'unknown') {
    throw new ServiceError('ResourceNotFoundException', `Query '${queryId}' does not exist`);
  }
  if (outcome === 'ended') {
    throw new ServiceError('InvalidParameterException', `Query '${queryId}' is not running`);
  }
  return { success: true };
});
