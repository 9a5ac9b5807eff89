// Reads a CloudFormation template as CloudFormation does (YAML 1.1 with tags), and looks through it.

import { parseDocument, type Scalar } from 'yaml';

export type Tree = null | string | number | boolean | readonly Tree[] | { readonly [key: string]: Tree };
export type TreeMap = { readonly [key: string]: Tree };

export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly NoEcho?: boolean }>>;
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: TreeMap; readonly [key: string]: Tree }>
  >;
  readonly Outputs: Readonly<Record<string, { readonly Value: Tree }>>;
}

const tag = (name: string, resolve: (text: string) => Tree) => ({ tag: `!${name}`, resolve });
const customTags = [
  tag('Ref', (text) => ({ Ref: text })),
  tag('GetAtt', (text) => ({ 'Fn::GetAtt': text.split('.') })),
  tag('Sub', (text) => ({ 'Fn::Sub': text })),
];

/** Throws on any mistake and any warning of the reader. */
export function readTemplate(text: string): Template {
  const document = parseDocument<Scalar>(text, { customTags, version: '1.1', strict: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw problem;
  return document.toJS() as Template;
}

function* within(tree: Tree): Generator<Tree> {
  yield tree;
  if (typeof tree === 'object' && tree !== null) for (const each of Object.values(tree)) yield* within(each);
}

/** Every map of the template, however deep. */
export const mapsIn = (tree: Tree | Template): readonly TreeMap[] =>
  [...within(tree as Tree)].filter(
    (each): each is TreeMap => typeof each === 'object' && each !== null && !Array.isArray(each),
  );

/** Names that `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn` mention, attributes after a dot; not the pseudo parameters. */
export function referencesIn(template: Template): readonly string[] {
  const names = mapsIn(template).flatMap(({ Ref, 'Fn::GetAtt': att, 'Fn::Sub': sub, DependsOn }) => [
    ...(typeof Ref === 'string' ? [Ref] : []),
    ...(Array.isArray(att) ? [att.join('.')] : []),
    ...(typeof sub === 'string' ? [...sub.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => name) : []),
    ...(typeof DependsOn === 'string' ? [DependsOn] : []),
  ]);
  return names.filter((name) => !/^AWS::(Partition|Region|AccountId|StackName)$/.test(name));
}

/** Every statement of every policy, those inside of a text included. */
export function statementsIn(template: Template): readonly TreeMap[] {
  const texts = mapsIn(template).flatMap(({ 'Fn::Sub': sub }) =>
    typeof sub === 'string' && sub.startsWith('{') ? [JSON.parse(sub) as Tree] : [],
  );
  return [template as unknown as Tree, ...texts].flatMap(mapsIn).filter((map) => map.Effect !== undefined);
}
