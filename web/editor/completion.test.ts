import { describe, expect, it } from 'vitest';
import { offersAt } from './completion.ts';

const fields = [
  { name: 'detail-type', events: 1_200 },
  { name: 'ecs.service', events: 900 },
];
/** The offers where `|` in the text marks the caret. */
function at(marked: string) {
  const offset = marked.indexOf('¦');
  return offersAt(marked.replace('¦', ''), offset, fields);
}
const texts = (marked: string) => at(marked)?.offers.map(({ text }) => text) ?? null;

describe('where a command begins', () => {
  it.each(['¦', 'fi¦', 'fields @timestamp | ¦', 'fields @timestamp\n# note\n| st¦'])(
    'offers commands at %j',
    (marked) => {
      expect(texts(marked)).toContain('stats');
      expect(texts(marked)).not.toContain('ecs.service');
    },
  );

  it('leaves out commands that do not run yet', () => expect(texts('¦')).not.toContain('pattern'));
});

describe('inside of a command', () => {
  it('offers fields as the language writes them', () => {
    expect(texts('filter ¦')).toEqual(
      expect.arrayContaining(['ecs.service', '`detail-type`', '@message', 'like']),
    );
  });

  it('offers aggregates to stats alone', () => {
    expect(texts('stats ¦')).toContain('count');
    expect(texts('filter ¦')).not.toContain('count');
    expect(texts('filter ¦')).toContain('strlen');
  });

  it('offers aggregates first', () => {
    const rank = (text: string) => at('stats co¦')?.offers.find((offer) => offer.text === text)?.rank ?? 0;
    expect(rank('count')).toBeGreaterThan(rank('concat'));
    expect(rank('concat')).toBeGreaterThan(rank('ecs.service'));
  });

  it('replaces the word before the caret, dots, backticks and @ with it', () => {
    expect(at('filter ecs.ser¦')?.from).toBe(7);
    expect(at('filter `detail-t¦')?.from).toBe(7);
    expect(at('filter @mes¦')?.from).toBe(7);
  });
});

it.each(['filter a = "x¦y"', 'filter a = "open¦', 'filter a like /x¦y/', '# note¦', 'limit 1¦'])(
  'offers nothing at %j',
  (marked) => expect(at(marked)).toBeNull(),
);
