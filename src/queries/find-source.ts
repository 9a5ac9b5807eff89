// Which log groups and which time a query and its sub-queries read: those of the request, or of SOURCE in the text
// (reference logs-insights-ql 3.30).

import type { LogGroupSelection, SourceClause, TimeBound } from '../language/ast.ts';
import { type Diagnostic, errorAt } from '../language/diagnostic.ts';
import type { SourceSpec } from '../plan/plan.ts';
import type { Source } from '../sql/compile.ts';
import type { GroupSchema } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { QueryRequest } from './query.ts';

/** A log group that the request or the text names and the store does not have. */
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
  nowMs(): number;
}

export interface FoundSources {
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One source per spec. Throws UnknownLogGroup for a name; a selection that chooses no group is a diagnostic. */
export function findSources(
  specs: readonly SourceSpec[],
  request: QueryRequest,
  environment: SourceEnvironment,
): FoundSources {
  const diagnostics: Diagnostic[] = [];
  const sources = specs.map((clause): Source => {
    const { accountId } = environment;
    const range = rangeOf(clause, request, environment);
    if (clause === null) return { groups: requestedGroups(request, environment), accountId, ...range };
    const groups = chosenGroups(clause, environment);
    if (groups.length === 0) {
      const message = 'No log group is chosen by this SOURCE.';
      diagnostics.push(errorAt(clause.span, 'no-log-group', message, 'shiplog status lists the log groups.'));
    }
    if (range.startMs > range.endMs) {
      const message = 'The START of this SOURCE is after its END.';
      diagnostics.push(errorAt(clause.span, 'empty-time-range', message));
    }
    return { groups, accountId, ...range };
  });
  return { sources, diagnostics };
}

function requestedGroups({ logGroups }: QueryRequest, { store }: SourceEnvironment): readonly GroupSchema[] {
  return logGroups === 'all' ? store.groups() : namedGroups(logGroups, store);
}

function namedGroups(names: readonly string[], store: SourceEnvironment['store']): GroupSchema[] {
  return [...new Set(names)].map((name) => {
    const group = store.group(name);
    if (group === undefined) throw new UnknownLogGroup(name);
    return group;
  });
}

/** A group that several parts of the clause choose is read once. */
function chosenGroups(
  { names, selections }: SourceClause,
  environment: SourceEnvironment,
): readonly GroupSchema[] {
  const { store } = environment;
  const named = namedGroups(
    names.map(({ name }) => name),
    store,
  );
  const selected = selections.flatMap((selection) =>
    store.groups().filter((group) => isSelected(group, selection, environment)),
  );
  return [...new Set([...named, ...selected])];
}

/** All groups here are of the class STANDARD and of one account, and have neither tags nor data sources. */
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
        (classes?.some((name) => name.toUpperCase() === 'STANDARD') ?? true)
      );
    }
    case 'logGroupTags':
      return selection.filters.every(({ values }) => values.every((value) => value.startsWith('!')));
    case 'dataSource':
      return false;
  }
}

/** Inferred: of a clause with one bound only, the other is the request's. */
function rangeOf(
  clause: SourceSpec,
  { startMs, endMs }: QueryRequest,
  { nowMs }: SourceEnvironment,
): { readonly startMs: number; readonly endMs: number } {
  const absolute = ({ relative, ms }: TimeBound): number => (relative ? nowMs() + ms : ms);
  const { start, end } = clause ?? {};
  return {
    startMs: start === undefined ? startMs : absolute(start),
    endMs: end === undefined ? endMs : absolute(end),
  };
}
