import { expect, it } from 'vitest';
import { defaultGroupSettings } from '../store/group-settings.ts';
import { compileQuery } from './compile-query.ts';
import { summaryText } from './explain-summary.ts';

const group = {
  name: 'app',
  table: 'events_1',
  groupId: 1,
  createdMs: 0,
  fields: new Map([['user', '"user"']]),
  settings: defaultGroupSettings,
};
const environment = {
  store: { groups: () => [group], group: () => group, savedQueries: () => [], lookupTable: () => undefined },
  nowMs: () => 0,
  accountId: '',
};
const summary = (text: string) =>
  summaryText(text, compileQuery({ text, logGroups: 'all', startMs: 0, endMs: 1_000 }, environment));

it('says how a query is written, what it reads, answers and does', () => {
  expect(summary('where user="ann" | stats count(*)as n by user # why')).toBe(
    [
      'filter user = "ann"',
      '| stats count(*) as n by user # why',
      '',
      'reads    app, the beginning to 1970-01-01T00:00:01.000Z',
      'fields   user',
      'columns  user (text), n (number)',
      'runs     SQL',
    ].join('\n'),
  );
});

it('names what happens outside of the engine', () => {
  expect(summary('pattern @message | limit 3')).toMatch(/^runs {5}SQL, pattern, SQL$/m);
  expect(summary('limit 3 | estimate')).toMatch(/^runs {5}not at all/m);
});
