import { describe, expect, it } from 'vitest';
import { defaultGroupSettings } from '../store/group-settings.ts';
import type { GroupSchema } from '../store/schema.ts';
import { checkQuery } from './check-query.ts';

const fields = ['detail.lastStatus', 'detail.containers.0.exitCode', 'detail-type', 'user', 'ms'];
const group: GroupSchema = {
  name: 'g',
  table: 'events_1',
  groupId: 1,
  createdMs: 0,
  fields: new Map(fields.map((name) => [name, `"${name}"`])),
  settings: defaultGroupSettings,
};
const environment = {
  store: { groups: () => [group], group: () => group, savedQueries: () => [], lookupTable: () => undefined },
  nowMs: () => 0,
  accountId: '',
};
const warnings = (text: string) =>
  checkQuery({ text, logGroups: 'all', startMs: 0, endMs: 0 }, environment).map(
    ({ span, hint }) => `${text.slice(span.start, span.end)}: ${hint}`,
  );

describe('a near miss', () => {
  it.each([
    ['filter detail.lastStaus = "STOPPED"', ['detail.lastStaus: Did you mean detail.lastStatus?']],
    ['filter detail.laststatus = 1', ['detail.laststatus: Did you mean detail.lastStatus?']],
    ['filter `detail-typ` = 1', ['`detail-typ`: Did you mean `detail-type`?']],
    ['stats count(*) by usr, usr', ['usr: Did you mean user?']],
  ])('%s', (text, expected) => expect(warnings(text)).toEqual(expected));
});

describe('nothing is said about', () => {
  it.each([
    ['fields of the event', 'filter detail.lastStatus = "STOPPED" and @mesage = 1'],
    ['names unlike any other', 'filter nothing.like.it = 1'],
    ['other positions of a list', 'filter detail.containers.1.exitCode = 1'],
    ['names that the query makes', 'fields user as usr | filter usr = "a"'],
    ['captures', 'parse @message "* *" as usr, mss | filter usr = "a"'],
  ])('%s', (_name, text) => expect(warnings(text)).toEqual([]));
});
