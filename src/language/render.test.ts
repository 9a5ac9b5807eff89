import { describe, expect, it } from 'vitest';
import { parse } from './parser.ts';
import { renderDiagnostics } from './render.ts';

const draw = (text: string, options = {}): string =>
  renderDiagnostics(text, parse(text).diagnostics, options);

const lines = (...list: string[]): string => list.join('\n');

describe('a drawing', () => {
  it('shows code, message, place, source line, carets and hint', () => {
    expect(draw('fields a\n| stats cuont(*)')).toBe(
      lines(
        'error[unknown-function]: Unknown function `cuont`.',
        '  --> line 2, column 9',
        '   |',
        ' 2 | | stats cuont(*)',
        '   |         ^^^^^',
        '   = hint: Did you mean `count`?',
      ),
    );
  });

  it('has one empty line between two, and says what is only a warning', () => {
    expect(draw('fields a, | limit 0')).toBe(
      lines(
        'warning[trailing-comma]: Nothing follows this comma.',
        '  --> line 1, column 9',
        '   |',
        ' 1 | fields a, | limit 0',
        '   |         ^',
        '   = hint: Remove the comma.',
        '',
        'error[invalid-limit]: A limit is a whole number from 1 to 100000.',
        '  --> line 1, column 19',
        '   |',
        ' 1 | fields a, | limit 0',
        '   |                   ^',
      ),
    );
  });

  it('puts carets right after tabs and wide characters', () => {
    expect(draw('filter\ta = "日本" cuont').split('\n').slice(3, 5)).toEqual([
      ' 1 | filter    a = "日本" cuont',
      '   |                      ^^^^^',
    ]);
  });

  it('points behind the last word when the text ends too early', () => {
    expect(draw('filter (a\n\n# end\n').split('\n').slice(3, 5)).toEqual([
      ' 1 | filter (a',
      '   |          ^',
    ]);
  });

  it('marks every line of a short span and the ends of a long one', () => {
    const query = (rows: number): string => `parse a "b\n${'text text\n'.repeat(rows)}*" as c, d`;
    expect(draw(query(1)).split('\n').slice(3, 9)).toEqual([
      ' 1 | parse a "b',
      '   |         ^^',
      ' 2 | text text',
      '   | ^^^^^^^^^',
      ' 3 | *" as c, d',
      '   | ^^',
    ]);
    const numbers = [...draw(query(8)).matchAll(/^ *(\d+) \|/gm)].map((found) => found[1]);
    expect(numbers).toEqual(['1', '2', '10']);
  });

  it('cuts a long line around the place', () => {
    const long = draw(`fields ${'abcdefg, '.repeat(40)}cuont(a), ${'xyz, '.repeat(50)}y`, { widthMax: 40 });
    expect(long.split('\n').slice(3, 5)).toEqual([
      ' 1 | …cdefg, abcdefg, cuont(a), xyz, xyz, xy…',
      '   |                  ^^^^^',
    ]);
  });

  it('cuts a marked part that is longer than the line itself', () => {
    const long = draw(`parse a "${'x'.repeat(200)}" as b, c`, { widthMax: 40 });
    expect(long.split('\n').slice(3, 5)).toEqual([
      ' 1 | parse a "xxxxxxxxxxxxxxxxxxx…',
      '   |         ^^^^^^^^^^^^^^^^^^^^',
    ]);
  });

  it('colours parts through a function and names the file', () => {
    const drawn = draw('limit 0', {
      name: 'a.ql',
      colour: (part: string, text: string) => `<${part}>${text}</>`,
    });
    expect(drawn.split('\n')).toEqual([
      '<error>error[invalid-limit]</>: A limit is a whole number from 1 to 100000.',
      '<place>  --> a.ql, line 1, column 7</>',
      '<place>   |</>',
      '<place> 1 |</> limit 0',
      '<place>   |</>       <error>^</>',
    ]);
  });

  it('of nothing is empty', () => {
    expect(draw('limit 1')).toBe('');
  });
});
