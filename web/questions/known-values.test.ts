import { expect, it } from 'vitest';
import { parse } from '../../src/language/index.ts';
import { knownValues, knownValuesQuery, valueField } from './known-values.ts';

it('asks with a query that parses', () => {
  expect(parse(knownValuesQuery('ecs.service')).diagnostics).toEqual([]);
});

it('offers values for services, and none for a task id', () => {
  expect(valueField('service')).toBe('ecs.service');
  expect(valueField('id')).toBeUndefined();
});

it('reads the values by column, absent ones aside', () => {
  const result = {
    columns: [
      { name: 'ecs.service', kind: 'text' as const },
      { name: 'events', kind: 'number' as const },
    ],
    rows: [
      ['orders', '120'],
      [null, '40'],
    ],
    statistics: { recordsMatched: 160, recordsScanned: 160, bytesScanned: 1, logGroupsScanned: 1 },
    warnings: [],
    durationMs: 1,
  };
  expect(knownValues(result)).toEqual([{ value: 'orders', events: 120 }]);
  expect(knownValues(undefined)).toEqual([]);
});
