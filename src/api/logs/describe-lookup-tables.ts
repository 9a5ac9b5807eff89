// DescribeLookupTables: by prefix of the name, in pages of 50, or at most 100, ordered by name.

import { z } from 'zod';
import type { LookupTable } from '../../store/lookup-table.ts';
import type { ApiContext } from '../context.ts';
import { action } from './action.ts';
import { arnOf, lookupTableName } from './lookup-table-members.ts';
import { integer, nextToken } from './members.ts';
import { page } from './page.ts';

const pageSizeDefault = 50;
const pageSizeMax = 100;

const shape = z.object({
  lookupTableNamePrefix: lookupTableName.optional(),
  maxResults: integer(1, pageSizeMax).optional(),
  nextToken: nextToken.optional(),
});

export const describeLookupTables = action(shape, (input, context) => {
  const { lookupTableNamePrefix: prefix = '' } = input;
  const tables = context.store.lookupTables().filter(({ name }) => name.startsWith(prefix));
  const size = input.maxResults ?? pageSizeDefault;
  const { items, ...next } = page(tables, ['lookup-tables', prefix], size, input.nextToken);
  return { lookupTables: items.map((table) => encode(table, context)), ...next };
});

function encode(table: LookupTable, context: ApiContext): object {
  return {
    lookupTableArn: arnOf(table.name, context),
    lookupTableName: table.name,
    ...(table.description === undefined ? {} : { description: table.description }),
    tableFields: table.columns.map(({ name }) => name),
    recordsCount: table.records,
    sizeBytes: table.sizeBytes,
    lastUpdatedTime: table.updatedMs,
  };
}
