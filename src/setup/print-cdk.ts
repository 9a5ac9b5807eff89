// A description as a stack of the AWS CDK in TypeScript. It uses the constructs that mirror CloudFormation one to one, so that
// what is deployed is the template that `shiplog setup cloudformation` prints.

import { cloudFormationAttribute, cloudFormationResource, type Value } from './cloudformation-resources.ts';
import type { Description, Json, Text } from './description.ts';
import { isText, type KindOf, kindsOf } from './kinds.ts';

/** Package of the CDK by the middle of a resource type. */
const packages: Readonly<Record<string, string>> = {
  CloudWatch: 'cloudwatch',
  Events: 'events',
  IAM: 'iam',
  KinesisFirehose: 'kinesisfirehose',
  Logs: 'logs',
  S3: 's3',
  SQS: 'sqs',
};

export function printCdk(description: Description): string {
  const { name, title, parameters, outputs } = description;
  const kindOf = kindsOf(description);
  const resources = inOrder(description).map((resource) => ({
    ...resource,
    made: cloudFormationResource(resource),
  }));
  const used = [...new Set(resources.map(({ made }) => packageOf(made.type)))].toSorted();
  const lines = [
    "import * as cdk from 'aws-cdk-lib';",
    ...used.map((each) => `import * as ${each} from 'aws-cdk-lib/aws-${each}';`),
    "import type { Construct } from 'constructs';",
    '',
    `/** ${title}. */`,
    'export class ShiplogStack extends cdk.Stack {',
    '  constructor(scope: Construct, id: string, props?: cdk.StackProps) {',
    '    super(scope, id, props);',
  ];
  for (const { name, description, charsLeast } of parameters) {
    lines.push(
      '',
      `    const ${camel(name)} = new cdk.CfnParameter(this, '${name}', {`,
      "      type: 'String',",
      '      noEcho: true,',
      `      minLength: ${charsLeast},`,
      `      description: ${quote(description)},`,
      '    });',
    );
  }
  for (const { id, why, made } of resources) {
    const construct = `new ${packageOf(made.type)}.Cfn${made.type.split('::')[2]}`;
    const referred = refersTo(description, id) || made.retained === true;
    const bound = referred ? `const ${camel(id)} = ` : '';
    lines.push(
      '',
      `    // ${why}`,
      `    ${bound}${construct}(this, '${id}', ${print(made.properties, kindOf, '    ')});`,
    );
    if (made.retained === true) lines.push(`    ${camel(id)}.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);`);
  }
  lines.push('');
  for (const { name, description, value } of outputs) {
    lines.push(
      `    new cdk.CfnOutput(this, '${name}', {`,
      `      description: ${quote(description)},`,
      `      value: ${printText(value, kindOf)},`,
      '    });',
    );
  }
  lines.push('  }', '}', '', `new ShiplogStack(new cdk.App(), '${name}');`, '');
  return lines.join('\n');
}

const packageOf = (type: string): string => packages[type.split('::')[1] ?? ''] ?? '';

/** A constant is declared before it is used: resources after those that they refer to. */
function inOrder({ resources }: Description): Description['resources'] {
  const left = [...resources];
  const done = new Set<string>();
  const ordered: (typeof left)[number][] = [];
  while (left.length > 0) {
    const at = left.findIndex((resource) => [...referencesOf(resource)].every((id) => done.has(id)));
    const [next] = left.splice(at, 1);
    if (at < 0 || next === undefined) throw new Error('resources refer to each other in a circle');
    ordered.push(next);
    done.add(next.id);
  }
  return ordered;
}

const refersTo = ({ resources, outputs }: Description, id: string): boolean =>
  [...resources.filter((resource) => resource.id !== id), ...outputs].some((each) =>
    referencesOf(each).has(id),
  );

/** Ids of the resources that something refers to, however deep. */
function referencesOf(within: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { kind, of } = value as { readonly kind?: unknown; readonly of?: unknown };
    if (kind === 'attribute' && typeof of === 'string') found.add(of);
    else if (kind === 'queue-policy') found.add((value as { readonly queue: string }).queue);
    else if (kind === 'bus-policy') found.add((value as { readonly bus: string }).bus);
    for (const each of Object.values(value)) visit(each);
  };
  visit(within);
  return found;
}

function print(value: Value | Json, kindOf: KindOf, indent: string, rename = property): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = (value as readonly (Value | Json)[]).map((item) => print(item, kindOf, inner, rename));
    return bracket('[', items, ']', indent);
  }
  if (isText(value)) return printText(value, kindOf);
  const map = value as Readonly<Record<string, Value | Json>>;
  // The keys of a policy are not ours to rename.
  if (map.kind === 'document') return print(map.json as Json, kindOf, indent, (name) => name);
  if (map.kind === 'document-text') {
    return `this.toJsonString(${print(map.json as Json, kindOf, indent, (name) => name)})`;
  }
  const items = Object.entries(map).map(([name, item]) => {
    const key = rename(name);
    return `${/^\w+$/.test(key) ? key : quote(key)}: ${print(item, kindOf, inner, rename)}`;
  });
  return bracket('{ ', items, ' }', indent);
}

function bracket(open: string, items: readonly string[], close: string, indent: string): string {
  const line = `${open}${items.join(', ')}${close}`;
  if (!line.includes('\n') && line.length + indent.length <= 80) return line;
  return `${open.trim()}\n${items.map((item) => `${indent}  ${item},`).join('\n')}\n${indent}${close.trim()}`;
}

function printText(text: Text, kindOf: KindOf): string {
  if (typeof text === 'string') return quote(text);
  return text.kind === 'join' ? `\`${template(text, kindOf)}\`` : expression(text, kindOf);
}

function template(text: Text, kindOf: KindOf): string {
  if (typeof text === 'string') return text.replaceAll(/[\\`]|\$\{/g, '\\$&');
  if (text.kind === 'join') return text.parts.map((part) => template(part, kindOf)).join('');
  return `\${${expression(text, kindOf)}}`;
}

function expression(text: Exclude<Text, string | { readonly kind: 'join' }>, kindOf: KindOf): string {
  if (text.kind === 'place') return `this.${text.what}`;
  if (text.kind === 'parameter') return `${camel(text.name)}.valueAsString`;
  const how = cloudFormationAttribute(kindOf(text.of), text.attribute);
  return how === 'Ref' ? `${camel(text.of)}.ref` : `${camel(text.of)}.attr${how.att}`;
}

const camel = (id: string): string => `${id.charAt(0).toLowerCase()}${id.slice(1)}`;

/** `RoleARN` -> `roleArn`, `OKActions` -> `okActions`, as the CDK names properties. */
const property = (name: string): string =>
  camel(name.replace(/ARN$/, 'Arn').replace(/^OK/, 'Ok').replace(/^SSE/, 'Sse'));

const quote = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
