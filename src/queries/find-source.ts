// Which log groups a query and its sub-queries read: those of the request, or of SOURCE in the text (reference logs-insights-ql
// 3.30).

import type { LogGroupName, LogGroupSelection, SourceClause } from '../language/ast.ts';
import { type Diagnostic, errorAt } from '../language/diagnostic.ts';
import { didYouMean } from '../language/did-you-mean.ts';
import type { SourceSpec } from '../plan/plan.ts';
import type { Source, SourceGroup } from '../sql/compile.ts';
import { indexedSinceMs } from '../store/group-settings.ts';
import type { GroupSchema } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { nameInArn } from './log-group-arn.ts';
import type { QueryRequest } from './query.ts';
import { dataSourceOf, meetsTagFilter } from './tag-filter.ts';

/** A log group that the request names and the store does not have. */
export class UnknownLogGroup extends Error {
  readonly logGroup: string;
  constructor(logGroup: string) {
    super(`log group ${logGroup} does not exist`);
    this.name = 'UnknownLogGroup';
    this.logGroup = logGroup;
  }
}

export interface SourceEnvironment {
  readonly store: Pick<Store, 'group' | 'groups'>;
  readonly accountId: string;
}

export interface FoundSources {
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One source per spec. Throws UnknownLogGroup for a name of the request; what the text chooses in vain is a diagnostic. */
export function findSources(
  specs: readonly SourceSpec[],
  request: QueryRequest,
  environment: SourceEnvironment,
): FoundSources {
  const diagnostics: Diagnostic[] = [];
  const narrow = (groups: readonly GroupSchema[], spec: SourceSpec): readonly SourceGroup[] => {
    const indexed = indexedGroups(groups, spec);
    if (groups.length > 0 && indexed.length === 0) diagnostics.push(withoutIndex(spec));
    return indexed;
  };
  const sources = specs.map((spec): Source => {
    const { clause, startMs, endMs } = spec;
    const source = { accountId: environment.accountId, startMs, endMs };
    if (clause === null) return { groups: narrow(requestedGroups(request, environment), spec), ...source };
    const { groups, missing } = chosenGroups(clause, environment);
    diagnostics.push(...missing);
    if (groups.length === 0 && missing.length === 0) {
      const message = 'No log group is chosen by this SOURCE.';
      diagnostics.push(errorAt(clause.span, 'no-log-group', message, 'shiplog status lists the log groups.'));
    }
    if (startMs > endMs) {
      const message = 'The START of this SOURCE is after its END.';
      diagnostics.push(errorAt(clause.span, 'empty-time-range', message));
    }
    return { groups: narrow(groups, spec), ...source };
  });
  return { sources, diagnostics };
}

function requestedGroups({ logGroups }: QueryRequest, { store }: SourceEnvironment): readonly GroupSchema[] {
  if (logGroups === 'all') return store.groups();
  return [...new Set(logGroups)].map((name) => {
    const group = store.group(name);
    if (group === undefined) throw new UnknownLogGroup(name);
    return group;
  });
}

/** A group that several parts of the clause choose is read once. */
function chosenGroups(
  { names, selections }: SourceClause,
  environment: SourceEnvironment,
): { readonly groups: readonly GroupSchema[]; readonly missing: readonly Diagnostic[] } {
  const { store } = environment;
  const groups = new Set<GroupSchema>();
  const missing: Diagnostic[] = [];
  for (const written of names) {
    const group = store.group(nameInArn(written.name));
    if (group === undefined) missing.push(missingGroup(written, environment));
    else groups.add(group);
  }
  for (const selection of selections) {
    for (const group of store.groups()) if (isSelected(group, selection, environment)) groups.add(group);
  }
  return { groups: [...groups], missing };
}

/** In the words of AWS for a log group of the request; api/errors.ts gives it AWS's type too. */
function missingGroup({ name, span }: LogGroupName, { store, accountId }: SourceEnvironment): Diagnostic {
  const names = store.groups().map((group) => group.name);
  const message = `Log group '${name}' does not exist for account ID '${accountId}'`;
  const hint = didYouMean(name, names) ?? 'shiplog status lists the log groups.';
  return errorAt(span, 'unknown-log-group', message, hint);
}

/** All groups here are of one account. Without a class, those of the class STANDARD are meant [AWS]. */
function isSelected(
  group: GroupSchema,
  selection: LogGroupSelection,
  { accountId }: SourceEnvironment,
): boolean {
  switch (selection.kind) {
    case 'logGroups': {
      const { namePrefixes, accounts, classes } = selection;
      return (
        (namePrefixes?.some((prefix) => group.name.startsWith(prefix)) ?? true) &&
        (accounts?.includes(accountId) ?? true) &&
        (classes ?? ['STANDARD']).some((name) => name.toUpperCase() === group.settings.logClass)
      );
    }
    case 'logGroupTags':
      return selection.filters.every((filter) => meetsTagFilter(group.settings.tags, filter));
    case 'dataSource': {
      const source = dataSourceOf(group.settings.tags);
      const names = source === null ? [] : [source.name, `${source.name}.${source.type}`];
      return selection.names.some((name) => names.includes(name));
    }
  }
}

/**
 * What `filterIndex` leaves of a source: of the groups that have an index on each of its fields, the events stored since. AWS skips
 * the other groups (reference logs-insights-ql 3.4).
 */
function indexedGroups(
  groups: readonly GroupSchema[],
  { indexedFields = [] }: SourceSpec,
): readonly SourceGroup[] {
  if (indexedFields.length === 0) return groups;
  return groups.flatMap((group) => {
    const since = indexedFields.map((field) => indexedSinceMs(group.settings, field));
    return since.includes(null)
      ? []
      : [{ ...columnsOf(group), ingestedFromMs: Math.max(...since.map((ms) => ms ?? 0)) }];
  });
}

const columnsOf = ({ name, table, groupId, fields }: GroupSchema): SourceGroup => ({
  name,
  table,
  groupId,
  fields,
});

/** A query that finds nothing for want of an index says so. */
function withoutIndex(spec: SourceSpec): Diagnostic {
  const fields = (spec.indexedFields ?? []).join(', ');
  const message = `filterIndex finds nothing: no log group of this query has an index on ${fields}.`;
  const hint =
    'PutIndexPolicy indexes a field of a log group for the events that come from then on; `filter` needs no index.';
  return {
    code: 'no-index',
    severity: 'warning',
    message,
    span: spec.indexedSpan ?? { start: 0, end: 0 },
    hint,
  };
}
