import { describe, expect, it } from 'vitest';
import { patternCharsMax, patternPartsMax } from '../../limits.ts';
import { partKind } from './parts.ts';
import { hashOfText, newTextSplitter } from './split-text.ts';

const names = Object.fromEntries(Object.entries(partKind).map(([name, kind]) => [kind, name]));
const splitter = newTextSplitter();

/** The text with its parts in brackets: `took «number 5»ms`. */
function cut(text: string): string {
  splitter.split(text);
  const { parts } = splitter;
  let shown = '';
  let at = 0;
  for (let index = 0; index < parts.count; index++) {
    const start = parts.starts[index] ?? 0;
    const end = parts.ends[index] ?? 0;
    shown += `${text.slice(at, start)}«${names[parts.kinds[index] ?? 0]} ${text.slice(start, end)}»`;
    at = end;
  }
  return shown + text.slice(at);
}

describe('running text', () => {
  it.each([
    ['user alice', '«word user» «word alice»'],
    ['[INFO] done.', '[«word INFO»] «word done».'],
    ['took 12.5ms, 3 times', '«word took» «number 12.5»ms, «number 3» «word times»'],
    ['id=4 a:b:7 ResourceID:x9', '«word id»=«number 4» a:b:«number 7» ResourceID:«masked x9»'],
    ['arn:aws:s3:::b1 https://a/b', '«masked arn:aws:s3:::b1» «masked https://a/b»'],
    [
      'GET /a?b=c&d=1, (https://a/b?c=d,e;) x',
      '«word GET» «masked /a?b=c&d=1», («masked https://a/b?c=d,e»;) «word x»',
    ],
    ['/ /index.html me@home.org', '«masked /» «masked /index.html» «masked me@home.org»'],
    [
      'at 10:20:30: #12 $5 -1 +2',
      '«word at» «time 10:20:30»: #«number 12» $«number 5» «number -1» «number +2»',
    ],
    ['time:10:20:30, next', 'time:«time 10:20:30», «word next»'],
    ['- -- >>> ...', '«word -» -- >>> ...'],
    ['größe 10μ 日本語', '«word größe» «masked 10μ» «word 日本語»'],
    ['5 of 12abc', '«number 5» «word of» «masked 12abc»'],
    ['', ''],
    ['   ', '   '],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });
});

describe('JSON', () => {
  it.each([
    ['{"a":"x","b":1,"c":true}', '{"a":"«value x»","b":«bare 1»,"c":«bare true»}'],
    ['{"a":{"b":""},"c":{},"d":[]}', '{"a":{"b":"«value »"},"c":{},"d":[]}'],
    // Of an array the first element.
    ['{"a":["x","y",["z"]],"b":1}', '{"a":["«value x»"«rest ,"y",["z"]»],"b":«bare 1»}'],
    ['{"a":["x"],"b":1}', '{"a":["«value x»"«rest »],"b":«bare 1»}'],
    ['{"a":[ {"b":1} , {"b":"]"} ]}', '{"a":[ {"b":«bare 1»}«rest  , {"b":"]"} »]}'],
    // Keys that name kinds, outside of arrays and without digits.
    ['{"level":"warn","eventName":"RunTask"}', '{"level":"«kind warn»","eventName":"«kind RunTask»"}'],
    ['{"type":"","state":"a\\"b"}', '{"type":"«kind »","state":"«escapedValue a\\"b»"}'],
    ['{"detail-type":"Task","type":"v2"}', '{"detail-type":"«kind Task»","type":"«value v2»"}'],
    ['{"a":[{"type":"eni"}]}', '{"a":[{"type":"«value eni»"}«rest »]}'],
    // Text inside.
    ['{"msg":"took 5 ms"}', '{"msg":"«word took» «number 5» «word ms»"}'],
    ['{"msg":"a\\nb \\"c\\" d\\\\e"}', '{"msg":"«word a»\\n«word b» \\"«word c»\\" «word d»\\\\«word e»"}'],
    ['{"p":"C:\\\\dir","q":"\\u0041"}', '{"p":"«escapedValue C:\\\\dir»","q":"«escapedValue \\u0041»"}'],
    // Around and between.
    ['INFO {"a":1} then {"b":2}', '«word INFO» {"a":«bare 1»} «word then» {"b":«bare 2»}'],
    ['[{"a":1},{"a":2}]', '[{"a":«bare 1»}«rest ,{"a":2}»]'],
    ['{x} [y] {1}', '{«word x»} [«word y»] {«number 1»}'],
    // Cut off.
    ['{"a":"x', '{"a":"«value x»'],
    ['{"a":["x","y', '{"a":["«value x»"«rest ,"y»'],
    ['{"a', '{"a'],
    ['{"a":1}}]', '{"a":«bare 1»}}]'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it('does not look into what is nested too deep', () => {
    const text = `{"a":${'['.repeat(40)}1${']'.repeat(40)},"b":2}`;
    expect(cut(text)).toContain('«rest [');
    expect(cut(text)).toContain('"b":«bare 2»}');
  });
});

describe('limits', () => {
  it('leaves the end of a long text uncut', () => {
    splitter.split('x '.repeat(patternCharsMax));
    const { parts } = splitter;
    expect(parts.count).toBe(patternPartsMax);
    expect(parts.kinds[parts.count - 1]).toBe(partKind.tail);
    expect(parts.ends[parts.count - 1]).toBe(2 * patternCharsMax);
  });

  it('leaves the end of a long word uncut', () => {
    expect(cut('x'.repeat(patternCharsMax + 5))).toBe(`«word ${'x'.repeat(patternCharsMax)}»«tail xxxxx»`);
  });

  it('does not see the text before', () => {
    const fresh = newTextSplitter().split('at 10:20');
    splitter.split('at 10:20:30 +0200 and on');
    expect(splitter.split('at 10:20')).toBe(fresh);
    expect(cut('at 10:20')).toBe('«word at» «time 10:20»');
  });
});

describe('the hash', () => {
  const same = (a: string, b: string): boolean => splitter.split(a) === splitter.split(b);

  it('is the same for texts that differ in what varies', () => {
    expect(same('took 5 ms', 'took 17 ms')).toBe(true);
    expect(same('{"a":"x","b":["y"]}', '{"a":"\\"","b":["z","z"]}')).toBe(true);
    expect(same('took 5 ms', 'took 5 s')).toBe(false);
    expect(same('{"level":"info"}', '{"level":"warn"}')).toBe(false);
    expect(same('{"a":"1"}', '{"a":1}')).toBe(false);
    expect(same('5 users', 'users 5')).toBe(false);
    expect(same('5 \0', '5 ')).toBe(false);
    expect(same('5 ab', '5 ab\0')).toBe(false);
  });

  it('of a part is that of its characters', () => {
    splitter.split('took x17 ms');
    expect(splitter.parts.hashes[1]).toBe(hashOfText('x17'));
  });
});
