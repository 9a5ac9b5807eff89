import { describe, expect, it } from 'vitest';
import { tokenize } from './tokenize.ts';

const read = (text: string): string[] => tokenize(text).map(({ kind, text: source }) => `${kind} ${source}`);

describe('tokenize', () => {
  it('gives a word the role it has where it stands', () => {
    expect(read('stats count(*) as count by source # per source\n| sort count desc')).toEqual([
      'command stats',
      'function count',
      'punctuation (',
      'operator *',
      'punctuation )',
      'keyword as',
      'alias count',
      'keyword by',
      'field source',
      'comment # per source',
      'pipe |',
      'command sort',
      'field count',
      'keyword desc',
    ]);
  });

  it('tells division from a regular expression', () => {
    expect(read('parse a /b/ as c | filter d / 2 > 1 and e like /x#|y/')).toEqual([
      'command parse',
      'field a',
      'regex /b/',
      'keyword as',
      'alias c',
      'pipe |',
      'command filter',
      'field d',
      'operator /',
      'number 2',
      'operator >',
      'number 1',
      'keyword and',
      'field e',
      'keyword like',
      'regex /x#|y/',
    ]);
  });

  it('works on broken and on refused text', () => {
    expect(read('filter a = ? and "x')).toEqual([
      'command filter',
      'field a',
      'operator =',
      'error ?',
      'keyword and',
      'error "x',
    ]);
    expect(read("SOURCE 'a' | pattern trim(b) # c")).toEqual([
      'command SOURCE',
      "string 'a'",
      'pipe |',
      'command pattern',
      'function trim',
      'punctuation (',
      'field b',
      'punctuation )',
      'comment # c',
    ]);
  });

  it('leaves out nothing but white space', () => {
    const text = ' # a\n fields `b c`, bin(5 min) , true|where x=~/y|z/ or ("q # r") in [1,-2] $é # s';
    const spans = tokenize(text).map(({ span }) => span);
    let rest = text;
    for (const { start, end } of [...spans].reverse()) rest = rest.slice(0, start) + rest.slice(end);
    expect(rest.trim()).toBe('');
  });
});
