// What the actions on lookup tables share: their members, their ARNs, and where the content comes from.

import { z } from 'zod';
import {
  lookupTableBytesMax,
  lookupTableDescriptionCharsMax,
  lookupTableNameCharsMax,
} from '../../limits.ts';
import type { QueryService } from '../../queries/query-service.ts';
import { csvRecord } from '../../store/csv.ts';
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
export function bodyOf(
  { tableBody, queryId }: { readonly tableBody?: string | undefined; readonly queryId?: string | undefined },
  queries: QueryService,
): string {
  if (tableBody !== undefined && queryId === undefined) return tableBody;
  if (queryId !== undefined && tableBody === undefined) return bodyOfQuery(queryId, queries);
  throw new ServiceError(
    'InvalidParameterException',
    'Exactly one of tableBody and queryId must be specified',
  );
}

/**
 * Inferred: the pointer to the event behind a row is not data and is left out.
 * Differs: AWS takes the rows that a query had when it was cancelled; ours has none by then.
 */
function bodyOfQuery(queryId: string, queries: QueryService): string {
  const state = queries.get(queryId);
  if (state?.result === undefined) {
    const what = state === undefined ? 'does not exist' : `has no results: it is ${state.status}`;
    throw new ServiceError('InvalidParameterException', `Query '${queryId}' ${what}`);
  }
  const { columns, rows } = state.result;
  const kept = [...columns.keys()].filter((index) => columns[index]?.name !== '@ptr');
  const header = kept.map((index) => columns[index]?.name ?? '');
  return [header, ...rows.map((row) => kept.map((index) => row[index] ?? null))].map(csvRecord).join('');
}

/** What we would have to ignore is refused. */
export function refuseMember(member: string, given: boolean): void {
  if (given)
    throw new ServiceError('InvalidParameterException', `Shiplog does not support ${member}; leave it out`);
}
