// XML of the Query protocol: elements in elements, nothing else. What XML cannot hold is replaced, because messages quote
// what the client sent.

export type XmlValue =
  | string
  | number
  | boolean
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue };

/** `item` is the name of the elements of lists: `member`, or `item` for EC2. */
export function xmlElement(name: string, value: XmlValue, item: string): string {
  return `<${name}>${content(value, item)}</${name}>`;
}

function content(value: XmlValue, item: string): string {
  if (typeof value !== 'object') return escaped(String(value));
  if (isList(value)) return value.map((entry) => xmlElement(item, entry, item)).join('');
  return Object.entries(value)
    .map(([name, member]) => xmlElement(name, member, item))
    .join('');
}

const isList = (value: XmlValue): value is readonly XmlValue[] => Array.isArray(value);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// XML 1.0, production 2 (Char): these have no form at all, not even as a reference.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;

export function escaped(text: string): string {
  return text
    .replace(impossible, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
