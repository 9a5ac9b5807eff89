// What the actions on lookup tables share: their members, their ARNs, and where the content comes from.

import { z } from 'zod';
import {
  lookupTableBytesMax,
  lookupTableDescriptionCharsMax,
  lookupTableNameCharsMax,
} from '../../limits.ts';
import { csvOfPages } from '../../queries/csv-of-rows.ts';
import type { QueryService } from '../../queries/query-service.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { text } from './members.ts';

export const lookupTableName = text(1, lookupTableNameCharsMax).regex(/^[a-zA-Z0-9_]+$/, {
  error: 'Member must satisfy regular expression pattern: ^[a-zA-Z0-9_]+$',
});
export const lookupTableArn = text(1, 2_048);

/** Members that say what is in a table. */
export const contentMembers = {
  description: text(0, lookupTableDescriptionCharsMax).optional(),
  tableBody: text(1, lookupTableBytesMax).optional(),
  queryId: text(1, 256).optional(),
  kmsKeyId: z.string().optional(),
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html, "Resource types" */
export function arnOf(name: string, { region, accountId }: Pick<ApiContext, 'region' | 'accountId'>): string {
  return `arn:aws:logs:${region}:${accountId}:lookup-table:${name}`;
}

/** Differs: as with log groups, account and Region of an ARN are not compared with ours. */
export function nameOfArn(arn: string): string {
  const name = /^arn:[^:]+:logs:[^:]*:[^:]*:lookup-table:([^:]+)$/.exec(arn)?.[1];
  if (name !== undefined) return name;
  throw new ServiceError('InvalidParameterException', `'${arn}' is not the ARN of a lookup table`);
}

/** The CSV of a request: its own, or the rows of a query. */
export async function bodyOf(
  { tableBody, queryId }: { readonly tableBody?: string | undefined; readonly queryId?: string | undefined },
  queries: QueryService,
): Promise<string> {
  if (tableBody !== undefined && queryId === undefined) return tableBody;
  if (queryId !== undefined && tableBody === undefined) return bodyOfQuery(queryId, queries);
  throw new ServiceError(
    'InvalidParameterException',
    'Exactly one of tableBody and queryId must be specified',
  );
}

/** Of one that is complete, or that was stopped: then the rows that it had found. */
async function bodyOfQuery(queryId: string, queries: QueryService): Promise<string> {
  const state = await queries.get(queryId);
  if (state?.status !== 'Complete' && state?.status !== 'Cancelled') {
    const what = state === undefined ? 'does not exist' : `has no results: it is ${state.status}`;
    throw new ServiceError('InvalidParameterException', `Query '${queryId}' ${what}`);
  }
  const { columns, rowCount } = state;
  return csvOfPages({ columns, rowCount, page: (start, count) => queries.rows(queryId, start, count) });
}

/** What we would have to ignore is refused. */
export function refuseMember(member: string, given: boolean): void {
  if (given)
    throw new ServiceError('InvalidParameterException', `Shiplog does not support ${member}; leave it out`);
}
