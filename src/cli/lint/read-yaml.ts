// YAML and JSON as nodes. Tags that a template language adds (`!Sub`, `!Ref`) become the long forms (`Fn::Sub`, `Ref`), so
// that both spellings are one afterwards.

import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Scalar,
  type Node as YamlNode,
} from 'yaml';
import { type LocatedText, sliceLocated } from './located-text.ts';
import type { Node } from './node.ts';
import { type ScalarStyle, scalarText } from './scalar-text.ts';

/** The documents of a text. Throws YamlMistake when it is none. */
export function readYaml(text: LocatedText): readonly Node[] {
  const documents = parseAllDocuments(text.text, { strict: false, uniqueKeys: false, logLevel: 'silent' });
  if ('empty' in documents) return [];
  return documents.map((document) => {
    const [mistake] = document.errors;
    if (mistake !== undefined) throw new YamlMistake(mistake.message.split('\n')[0]?.replace(/:$/, '') ?? '');
    return document.contents === null ? nothing : new Reader(text, document).node(document.contents);
  });
}

/** What keeps a file from being read, in the words of the YAML library. */
export class YamlMistake extends Error {}

const nothing: Node = { kind: 'other', offset: 0 };

/** Anchors make graphs of documents, even endless ones. */
const depthMax = 100;
const nodesMax = 2_000_000;

class Reader {
  readonly #text: LocatedText;
  readonly #document: Document;
  #depth = 0;
  #nodes = 0;

  constructor(text: LocatedText, document: Document) {
    this.#text = text;
    this.#document = document;
  }

  node(source: YamlNode): Node {
    if (this.#depth > depthMax) return nothing;
    this.#nodes += 1;
    if (this.#nodes > nodesMax)
      throw new YamlMistake('Its anchors stand for more than can be looked through');
    this.#depth += 1;
    const read = this.#untagged(source);
    this.#depth -= 1;
    const name = intrinsicName(source.tag);
    return name === undefined ? read : { kind: 'map', entries: [[name, read]], offset: this.#offset(source) };
  }

  #untagged(source: YamlNode): Node {
    const offset = this.#offset(source);
    if (isAlias(source)) {
      const target = source.resolve(this.#document);
      return target === undefined ? { kind: 'other', offset } : this.node(target);
    }
    if (isScalar(source)) return this.#scalar(source, offset);
    if (isSeq(source)) {
      return { kind: 'list', items: source.items.map((item) => this.#child(item)), offset };
    }
    if (!isMap(source)) return { kind: 'other', offset };
    const entries = source.items.map(({ key, value }) => [keyText(key), this.#child(value)] as const);
    return { kind: 'map', entries, offset };
  }

  #child(value: unknown): Node {
    if (isPair(value))
      return { kind: 'map', entries: [[keyText(value.key), this.#child(value.value)]], offset: 0 };
    return value === null || value === undefined ? nothing : this.node(value as YamlNode);
  }

  #scalar(source: Scalar, offset: number): Node {
    const { value, range, type } = source;
    if (typeof value !== 'string' || range == null || type === undefined) return { kind: 'other', offset };
    const written = sliceLocated(this.#text, range[0], range[1]);
    return { kind: 'text', value: scalarText(written, value, type as ScalarStyle) };
  }

  #offset(source: YamlNode): number {
    return this.#text.offsets[source.range?.[0] ?? 0] ?? 0;
  }
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

/** `!Sub` is `Fn::Sub`; `!Ref` and `!Condition` have no prefix. YAML's own tags (`!!str`) are none of these. */
function intrinsicName(tag: string | undefined): string | undefined {
  if (tag === undefined || !/^![A-Z]\w*$/.test(tag)) return undefined;
  const name = tag.slice(1);
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}
