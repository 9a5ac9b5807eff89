// A text -> the XML document it is, as one list of nodes. Entities that a document declares itself are not read, so that none can
// grow or reach outside; a text that is not well-formed is no document.

import { SaxesParser } from 'saxes';

export interface XmlNode {
  /** Of an element, prefix included; empty for the document, null for text. */
  readonly name: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** Index of the last node inside of it; its own when there is none. */
  last: number;
  /** Where in the document's text its own begins and ends. */
  readonly textStart: number;
  textEnd: number;
}

export interface XmlDocument {
  /** In the order of the text, each followed by what is inside of it; the first is the document. */
  readonly nodes: readonly XmlNode[];
  /** All text between tags. */
  readonly text: string;
}

const notXml: unknown = Symbol('not XML');
const noAttributes: Readonly<Record<string, string>> = {};

/** Null when the text is no well-formed document. White space around it does not matter. */
export function readXml(text: string): XmlDocument | null {
  const nodes: XmlNode[] = [];
  const open: number[] = [];
  const texts: string[] = [];
  let chars = 0;
  const begin = (name: string | null, attributes: XmlNode['attributes']): number =>
    nodes.push({ name, attributes, last: nodes.length, textStart: chars, textEnd: chars }) - 1;
  const end = (index: number | undefined): void => {
    const node = index === undefined ? undefined : nodes[index];
    if (node === undefined) return;
    node.last = nodes.length - 1;
    node.textEnd = chars;
  };
  // What follows a text without a tag between belongs to it, as after a CDATA section.
  let textNode: number | undefined;
  const addText = (part: string): void => {
    if (part === '') return;
    textNode ??= begin(null, noAttributes);
    texts.push(part);
    chars += part.length;
    end(textNode);
  };
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  parser.on('error', () => {
    throw notXml;
  });
  parser.on('opentag', ({ name, attributes }) => {
    textNode = undefined;
    open.push(begin(name, attributes));
  });
  parser.on('closetag', () => {
    textNode = undefined;
    end(open.pop());
  });
  parser.on('text', (part) => open.length > 0 && addText(part));
  parser.on('cdata', addText);
  const document = begin('', noAttributes);
  try {
    parser.write(text.trim()).close();
  } catch (cause) {
    if (cause === notXml) return null;
    throw cause;
  }
  end(document);
  return { nodes, text: texts.join('') };
}
