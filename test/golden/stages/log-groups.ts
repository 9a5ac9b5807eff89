// The log groups, lookup tables and saved queries that the queries of this folder are compiled against: fixed here, so that the
// names and numbers in plans and statements never shift.

import type { CompileEnvironment } from '../../../src/queries/compile-query.ts';
import { defaultGroupSettings } from '../../../src/store/group-settings.ts';
import type { SavedQuery } from '../../../src/store/saved-query.ts';
import type { GroupSchema } from '../../../src/store/schema.ts';

const nowMs = Date.parse('2026-06-30T00:00:00.000Z');

function logGroup(name: string, groupId: number, fields: readonly string[]): GroupSchema {
  const columns = new Map(fields.map((field) => [field, field]));
  const indexes = [{ field: 'user', type: 'FIELD_INDEX', sinceMs: nowMs - 86_400_000 } as const];
  const settings = { ...defaultGroupSettings, indexPolicy: { document: '', updatedMs: nowMs, indexes } };
  return {
    name,
    groupId,
    table: `events_${groupId}`,
    fields: columns,
    createdMs: 0,
    settings,
  };
}

const groups: readonly GroupSchema[] = [
  logGroup('app', 1, [
    'id',
    'user',
    'path',
    'status',
    'ms',
    'ok',
    'region',
    'ip',
    'detail-type',
    'detail.group',
  ]),
  logGroup('web', 2, ['id', 'user', 'status']),
];

const savedQueries: readonly SavedQuery[] = [
  {
    id: '1',
    name: 'ops/slow',
    query: 'filter ms > {{least}} and region = {{where}}',
    logGroups: [],
    parameters: [{ name: 'least', defaultValue: '100' }, { name: 'where' }],
    modifiedMs: 0,
  },
];

const lookupColumns: Readonly<Record<string, readonly string[]>> = {
  teams: ['user', 'team', 'mail'],
  networks: ['range', 'zone'],
};

const contents = { records: 0, sizeBytes: 0, createdMs: 0, updatedMs: 0 };

export const environment: CompileEnvironment = {
  store: {
    groups: () => groups,
    group: (wanted) => groups.find(({ name }) => name === wanted),
    savedQueries: () => savedQueries,
    lookupTable: (name) => {
      const columns = lookupColumns[name]?.map((column, index) => ({
        name: column,
        column: `c${index + 1}`,
      }));
      if (columns === undefined) return undefined;
      return { name, table: `lookup_${name}`, orderColumn: 'row', columns, ...contents };
    },
  },
  accountId: '123456789012',
  nowMs: () => nowMs,
};
