// How lists of log groups are narrowed: accounts, class, pattern of the name, data sources.

import { z } from 'zod';
import { dataSourceOf } from '../../queries/tag-filter.ts';
import type { GroupSchema } from '../../store/schema.ts';
import type { ApiContext } from '../context.ts';
import { logGroupClass } from './log-class.ts';
import { list, matching } from './members.ts';

export const accountMembers = {
  accountIdentifiers: list(matching(String.raw`\d{12}`, 12, 12), 0, 20).optional(),
  includeLinkedAccounts: z.boolean().optional(),
};

/**
 * There are no accounts but ours, so linked ones add nothing, and a list without ours finds nothing. Inferred: without
 * includeLinkedAccounts the list is not heeded.
 */
export function asksForUs(
  {
    accountIdentifiers = [],
    includeLinkedAccounts,
  }: {
    readonly accountIdentifiers?: readonly string[] | undefined;
    readonly includeLinkedAccounts?: boolean | undefined;
  },
  { accountId }: Pick<ApiContext, 'accountId'>,
): boolean {
  if (includeLinkedAccounts !== true || accountIdentifiers.length === 0) return true;
  return accountIdentifiers.includes(accountId);
}

/** Members of ListLogGroups and ListAggregateLogGroupSummaries. */
export const choiceMembers = {
  ...accountMembers,
  logGroupClass: logGroupClass.optional(),
  logGroupNamePattern: matching(
    String.raw`(\^?[\.\-_\/#A-Za-z0-9]{3,24})(\|\^?[\.\-_\/#A-Za-z0-9]{3,24}){0,4}`,
    3,
    129,
  ).optional(),
  dataSources: list(z.object({ name: z.string(), type: z.string().optional() }), 1, 5).optional(),
};
const choice = z.object(choiceMembers);

/** The groups that meet all of it, ordered by name. */
export function chosenGroups(input: z.output<typeof choice>, context: ApiContext): readonly GroupSchema[] {
  if (!asksForUs(input, context)) return [];
  const { logGroupClass: logClass, logGroupNamePattern, dataSources } = input;
  // The constraint above leaves only names, `^` and `|`; a dot stands for any character, as in regular expressions.
  const pattern = new RegExp(logGroupNamePattern ?? '');
  return context.store
    .groups()
    .filter(
      ({ name, settings }) =>
        pattern.test(name) &&
        (logClass === undefined || settings.logClass === logClass) &&
        (dataSources === undefined || comesFrom(settings.tags, dataSources)),
    )
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Names are alternatives, and so are types; where both are asked for, both must fit [AWS]. */
function comesFrom(
  tags: GroupSchema['settings']['tags'],
  filters: readonly { readonly name: string; readonly type?: string | undefined }[],
): boolean {
  const source = dataSourceOf(tags);
  const types = filters.flatMap(({ type }) => type ?? []);
  if (source === null || !filters.some(({ name }) => name === source.name)) return false;
  return types.length === 0 || types.includes(source.type);
}
