import { describe, expect, it } from 'vitest';
import { parse } from '../language/parser.ts';
import { Group } from '../store/group.ts';
import { type FoundSources, findSources, UnknownLogGroup } from './find-source.ts';

const groups = ['/aws/a', '/aws/b', 'web'].map((name, groupId) => new Group({ name, groupId, createdMs: 0 }));
const environment = {
  accountId: '123456789012',
  store: { groups: () => groups, group: (name: string) => groups.find((group) => group.name === name) },
};
const request = { text: '', logGroups: 'all', startMs: 0, endMs: 10 } as const;

function find(text: string, range = { startMs: 0, endMs: 10 }): FoundSources {
  const clause = parse(text).query.source ?? null;
  return findSources([{ clause, ...range }], request, environment);
}
const namesOf = ({ sources }: FoundSources) =>
  sources.flatMap((source) => source.groups.map(({ name }) => name));

describe('the log groups of a SOURCE', () => {
  it.each([
    ['SOURCE web', ['web']],
    ["SOURCE '/aws/b' web '/aws/b'", ['/aws/b', 'web']],
    ['SOURCE "arn:aws:logs:eu-west-1:1:log-group:/aws/a:*"', ['/aws/a']],
    ["SOURCE logGroups(namePrefix: ['/aws'])", ['/aws/a', '/aws/b']],
    ["SOURCE web logGroups(namePrefix: ['/aws/b', 'w'])", ['web', '/aws/b']],
    [
      "SOURCE logGroups(class: ['standard'], accountIdentifier: ['123456789012'])",
      ['/aws/a', '/aws/b', 'web'],
    ],
    ['SOURCE logGroupTags([{"key": "a", "values": ["b", "!c"]}])', ['/aws/a', '/aws/b', 'web']],
  ])('%s', (text, names) => {
    const found = find(text);
    expect(found.diagnostics).toEqual([]);
    expect(namesOf(found)).toEqual(names);
  });

  it.each([
    "SOURCE logGroups(namePrefix: ['x'])",
    "SOURCE logGroups(class: ['INFREQUENT_ACCESS'])",
    "SOURCE logGroups(accountIdentifier: ['1'])",
    'SOURCE logGroupTags([{"key": "a", "values": ["b"]}])',
    "SOURCE dataSource(['a'])",
  ])('%s chooses none', (text) => {
    expect(find(text).diagnostics.map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
      ['no-log-group', text],
    ]);
  });

  it('are all told that are not there', () => {
    const text = "SOURCE wbe web '/x'";
    const told = find(text).diagnostics.map(({ message, hint, span }) => [
      text.slice(span.start, span.end),
      message,
      hint,
    ]);
    expect(told).toEqual([
      ['wbe', "Log group 'wbe' does not exist for account ID '123456789012'", 'Did you mean `web`?'],
      [
        "'/x'",
        "Log group '/x' does not exist for account ID '123456789012'",
        'shiplog status lists the log groups.',
      ],
    ]);
  });

  it('have a time whose start is not after its end', () => {
    const { diagnostics } = find('SOURCE web', { startMs: 11, endMs: 10 });
    expect(diagnostics.map(({ code }) => code)).toEqual(['empty-time-range']);
  });
});

describe('the log groups of the request', () => {
  const spec = { clause: null, startMs: 0, endMs: 10 };

  it('are those it names, or all of them', () => {
    expect(namesOf(findSources([spec], request, environment))).toEqual(['/aws/a', '/aws/b', 'web']);
    const named = { ...request, logGroups: ['web', 'web'] };
    expect(namesOf(findSources([spec], named, environment))).toEqual(['web']);
  });

  it('must be there, unless a SOURCE takes their place', () => {
    const named = { ...request, logGroups: ['/gone'] };
    expect(() => findSources([spec], named, environment)).toThrow(UnknownLogGroup);
    const clause = parse('SOURCE web').query.source ?? null;
    expect(namesOf(findSources([{ ...spec, clause }], named, environment))).toEqual(['web']);
  });
});
