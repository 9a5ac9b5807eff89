// CloudWatch ListMetrics: Grafana asks it when a data source is saved. Shiplog holds no metrics, so the list is empty.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html

import { z } from 'zod';
import { action } from '../logs/action.ts';
import { list, text, word } from '../logs/members.ts';

/** In the Query protocol everything is text. */
const flag = z.boolean().or(z.enum(['true', 'false']));
const dimension = z.object({ Name: text(1, 255), Value: text(1, 1_024).optional() });

const shape = z.object({
  Namespace: text(1, 255).optional(),
  MetricName: text(1, 255).optional(),
  Dimensions: list(dimension, 0, 10).optional(),
  NextToken: z.string().optional(),
  RecentlyActive: word('PT3H').optional(),
  IncludeLinkedAccounts: flag.optional(),
  OwningAccount: text(1, 255).optional(),
});

export const listMetrics = action(shape, () => ({ Metrics: [] }), 'ValidationException');
