// Where templates and dashboards keep queries. Each is recognised by its own fields, wherever it stands in the file:
// AWS::Logs::QueryDefinition and its like, widgets of dashboards, Grafana's targets, Terraform's resources, requests.

import type { EmbeddedQuery, Extracted, SkippedQuery } from './embedded.ts';
import { findHoles, type HoleStyle } from './holes.ts';
import { joinLocated, type LocatedText, textAt } from './located-text.ts';
import { entryOf, type MapNode, type Node, offsetOf, textUnder } from './node.ts';
import { readYaml, YamlMistake } from './read-yaml.ts';

/** Files without one of these words hold no query, and need not be read. */
export const queryWords = /query_?string|dashboard_?body|\bwidgets\W{0,8}:|query_?mode/i;

/** Every query in a tree. `path` leads to the tree; texts of JSON inside of it are looked through as well. */
export function findQueries(root: Node, path = ''): Extracted {
  const queries: EmbeddedQuery[] = [];
  const skipped: SkippedQuery[] = [];
  const visit = (node: Node, at: string, depth: number): void => {
    const text = textOf(node);
    if (text !== undefined) {
      if (depth < nestedMax && looksLikeJson(text.text)) visitJson(text, at, depth + 1);
    } else if (node.kind === 'list') {
      for (const [index, item] of node.items.entries()) visit(item, join(at, String(index)), depth);
    } else if (node.kind === 'map') {
      for (const field of fieldsOf(node, at)) take(field, at);
      for (const [key, value] of node.entries) visit(value, join(at, key), depth);
    }
  };
  const visitJson = (text: LocatedText, at: string, depth: number): void => {
    try {
      for (const document of readJsonText(text)) visit(document, at, depth);
    } catch (cause) {
      if (!(cause instanceof YamlMistake)) throw cause;
      skipped.push({ path: at, offset: text.offsets[0] ?? 0, reason: 'the JSON in it cannot be read' });
    }
  };
  const take = ({ node, key, language, holes }: QueryField, at: string): void => {
    const text = textOf(node);
    const skip = (reason: string): void =>
      void skipped.push({ path: join(at, key), offset: offsetOf(node), reason });
    if (language !== undefined && !/^cwli$/i.test(language)) skip(`it is written in ${language}`);
    else if (text === undefined || isHole(text.text, holes)) skip('it is computed elsewhere');
    else queries.push({ path: join(at, key), query: text, holes });
  };
  visit(root, path, 0);
  return { queries, skipped };
}

/** How often JSON may stand inside of a text inside of JSON. */
const nestedMax = 3;

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

interface QueryField {
  /** Below the map. */
  readonly key: string;
  readonly node: Node;
  readonly language: string | undefined;
  readonly holes: HoleStyle;
}

type Finder = (map: MapNode, path: string) => QueryField | undefined;

function field(
  owner: Node | undefined,
  key: string,
  languageKey: string,
  prefix = '',
): QueryField | undefined {
  const node = entryOf(owner, key);
  if (node === undefined) return undefined;
  return { key: prefix + key, node, language: textUnder(owner, languageKey), holes: 'template' };
}

const cloudFormation: Finder = (map) =>
  /^AWS::Logs::(QueryDefinition|ScheduledQuery)$/.test(textUnder(map, 'Type') ?? '')
    ? field(entryOf(map, 'Properties'), 'QueryString', 'QueryLanguage', 'Properties.')
    : undefined;

const terraform: Finder = (map, path) =>
  /(^|\.)(aws|awscc)_(cloudwatch|logs)_(log_)?(query_definition|scheduled_query)\.[^.]+(\.\d+)?$/.test(path)
    ? field(map, 'query_string', 'query_language')
    : undefined;

const dashboardWidget: Finder = (map) =>
  textUnder(map, 'type') === 'log'
    ? field(entryOf(map, 'properties'), 'query', 'queryLanguage', 'properties.')
    : undefined;

const grafanaTarget: Finder = (map) => {
  const found =
    textUnder(map, 'queryMode') === 'Logs' ? field(map, 'expression', 'queryLanguage') : undefined;
  return found === undefined ? undefined : { ...found, holes: 'grafana' };
};

/** What the API and the AWS CLI take and give: `queryString` beside what only such a request has. */
const request: Finder = (map) => {
  const beside = [
    'logGroupName',
    'logGroupNames',
    'logGroupIdentifiers',
    'queryDefinitionId',
    'queryLanguage',
  ];
  return beside.some((key) => entryOf(map, key) !== undefined)
    ? field(map, 'queryString', 'queryLanguage')
    : undefined;
};

const finders = [cloudFormation, terraform, dashboardWidget, grafanaTarget, request];

function fieldsOf(map: MapNode, path: string): readonly QueryField[] {
  return finders.flatMap((finder) => finder(map, path) ?? []);
}

/** What a part that is not known becomes. */
const hole = `$${'{}'}`;

/** The text that a node is or will be: parts that are only known later are holes. Undefined for everything else. */
function textOf(node: Node): LocatedText | undefined {
  if (node.kind === 'text') return node.value;
  const [entry, ...others] = node.kind === 'map' ? node.entries : [];
  if (entry === undefined || others.length > 0) return undefined;
  const [name, value] = entry;
  if (name === 'Fn::Sub') return textOf(value.kind === 'list' ? (value.items[0] ?? value) : value);
  if (name !== 'Fn::Join' || value.kind !== 'list') return undefined;
  const [separator, parts] = value.items;
  if (separator?.kind !== 'text' || parts?.kind !== 'list') return undefined;
  return joinLocated(
    parts.items.map((part) => textOf(part) ?? textAt(hole, offsetOf(part))),
    separator.value.text,
  );
}

function isHole(text: string, style: HoleStyle): boolean {
  const [first] = findHoles(text.trim(), style);
  return first?.start === 0 && first.end === text.trim().length;
}

function looksLikeJson(text: string): boolean {
  return /^\s*\{\s*["}]/.test(text) && queryWords.test(text);
}

/** JSON in which an interpolation may stand where a number belongs. */
function readJsonText(text: LocatedText): readonly Node[] {
  const holes = findHoles(text.text, 'template').filter(
    ({ start, end }) =>
      /[:,[]\s*$/.test(text.text.slice(Math.max(0, start - 40), start)) &&
      /^\s*[,}\]]/.test(text.text.slice(end, end + 40)),
  );
  let filled = text.text;
  for (const { start, end } of holes) {
    filled = filled.slice(0, start) + '0'.repeat(end - start) + filled.slice(end);
  }
  return readYaml({ ...text, text: filled });
}
