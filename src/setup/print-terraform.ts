// A description as Terraform, formatted as `terraform fmt` does it.

import type { Description, Json, Text } from './description.ts';
import { isText, type KindOf, kindsOf } from './kinds.ts';
import { type Entry, snake, terraformAttribute, terraformBlocks } from './terraform-blocks.ts';

export function printTerraform(description: Description): string {
  const { name, parameters, resources, outputs } = description;
  const kindOf = kindsOf(description);
  const blocks = resources.flatMap((resource) => {
    const [first = '', ...rest] = terraformBlocks(resource, name).map(({ type, entries }) =>
      printBlock(`resource "${type}" "${snake(resource.id)}"`, entries, kindOf),
    );
    return [`# ${resource.why}\n${first}`, ...rest];
  });
  const variables = parameters.map(({ name, description, charsLeast }) => {
    const variable = snake(name);
    return [
      `variable "${variable}" {`,
      `  description = ${quote(description)}`,
      '  type        = string',
      '  sensitive   = true',
      '',
      '  validation {',
      `    condition     = length(var.${variable}) >= ${charsLeast}`,
      `    error_message = "A token has ${charsLeast} characters or more."`,
      '  }',
      '}',
    ].join('\n');
  });
  const outs = outputs.map(({ name, description, value }) =>
    printBlock(
      `output "${snake(name)}"`,
      [
        { name: 'description', value: description },
        { name: 'value', value },
      ],
      kindOf,
    ),
  );
  const body = [...variables, ...blocks, ...outs].join('\n\n');
  return `${[provider, ...dataBlocks(body), body].join('\n\n')}\n`;
}

const provider = `terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.60"
    }
  }
}`;

const places = {
  partition: 'data.aws_partition.here.partition',
  region: 'data.aws_region.here.id',
  account: 'data.aws_caller_identity.here.account_id',
} as const;

/** Declares what the body asks about the place it is deployed to. */
function dataBlocks(body: string): readonly string[] {
  return ['aws_caller_identity', 'aws_partition', 'aws_region']
    .filter((type) => body.includes(`data.${type}.`))
    .map((type) => `data "${type}" "here" {}`);
}

function printBlock(head: string, entries: readonly Entry[], kindOf: KindOf, indent = ''): string {
  return `${indent}${head} {\n${printEntries(entries, kindOf, `${indent}  `)}\n${indent}}`;
}

/** Arguments of one line stand together with their `=` aligned; whatever takes several stands apart. */
function printEntries(entries: readonly Entry[], kindOf: KindOf, indent: string): string {
  return layOut(
    entries.map((entry) =>
      'block' in entry
        ? { block: printBlock(entry.name, entry.block, kindOf, indent) }
        : { name: entry.name, text: printArgument(entry, kindOf, indent) },
    ),
    indent,
  );
}

type Item = { readonly block: string } | { readonly name: string; readonly text: string };

function layOut(items: readonly Item[], indent: string): string {
  const paragraphs: string[] = [];
  let lines: { readonly name: string; readonly text: string }[] = [];
  const flush = (): void => {
    const width = Math.max(...lines.map(({ name }) => name.length));
    if (lines.length > 0) {
      paragraphs.push(lines.map(({ name, text }) => `${indent}${name.padEnd(width)} = ${text}`).join('\n'));
    }
    lines = [];
  };
  for (const item of items) {
    if ('name' in item && !item.text.includes('\n')) lines.push(item);
    else {
      flush();
      paragraphs.push('block' in item ? item.block : `${indent}${item.name} = ${item.text}`);
    }
  }
  flush();
  return paragraphs.join('\n\n');
}

function printArgument(entry: Exclude<Entry, { block: unknown }>, kindOf: KindOf, indent: string): string {
  if ('expression' in entry) return entry.expression;
  if ('json' in entry) return `jsonencode(${printValue(entry.json, kindOf, indent)})`;
  return printValue(entry.value, kindOf, indent);
}

function printValue(value: Json, kindOf: KindOf, indent: string): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) return printList(value as readonly Json[], kindOf, indent);
  if (isText(value)) return printText(value, kindOf);
  const items = Object.entries(value as Readonly<Record<string, Json>>).map(([name, item]) => ({
    name: /^\w+$/.test(name) ? name : quote(name),
    text: printValue(item, kindOf, inner),
  }));
  return `{\n${layOut(items, inner)}\n${indent}}`;
}

function printList(items: readonly Json[], kindOf: KindOf, indent: string): string {
  const inner = `${indent}  `;
  const printed = items.map((item) => printValue(item, kindOf, inner));
  const line = `[${printed.join(', ')}]`;
  const fits = !line.includes('\n') && line.length + indent.length <= 80;
  return fits ? line : `[\n${printed.map((item) => `${inner}${item},`).join('\n')}\n${indent}]`;
}

function printText(text: Exclude<Text, string>, kindOf: KindOf): string {
  return text.kind === 'join' ? `"${template(text, kindOf)}"` : expression(text, kindOf);
}

function template(text: Text, kindOf: KindOf): string {
  if (typeof text === 'string') return escaped(text);
  if (text.kind === 'join') return text.parts.map((part) => template(part, kindOf)).join('');
  return `\${${expression(text, kindOf)}}`;
}

function expression(text: Exclude<Text, string | { readonly kind: 'join' }>, kindOf: KindOf): string {
  if (text.kind === 'place') return places[text.what];
  if (text.kind === 'parameter') return `var.${snake(text.name)}`;
  return terraformAttribute(kindOf(text.of), text.of, text.attribute);
}

const quote = (text: string): string => `"${escaped(text)}"`;
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(/[$%]\{/g, (open) => `${open[0]}${open}`);
