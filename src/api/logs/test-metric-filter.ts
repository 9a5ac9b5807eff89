// TestMetricFilter: which of some messages a filter pattern matches, and what it takes out of them.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html
// Differs from that page's examples, as AWS itself does: events are numbered from 1.

import { z } from 'zod';
import { compileFilterPattern } from '../../filter-pattern/index.ts';
import { testedMessagesMax } from '../../limits.ts';
import { action } from './action.ts';
import { filterPattern, list, text } from './members.ts';

const shape = z.object({ filterPattern, logEventMessages: list(text(1), 1, testedMessagesMax) });

export const testMetricFilter = action(shape, ({ filterPattern: pattern, logEventMessages }) => {
  const compiled = compileFilterPattern(pattern);
  return {
    matches: logEventMessages.flatMap((eventMessage, index) => {
      const extractedValues = compiled.extract(eventMessage);
      return extractedValues === null ? [] : [{ eventNumber: index + 1, eventMessage, extractedValues }];
    }),
  };
});
