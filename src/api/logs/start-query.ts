// StartQuery: compiles at once (MalformedQueryException comes from here and never later), runs in the background.
// Differs: AWS refuses a window that lies before the log group's creation (reference logs-insights-ql 5.4); our groups
// hold events that are older than they are, so such a window is answered.

import { z } from 'zod';
import { parse } from '../../language/index.ts';
import { queryCharsMax, resultRowsMax } from '../../limits.ts';
import { nameInArn } from '../../queries/log-group-arn.ts';
import { callerArn } from '../caller.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import {
  epochMs,
  integer,
  list,
  logGroupIdentifier,
  logGroupName,
  nameOfIdentifier,
  text,
  word,
} from './members.ts';

/** AWS takes 50 groups. Differs: users ask for more, and more costs us nothing. */
const logGroupsMax = 10_000;

const shape = z.object({
  logGroupName: logGroupName.optional(),
  logGroupNames: list(logGroupName, 1, logGroupsMax).optional(),
  logGroupIdentifiers: list(logGroupIdentifier, 1, logGroupsMax).optional(),
  startTime: epochMs,
  endTime: epochMs,
  queryString: text(0, queryCharsMax),
  limit: integer(1, resultRowsMax).optional(),
  queryLanguage: word('CWLI', 'SQL', 'PPL').optional(),
});
type StartQuery = z.output<typeof shape>;

export const startQuery = action(shape, (input, { queries, accountId }, { caller }) => {
  const { queryLanguage = 'CWLI', limit } = input;
  refuse(
    queryLanguage !== 'CWLI',
    `Shiplog runs queries in Logs Insights QL (queryLanguage CWLI), not in ${queryLanguage}; write the query in it, or leave queryLanguage out`,
  );
  const startMs = isMs(input.startTime) ? input.startTime : input.startTime * 1_000;
  const endMs = isMs(input.endTime) ? input.endTime : input.endTime * 1_000 + 999;
  // Inferred: AWS's text is not known.
  refuse(startMs > endMs, 'startTime must not be after endTime');
  const request = {
    text: input.queryString,
    logGroups: logGroupsOf(input),
    startMs,
    endMs,
    ...(limit === undefined ? {} : { limit }),
  };
  return { queryId: queries.start(request, callerArn(caller, accountId)) };
});

/** Those of the parameters, unless the text has a SOURCE, which takes their place (reference 3.30): then the names in it. */
function logGroupsOf({
  logGroupName: name,
  logGroupNames: names,
  logGroupIdentifiers: identifiers,
  queryString,
}: StartQuery): readonly string[] {
  const { source } = parse(queryString).query;
  if (source !== undefined) return source.names.map((written) => nameInArn(written.name));
  const given = [name === undefined ? undefined : [name], names, identifiers?.map(nameOfIdentifier)];
  const [groups, ...more] = given.filter((list) => list !== undefined);
  if (groups !== undefined && more.length === 0) return [...new Set(groups)];
  throw new ServiceError(
    'InvalidParameterException',
    'Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be specified',
  );
}

/** Seconds by the documentation, but AWS's own samples pass milliseconds too (reference logs-insights-ql 5.4). */
const isMs = (time: number): boolean => time >= 100_000_000_000;

function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new ServiceError('InvalidParameterException', message);
}
