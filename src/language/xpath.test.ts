import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isXPath, parseXPath, type XPathStep } from './xpath.ts';

const element = (name: string | null, more: Partial<XPathStep> = {}): XPathStep => ({
  anywhere: false,
  node: 'element',
  name,
  predicates: [],
  ...more,
});
const attribute = (name: string | null, more: Partial<XPathStep> = {}) =>
  element(name, { node: 'attribute', ...more });
const text = element(null, { node: 'text' });
const position = (at: number | 'last') => ({ kind: 'position', position: at }) as const;
const found = (path: readonly XPathStep[], operator?: '=' | '!=', literal: string | number = '') =>
  ({ kind: 'found', path, value: operator === undefined ? null : { operator, literal } }) as const;

describe('paths that run', () => {
  it.each([
    ['/event/level', [element('event'), element('level')]],
    ['event', [element('event')]],
    ['//level', [element('level', { anywhere: true })]],
    ['./event//*', [element('event'), element(null, { anywhere: true })]],
    ['/event/@id', [element('event'), attribute('id')]],
    ['//@*', [attribute(null, { anywhere: true })]],
    ['/event/text()', [element('event'), text]],
    ['/text()', [text]],
    ['/text', [element('text')]],
    ['/soap:Envelope/x.y-z', [element('soap:Envelope'), element('x.y-z')]],
    [
      '/a[2]/b[last()]',
      [element('a', { predicates: [position(2)] }), element('b', { predicates: [position('last')] })],
    ],
    ['/a[@id]', [element('a', { predicates: [found([attribute('id')])] })]],
    ['/a[@id="7"]', [element('a', { predicates: [found([attribute('id')], '=', '7')] })]],
    [
      `/a[ b/c != 'x"y' ][1]`,
      [element('a', { predicates: [found([element('b'), element('c')], '!=', 'x"y'), position(1)] })],
    ],
    ['/a[.=-1.5]', [element('a', { predicates: [found([], '=', -1.5)] })]],
    ['/a[text()="x"]', [element('a', { predicates: [found([text], '=', 'x')] })]],
    [' / événement / 名 ', [element('événement'), element('名')]],
    ['.', []],
  ])('%s', (written, steps) => {
    expect(parseXPath(written)).toEqual({ steps });
  });
});

describe('what is refused', () => {
  const marked = (written: string): string => {
    const parsed = parseXPath(written);
    if (isXPath(parsed)) return 'runs';
    const { start, end, beyond } = parsed;
    return `${written.slice(0, start)}»${written.slice(start, end)}« ${beyond ?? ''}`.trim();
  };

  it.each([
    ['', '»«'],
    ['/', '/»«'],
    ['/event/', '/event/»«'],
    ['//', '//»«'],
    ['/a[', '/a[»«'],
    ['/a[1', '/a[1»«'],
    ['/a[]', '/a[»]«'],
    ['/a b', '/a »b«'],
    ['/a/1', '/a/»1«'],
    ['/a[@id=]', '/a[@id=»]«'],
    ['/@id/b', '/@id/»b«'],
    ['/text()/b', '/text()/»b«'],
    ['/a[1.5]', '/a[»1«'],
    ['count(//a)', '»count(« the function count()'],
    ['/a[contains(., "x")]', '/a[»contains(« the function contains()'],
    ['/a/..', '/a/»..« the parent ..'],
    ['../a', '»..« the parent ..'],
    ['/a/child::b', '/a/»child::« the axis child::'],
    ['/a | /b', '/a »|« the union |'],
    ['/a[@x and @y]', '/a[@x »and« the operator and'],
    ['/a[@x > 1]', '/a[@x »>« the operator >'],
    ['/a[/b]', '/a[»/« a path from the root inside of [ ]'],
    ['/a[.//b]', '/a[.»//« // inside of [ ]'],
    ['/a[b//c]', '/a[b»//« // inside of [ ]'],
    ['$x', '»$« a variable'],
    ['(/a)[1]', '»(« a parenthesis'],
    [`${'/a'.repeat(33)}`, `${'/a'.repeat(32)}»/« more than 32 steps`],
  ])('%s', (written, expected) => {
    expect(marked(written)).toBe(expected);
  });

  it('never throws and never hangs', () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '[',
      ']',
      '@',
      'a',
      'text()',
      '.',
      '..',
      '1',
      '=',
      '"',
      "'x'",
      ' ',
      '(',
      '*',
      ':',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
        ),
        (written) => {
          const parsed = parseXPath(written);
          if (!isXPath(parsed)) expect(parsed.end).toBeLessThanOrEqual(written.length);
        },
      ),
    );
    const begun = performance.now();
    parseXPath(' '.repeat(10_000));
    parseXPath('/a[b'.repeat(2_500));
    parseXPath(`/${'a'.repeat(9_998)}(`);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});
