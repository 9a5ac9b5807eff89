import { describe, expect, it } from 'vitest';
import { offersAt } from './completion.ts';

const fields = [
  { name: 'detail-type', events: 1_200 },
  { name: 'ecs.service', events: 900 },
  { name: 'detail.some-thing.0', events: 0 },
];
/** The offers where `¦` in the text marks the caret. */
const at = (marked: string) => offersAt(marked.replace('¦', ''), marked.indexOf('¦'), fields);
const texts = (marked: string) => at(marked)?.offers.map(({ text }) => text) ?? null;

it('offers commands where one begins, with all of their words', () => {
  expect(texts('¦')).toEqual(expect.arrayContaining(['stats', 'filter', 'where', 'SOURCE']));
  expect(texts('fields a | ¦')).toContain('limit');
  expect(texts('¦')).not.toContain('ecs.service');
});

it('leaves out commands that do not run', () => expect(texts('¦')).not.toContain('tail'));

describe('inside of a command', () => {
  it('offers fields as the language writes them', () => {
    expect(texts('filter ¦')).toEqual(
      expect.arrayContaining(['ecs.service', '`detail-type`', 'detail.`some-thing`.0', '@message', 'like']),
    );
  });

  it('offers aggregates to stats alone, before its by', () => {
    expect(texts('stats ¦')).toContain('count');
    expect(texts('stats count(*) by ¦')).not.toContain('count');
    expect(texts('stats count(*) by ¦')).toEqual(expect.arrayContaining(['bin', 'ecs.service']));
    expect(texts('filter ¦')).not.toContain('count');
    expect(texts('filter ¦')).toContain('strlen');
  });

  it('offers names and functions where only they fit', () => {
    expect(texts('sort ¦')).toEqual(expect.arrayContaining(['by', 'asc', 'desc', '@timestamp']));
    expect(texts('sort ¦')).not.toContain('strlen');
    expect(texts('limit ¦')).toEqual(['any']);
    expect(texts('stats count(*) by bin(¦')).toEqual(expect.arrayContaining(['5m', '1h']));
  });

  it('offers what stats made, and no fields of events, behind it', () => {
    expect(texts('stats count(*) as n by ecs.service | sort ¦')).toEqual([
      'by',
      'asc',
      'desc',
      '`ecs.service`',
      'n',
    ]);
  });

  it('puts aggregates and own names first, then functions, then fields by how often they occur', () => {
    const rank = (marked: string, text: string) =>
      at(marked)?.offers.find((offer) => offer.text === text)?.rank ?? Number.NaN;
    expect(rank('stats ¦', 'count')).toBeGreaterThan(rank('stats ¦', 'concat'));
    expect(rank('stats ¦', 'concat')).toBeGreaterThan(rank('stats ¦', 'ecs.service'));
    expect(rank('stats ¦', '`detail-type`')).toBeGreaterThan(rank('stats ¦', 'ecs.service'));
    expect(rank('fields a as own | filter ¦', 'own')).toBeGreaterThan(rank('filter ¦', 'strlen'));
  });
});

it('offers nothing inside of a text', () => expect(at('filter a = "x¦y"')).toBeNull());
