// ListLogGroups: log groups that meet every filter, ordered by name, in pages.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListLogGroups.html

import { z } from 'zod';
import { meetsTagFilter } from '../../queries/tag-filter.ts';
import { indexedSinceMs } from '../../store/group-settings.ts';
import { action } from './action.ts';
import { choiceMembers, chosenGroups } from './log-group-choice.ts';
import { integer, list, logGroupArn, nextToken, text } from './members.ts';
import { page } from './page.ts';

const pageSizeDefault = 50;

const tagValue = text(0, 259).regex(/^!?\*?[\p{L}\p{Z}\p{N}_.:/=+\-@]*\*?$/u, {
  error: String.raw`Member must satisfy regular expression pattern: ^!?\*?([\p{L}\p{Z}\p{N}_.:/=+\-@]*)\*?$`,
});
const tagFilter = z.object({ key: text(1, 128), values: list(tagValue, 0, 5).optional() });

const shape = z.object({
  ...choiceMembers,
  fieldIndexNames: list(text(1, 512), 1, 20).optional(),
  logGroupTags: list(tagFilter, 1, 5).optional(),
  nextToken: nextToken.optional(),
  limit: integer(1, 1_000).optional(),
});

export const listLogGroups = action(shape, (input, context) => {
  const {
    fieldIndexNames = [],
    logGroupTags = [],
    limit = pageSizeDefault,
    nextToken: token,
    ...choice
  } = input;
  const groups = chosenGroups(choice, context).filter(
    ({ settings }) =>
      fieldIndexNames.every((field) => indexedSinceMs(settings, field) !== null) &&
      logGroupTags.every(({ key, values = [] }) => meetsTagFilter(settings.tags, { key, values })),
  );
  const scope = ['list', choice, fieldIndexNames, logGroupTags];
  const { items, ...next } = page(groups, scope, limit, token);
  return {
    logGroups: items.map(({ name, settings }) => ({
      logGroupName: name,
      logGroupArn: logGroupArn(name, context),
      logGroupClass: settings.logClass,
    })),
    ...next,
  };
});
