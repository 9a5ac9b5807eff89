// A description as a CloudFormation template in YAML, with the short forms of Ref, GetAtt and Sub.

import { type Node, Pair, Scalar, YAMLMap, YAMLSeq, Document as YamlDocument } from 'yaml';
import {
  type CloudFormationResource,
  cloudFormationAttribute,
  cloudFormationResource,
  type Value,
} from './cloudformation-resources.ts';
import type { Description, Json, Text } from './description.ts';
import { isText, type KindOf, kindsOf } from './kinds.ts';

export function printCloudFormation(description: Description): string {
  const { parameters, resources, outputs, title } = description;
  const kindOf = kindsOf(description);
  const root = new YAMLMap();
  root.add(pair('AWSTemplateFormatVersion', scalar('2010-09-09', true)));
  root.add(pair('Description', scalar(title)));
  if (parameters.length > 0) {
    const entries = parameters.map(({ name, description, charsLeast }) =>
      pair(name, plain({ Type: 'String', NoEcho: true, MinLength: charsLeast, Description: description })),
    );
    root.add(pair('Parameters', mapOf(entries)));
  }
  const entries = resources.map((resource, at) => {
    const entry = pair(resource.id, resourceNode(cloudFormationResource(resource), kindOf));
    entry.key.commentBefore = ` ${resource.why}`;
    entry.key.spaceBefore = at > 0;
    return entry;
  });
  root.add(pair('Resources', mapOf(entries)));
  const outs = outputs.map(({ name, description, value }) =>
    pair(name, mapOf([pair('Description', scalar(description)), pair('Value', textNode(value, kindOf))])),
  );
  root.add(pair('Outputs', mapOf(outs)));
  for (const entry of root.items.slice(1)) (entry.key as Scalar).spaceBefore = true;
  const document = new YamlDocument();
  document.contents = root as unknown as typeof document.contents;
  return document.toString({ lineWidth: 0 });
}

function resourceNode({ type, properties, retained }: CloudFormationResource, kindOf: KindOf): Node {
  const retain = retained === true ? { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' } : {};
  return mapOf([
    pair('Type', scalar(type)),
    ...Object.entries(retain).map(([name, value]) => pair(name, scalar(value))),
    pair('Properties', node(properties, kindOf)),
  ]);
}

function node(value: Value | Json, kindOf: KindOf): Node {
  if (typeof value !== 'object') return scalar(value);
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    for (const item of value as readonly (Value | Json)[]) list.add(node(item, kindOf));
    return list;
  }
  if (isText(value)) return textNode(value, kindOf);
  const map = value as Readonly<Record<string, Value | Json>>;
  if (map.kind === 'document') return node(map.json as Json, kindOf);
  if (map.kind === 'document-text') return jsonNode(map.json as Json, kindOf);
  return mapOf(Object.entries(map).map(([name, item]) => pair(name, node(item, kindOf))));
}

/** JSON as a text with substitutions, over several lines. */
function jsonNode(json: Json, kindOf: KindOf): Node {
  const made = tagged('!Sub', JSON.stringify(substituted(json, kindOf), null, 2));
  made.type = Scalar.BLOCK_LITERAL;
  return made;
}

function substituted(json: Json, kindOf: KindOf): unknown {
  if (typeof json === 'string') return substitution(json, kindOf);
  if (typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map((item: Json) => substituted(item, kindOf));
  if (isText(json)) return substitution(json, kindOf);
  return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, substituted(item, kindOf)]));
}

function textNode(text: Text, kindOf: KindOf): Node {
  if (typeof text === 'string') return scalar(text);
  if (text.kind === 'join') return tagged('!Sub', substitution(text, kindOf));
  const name = intrinsicName(text, kindOf);
  return name.includes('.') ? tagged('!GetAtt', name) : tagged('!Ref', name);
}

const places = { partition: 'AWS::Partition', region: 'AWS::Region', account: 'AWS::AccountId' } as const;

type Reference = Exclude<Text, string | { readonly kind: 'join' }>;

function intrinsicName(text: Reference, kindOf: KindOf): string {
  if (text.kind === 'parameter') return text.name;
  if (text.kind === 'place') return places[text.what];
  const how = cloudFormationAttribute(kindOf(text.of), text.attribute);
  return how === 'Ref' ? text.of : `${text.of}.${how.att}`;
}

/** The text of a `Fn::Sub`; a literal `${` is written `${!`. */
function substitution(text: Text, kindOf: KindOf): string {
  if (typeof text === 'string') return text.replaceAll('${', '${!');
  if (text.kind === 'join') return text.parts.map((part) => substitution(part, kindOf)).join('');
  return `\${${intrinsicName(text, kindOf)}}`;
}

function scalar(value: string | number | boolean, quoted = false): Scalar {
  const made = new Scalar(value);
  // What looks like a number or a date to YAML stays text.
  if (quoted || (typeof value === 'string' && /^[\d.:-]+$/.test(value))) made.type = Scalar.QUOTE_SINGLE;
  return made;
}

function tagged(tag: string, text: string): Scalar {
  const made = new Scalar(text);
  made.tag = tag;
  return made;
}

const pair = (name: string, value: Node): Pair<Scalar, Node> => new Pair(scalar(name), value);
const plain = (values: Readonly<Record<string, string | number | boolean>>): Node =>
  mapOf(Object.entries(values).map(([name, value]) => pair(name, scalar(value))));

function mapOf(pairs: readonly Pair<Scalar, Node>[]): YAMLMap {
  const map = new YAMLMap();
  for (const each of pairs) map.items.push(each);
  return map;
}
