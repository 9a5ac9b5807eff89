// Choosing log groups by their tags and their data source, for SOURCE in a query and for lists of log groups
// (reference logs-insights-ql 3.30; AWS: TagFilter, DataSourceFilter of ListLogGroups).

import type { GroupSettings } from '../store/group-settings.ts';

type Tags = GroupSettings['tags'];

/** Values are alternatives; without any, the tag must be there. A value may begin with `!` (not) and have `*` at its ends. */
export interface TagFilter {
  readonly key: string;
  readonly values: readonly string[];
}

/** Inferred: a value that negates a tag is met by groups without the tag. */
export function meetsTagFilter(tags: Tags, { key, values }: TagFilter): boolean {
  const tag = Object.hasOwn(tags, key) ? tags[key] : undefined;
  if (values.length === 0) return tag !== undefined;
  return values.some((value) =>
    value.startsWith('!') ? !matches(tag, value.slice(1)) : matches(tag, value),
  );
}

function matches(tag: string | undefined, wanted: string): boolean {
  if (tag === undefined) return false;
  const open = { start: wanted.startsWith('*'), end: wanted.length > 1 && wanted.endsWith('*') };
  const text = wanted.slice(open.start ? 1 : 0, open.end ? -1 : undefined);
  if (open.start && open.end) return tag.includes(text);
  if (open.start) return tag.endsWith(text);
  return open.end ? tag.startsWith(text) : tag === text;
}

/** Where the events of a log group come from, as AWS sorts them. */
export interface DataSource {
  readonly name: string;
  readonly type: string;
}

/**
 * The data source that the tags of a group tell [AWS: "Custom sources"], or null. AWS knows those of the logs that its services
 * deliver by itself; ECS events in a log group are not among them.
 */
export function dataSourceOf(tags: Tags): DataSource | null {
  const name = tags['cw:datasource:name'];
  if (name === undefined) return null;
  return { name, type: tags['cw:datasource:type'] ?? '' };
}
