import { describe, expect, it } from 'vitest';
import { escaped, type XmlValue, xmlElement } from './xml.ts';

describe('an element', () => {
  it.each<[value: XmlValue, expected: string]>([
    ['a < b & "c"', '<N>a &lt; b &amp; &quot;c&quot;</N>'],
    [{ A: 1, B: true }, '<N><A>1</A><B>true</B></N>'],
    [[{ A: 'x' }, { A: 'y' }], '<N><member><A>x</A></member><member><A>y</A></member></N>'],
    [[], '<N></N>'],
  ])('of %j', (value, expected) => {
    expect(xmlElement('N', value, 'member')).toBe(expected);
  });
});

it('has no characters that XML cannot hold', () => {
  expect(escaped('a\u0000b\u001bc\ud800d\uffff\t\n😀')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd\t\n😀');
});
