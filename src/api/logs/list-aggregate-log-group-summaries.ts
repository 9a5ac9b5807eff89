// ListAggregateLogGroupSummaries: how many log groups have each data source. Ours are those that tags tell (queries/tag-filter.ts).
// Inferred: groups without a data source are in no summary.

import { z } from 'zod';
import { dataSourceOf } from '../../queries/tag-filter.ts';
import { action } from './action.ts';
import { choiceMembers, chosenGroups } from './log-group-choice.ts';
import { integer, nextToken, word } from './members.ts';
import { page } from './page.ts';

const pageSizeMax = 50;

const shape = z.object({
  ...choiceMembers,
  groupBy: word('DATA_SOURCE_NAME_TYPE_AND_FORMAT', 'DATA_SOURCE_NAME_AND_TYPE'),
  nextToken: nextToken.optional(),
  limit: integer(1, pageSizeMax).optional(),
});

export const listAggregateLogGroupSummaries = action(shape, (input, context) => {
  const { groupBy, limit = pageSizeMax, nextToken: token, ...choice } = input;
  const counts = new Map<string, number>();
  for (const { settings } of chosenGroups(choice, context)) {
    const source = dataSourceOf(settings.tags);
    if (source === null) continue;
    const key = JSON.stringify([source.name, source.type]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const { items, ...next } = page([...counts].sort(), ['aggregate', groupBy, choice], limit, token);
  return { aggregateLogGroupSummaries: items.map(encode), ...next };
});

/** Inferred: events that no pipeline transforms have no format, which is left out. */
function encode([key, logGroupCount]: readonly [string, number]): object {
  const [name = '', type = ''] = JSON.parse(key) as string[];
  const groupingIdentifiers = [
    { key: 'dataSource.Name', value: name },
    { key: 'dataSource.Type', value: type },
  ];
  return { logGroupCount, groupingIdentifiers };
}
