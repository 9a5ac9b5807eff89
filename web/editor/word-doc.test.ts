import { describe, expect, it } from 'vitest';
import { commands, functions } from '../../src/language/index.ts';
import { commandDoc, functionDoc, wordDocAt } from './word-doc.ts';

/** About the word at `¦`. */
const at = (marked: string) => wordDocAt(marked.replace('¦', ''), marked.indexOf('¦'));

describe('the word at a place', () => {
  it('may be a command, under any of its names', () => {
    expect(at('fields a | WH¦ERE b')).toMatchObject({
      span: { start: 11, end: 16 },
      syntax: 'filter condition',
      notes: ['Also where.', 'Documented by AWS.'],
    });
  });

  it('may be a function', () => {
    expect(at('stats ¦count_distinct(a)')).toMatchObject({
      syntax: 'countDistinct(x)',
      example: 'countDistinct(detail.taskArn)',
      notes: ['Also count_distinct.', 'Documented by AWS.', expect.stringMatching(/^Differs: /)],
    });
  });

  it.each([
    'filter ¦count = 1',
    'fields a as ¦stats',
    '# fi¦lter',
    'fields "¦count(*)"',
    'stats count¦',
    'fields a ¦',
  ])('says nothing in %s', (marked) => expect(at(marked)).toBeNull());
});

it('writes code without backticks', () => {
  for (const doc of [...commands.map(commandDoc), ...functions.map(functionDoc)]) {
    expect(doc.meaning).not.toContain('`');
    expect(doc.notes.join()).not.toContain('`');
  }
});
