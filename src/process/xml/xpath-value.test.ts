import { describe, expect, it } from 'vitest';
import { isXPath, parseXPath } from '../../language/xpath.ts';
import { readXml } from './read-xml.ts';
import { xpathValue } from './xpath-value.ts';

function at(text: string, path: string): string | null | 'not XML' {
  const parsed = parseXPath(path);
  if (!isXPath(parsed)) throw new Error(`${path} does not run`);
  const document = readXml(text);
  return document === null ? 'not XML' : xpathValue(document, parsed);
}

const order = `<?xml version="1.0"?>
<order id="7" xmlns:x="urn:x">
  <item sku="a"><name>Pen</name><price>1.50</price></item>
  <item sku="b" gift="yes"><name>Ink &amp; quill</name><price>12</price></item>
  <x:note>first<!-- not this --> half</x:note>
  <note><![CDATA[<raw> & ]]>rest</note>
  <empty/>
</order>
`;

describe('the value at a path', () => {
  it.each([
    ['/order/@id', '7'],
    ['order/@id', '7'],
    ['./order/@id', '7'],
    ['/order/item/name', 'Pen'],
    ['/order/item', 'Pen1.50'],
    ['//name', 'Pen'],
    ['//item[2]/name', 'Ink & quill'],
    ['//item[last()]/@sku', 'b'],
    ['/order/item[@sku="b"]/price', '12'],
    ['/order/item[@sku!="b"]/price', '1.50'],
    ['/order/item[name="Ink & quill"]/@sku', 'b'],
    ['/order/item[price=12.0]/@sku', 'b'],
    ['/order/item[price=1.5]/@sku', 'a'],
    ['/order/item[@gift]/name', 'Ink & quill'],
    ['/order/item[@gift][1]/name', 'Ink & quill'],
    ['/order/item[name]/@sku', 'a'],
    ['/order/item/name[.="Ink & quill"]', 'Ink & quill'],
    ['/order/item[name/text()="Pen"]/price', '1.50'],
    ['/order/x:note', 'first half'],
    ['/order/note', '<raw> & rest'],
    ['/order/note/text()', '<raw> & rest'],
    ['/order/*[3]', 'first half'],
    ['/*/@*', '7'],
    ['//@gift', 'yes'],
    ['//price/text()', '1.50'],
    ['/order/empty', ''],
    ['/order/empty/text()', null],
    ['/order/empty/@id', null],
    ['/order/item[3]', null],
    ['/order/gone/name', null],
    ['/item', null],
    ['/order/ITEM', null],
    ['/order/item[@sku=7]/name', null],
    ['/order/item[@gone!="b"]/price', null],
  ])('%s', (path, value) => {
    expect(at(order, path)).toBe(value);
  });

  it.each([
    ['//b', '<r><a><b>deep</b></a><b>later</b></r>', 'deep'],
    ['/r/*/b', '<r><a><b>1</b></a><c><b>2</b></c></r>', '1'],
    ['//*/b', '<r><a><a><b>1</b></a></a><b>2</b></r>', '1'],
    ['//a[2]', '<r><a>1</a><c><a>2</a><a>3</a></c></r>', '3'],
    ['//a//b', '<a><a><b>x</b></a></a>', 'x'],
    ['/r', '<r>1<a>2</a>3</r>', '123'],
    ['/r/text()', '<r><a>2</a>3</r>', '3'],
    ['.', '<r>all <b>of</b> it</r>', 'all of it'],
    ['/r/a', '<r><a>x\r\ny</a></r>', 'x\ny'],
    ['/r', '  \n<r>around</r>\n ', 'around'],
    ['/r', '\uFEFF<?xml version="1.0"?><r>mark</r>', 'mark'],
    ['/__proto__/@constructor', '<__proto__ constructor="c"/>', 'c'],
    ['/r/@toString', '<r/>', null],
  ])('%s of %s', (path, text, value) => {
    expect(at(text, path)).toBe(value);
  });
});

describe('what is no document', () => {
  it.each([
    ['', 'nothing'],
    ['{"a": 1}', 'JSON'],
    ['INFO <r/>', 'text before'],
    ['<r/> tail', 'text after'],
    ['<r/><r/>', 'two roots'],
    ['<r><a></r>', 'an open tag'],
    ['<r', 'a torn tag'],
    ['<r>&nothing;</r>', 'an unknown entity'],
    ['<r a=1/>', 'an attribute without quotes'],
    ['<r a="1" a="2"/>', 'an attribute twice'],
    ['<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>', 'an entity of its own'],
    ['<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]><r>&e;</r>', 'an entity from outside'],
  ])('%s (%s)', (text) => {
    expect(at(text, '/r')).toBe('not XML');
  });
});

describe('hostile documents', () => {
  const inTime = (text: string, path: string): string | null | 'not XML' => {
    const begun = performance.now();
    const value = at(text, path);
    expect(performance.now() - begun).toBeLessThan(3_000);
    return value;
  };
  const chars = 1_048_576;

  it('cannot grow by entities', () => {
    const entities = Array.from(
      { length: 20 },
      (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
    );
    expect(inTime(`<!DOCTYPE r [<!ENTITY e0 "lol">${entities.join('')}]><r>&e20;</r>`, '/r')).toBe('not XML');
    expect(inTime(`<!DOCTYPE r [<!ENTITY e "x">]><r>kept</r>`, '/r')).toBe('kept');
  });

  it('may be as deep as they like', () => {
    const depth = chars / 7;
    expect(inTime('<a>'.repeat(depth) + '</a>'.repeat(depth), '//*[a/a]//*[a]//a[1]//b')).toBeNull();
  });

  it('may be as wide as they like', () => {
    const children = '<a>1</a>'.repeat(chars / 8 - 1);
    expect(inTime(`<r>${children}</r>`, '//*[.=2]'.repeat(32))).toBeNull();
    expect(inTime(`<r>${children}</r>`, '//*[a=2]'.repeat(16))).toBeNull();
    expect(inTime(`<r>${children}</r>`, '//*//*//*//*//*//*//*//*[last()]')).toBeNull();
    expect(
      inTime(`<r ${Array.from({ length: 60_000 }, (_, n) => `a${n}="x"`).join(' ')}/>`, '//@a59999'),
    ).toBe('x');
  });

  it('may be torn anywhere', () => {
    for (let length = 0; length < order.trim().length; length++)
      expect(at(order.slice(0, length), '/order')).toBe('not XML');
  });
});
