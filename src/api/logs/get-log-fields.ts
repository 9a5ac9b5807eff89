// GetLogFields: the fields of a data source, over all log groups whose tags say that they belong to it (queries/tag-filter.ts).
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogFields.html
// Inferred: every field is a string, since values are kept as they came; AWS knows the types of its services' own logs.

import { z } from 'zod';
import { dataSourceOf } from '../../queries/tag-filter.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { text } from './members.ts';

const nameCharsMax = 256;

const shape = z.object({ dataSourceName: text(1), dataSourceType: z.string() });

export const getLogFields = action(shape, ({ dataSourceName, dataSourceType }, { store }) => {
  const groups = store.groups().filter(({ settings }) => {
    const source = dataSourceOf(settings.tags);
    return source?.name === dataSourceName && source.type === dataSourceType;
  });
  if (groups.length === 0) {
    const message = `No log group has the data source ${dataSourceName} of type ${dataSourceType}: tag one with cw:datasource:name and cw:datasource:type.`;
    throw new ServiceError('ResourceNotFoundException', message);
  }
  const names = new Set(groups.flatMap(({ fields }) => [...fields.keys()]));
  return {
    logFields: [...names]
      .filter((name) => name.length <= nameCharsMax)
      .sort()
      .map((logFieldName) => ({ logFieldName, logFieldType: { type: 'string' } })),
  };
});
