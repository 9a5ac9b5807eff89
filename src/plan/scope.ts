// Which names mean what at one point of the pipeline, and the rules for making names (reference 3.7 visibility, 3.33).
// A name is a field of the event until stats; afterwards only the names that stats made exist.

import type { Alias, Expr, FieldExpr, MemberStep, Query, SourceClause, Span } from '../language/ast.ts';
import { type Diagnostic, errorAt, warningAt } from '../language/diagnostic.ts';
import { closest } from '../language/did-you-mean.ts';
import { asKey, asScalar, memberOf } from './json.ts';
import { nullLiteral } from './literal.ts';
import {
  type ColumnRef,
  type FieldRef,
  isJsonKind,
  type Moment,
  type OutputColumn,
  type Period,
  type Plan,
  type PlanExpr,
  type ProcessCommand,
  type SourceSpec,
  type Step,
  type ValueKind,
} from './plan.ts';
import { sourceSpec } from './source-spec.ts';

/** How a name came to be: only parse captures and `fields … as` may not be listed again (reference 3.33, Q18). */
export type Origin = 'capture' | 'computed' | 'aggregated' | 'added';

export interface Binding {
  readonly ref: ColumnRef;
  readonly origin: Origin;
}

/** A lookup table as a plan names it: its physical table, and the physical column of each of its columns, in order. */
export interface LookupSchema {
  readonly table: string;
  /** The column that numbers the table's rows. */
  readonly order: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** The sides of a join; fields of the right one become columns when they are first named. */
export interface JoinedSides {
  readonly left: string;
  readonly right: string;
  rightColumn(name: string): ColumnRef;
}

/** A group key that is a bin of event times. */
export interface Bin {
  readonly id: number;
  readonly period: Period;
  readonly offset: Period | null;
}

/** The state that the commands of one query build up, in order. */
export interface PlanContext {
  readonly findLookup: (name: string) => LookupSchema | undefined;
  /** Plans a sub-query; build.ts knows how. */
  readonly subplan: (query: Query, outer: PlanContext) => Plan;
  /** Log groups of the query and its sub-queries; `source` is this one's. */
  readonly sources: SourceSpec[];
  readonly source: number;
  joined: JoinedSides | null;
  /** The last step made patterns, and its place in `steps`: diff and anomaly work on nothing else. */
  patterns: number | null;
  readonly text: string;
  readonly moment: Moment;
  readonly diagnostics: Diagnostic[];
  readonly steps: Step[];
  phase: 'events' | 'groups';
  /** Commands `stats` still to come. */
  statsAhead: number;
  bindings: Map<string, Binding>;
  /** Every name the query made so far, also those that stats dropped: names are write-once. */
  readonly made: Set<string>;
  /** Event fields that earlier items and commands used. */
  readonly mentioned: Set<string>;
  /** Event fields that the item being planned used. */
  readonly mentioning: Set<string>;
  /** Maps and lists that the command being planned makes: their members come to exist after it. */
  readonly fresh: Set<string>;
  /** Texts that were read as JSON already, so that each is read once however many members are named. */
  readonly decoded: Map<string, ColumnRef>;
  /** Unknown names after stats, collected so that one error lists them all. */
  readonly unknown: Map<string, Span>;
  /** Names that only the `stats` being planned knows: its own earlier aliases. */
  locals: Map<string, PlanExpr>;
  listed: OutputColumn[];
  displayed: OutputColumn[] | null;
  captured: OutputColumn[];
  /** Columns that commands other than fields put beside the shown ones. */
  added: OutputColumn[];
  grouped: OutputColumn[];
  /** The bins that the last stats grouped by. */
  bins: readonly Bin[];
  nextId: number;
}

export type Surroundings = Pick<
  PlanContext,
  | 'text'
  | 'moment'
  | 'diagnostics'
  | 'sources'
  | 'source'
  | 'findLookup'
  | 'subplan'
  | 'statsAhead'
  | 'nextId'
>;

export function newContext(surroundings: Surroundings): PlanContext {
  return {
    ...surroundings,
    steps: [],
    phase: 'events',
    joined: null,
    patterns: null,
    bindings: new Map(),
    made: new Set(),
    mentioned: new Set(),
    mentioning: new Set(),
    fresh: new Set(),
    decoded: new Map(),
    unknown: new Map(),
    locals: new Map(),
    listed: [],
    displayed: null,
    captured: [],
    added: [],
    grouped: [],
    bins: [],
  };
}

/** Adds what a part of the query reads; gives its index. */
export function addSource(clause: SourceClause | undefined, context: PlanContext): number {
  const { sources, source, moment } = context;
  const around = sources[source] ?? { clause: null, ...moment };
  return sources.push(sourceSpec(clause, around, moment)) - 1;
}

/** Kinds of the system fields (reference 2.2); every other field of an event is text. */
const systemKinds: ReadonlyMap<string, ValueKind> = new Map([
  ['@timestamp', 'timestamp'],
  ['@ingestionTime', 'timestamp'],
  ['@ptr', 'pointer'],
]);

export function eventField(name: string): FieldRef {
  return { op: 'field', name, kind: systemKinds.get(name) ?? 'text' };
}

/** The column behind a name, as a single value: a member that is a map or a list counts as absent. */
export function resolveField(field: FieldExpr, context: PlanContext): ColumnRef {
  return materialise(asScalar(resolveValue(field, context)), context);
}

/** The column behind a name as key of sort, dedup and their like; a whole map or list is refused (reference 2.6). */
export function resolveKey(field: FieldExpr, context: PlanContext): ColumnRef {
  return materialise(asKey(resolveValue(field, context), field.span, context), context);
}

/** What a name stands for. After stats an unknown name is noted and stands for null until the command is reported. */
export function resolveValue(field: FieldExpr, context: PlanContext): PlanExpr {
  return (
    resolveMade(field, context) ??
    resolveSide(field, context) ??
    resolveEventField(field.name, field.span, context)
  );
}

/** A name that the query made, or a member of a map that it made. */
function resolveMade(field: FieldExpr, context: PlanContext): PlanExpr | undefined {
  const binding = context.bindings.get(field.name);
  if (binding !== undefined) return binding.ref;
  const [first = '', ...path] = field.segments;
  const owner = path.length === 0 ? undefined : context.bindings.get(first);
  if (owner === undefined || !isJsonKind(owner.ref.kind)) return undefined;
  return memberOfNamed(first, owner.ref, path, field.span, context);
}

/** A member of a map that the query made; null while the command that made it still runs (reference 3.1, quirk 25). */
export function memberOfNamed(
  name: string,
  ref: PlanExpr,
  path: readonly MemberStep[],
  span: Span,
  context: PlanContext,
): PlanExpr {
  if (!context.fresh.has(name)) return memberOf(ref, path);
  const message = `\`${name}\` is made by this command, and on AWS its members are null until the next one.`;
  context.diagnostics.push(
    warningAt(span, 'member-too-early', message, `Begin a second command: | fields ${name}.…`),
  );
  return nullLiteral;
}

/**
 * After a join, `A.x` is a field of the left events and `B.y` one of the right (reference 3.18). Inferred: a bare name is the
 * left's, and neither uses up the name `x` for an alias.
 */
function resolveSide(field: FieldExpr, context: PlanContext): PlanExpr | undefined {
  const { joined, phase } = context;
  const [side, ...segments] = field.segments;
  if (joined === null || segments.length === 0) return undefined;
  const name = segments.join('.');
  if (side === joined.right) return joined.rightColumn(name);
  if (side !== joined.left) return undefined;
  const made = resolveMade({ ...field, segments, name }, context);
  return made ?? (phase === 'events' ? eventField(name) : resolveEventField(name, field.span, context));
}

/** Whether what stands before a dot could be a side of the join as well as that name. */
function isSide(name: string, { joined }: PlanContext): boolean {
  return joined !== null && (name === joined.left || name === joined.right);
}

/** A column that a command adds to what is shown, in place of one of that name; later commands may name it, and list it again. */
export function addColumn(name: string, ref: ColumnRef, context: PlanContext): void {
  context.made.add(name);
  context.bindings.set(name, { ref, origin: 'added' });
  replaceShown(name, ref, context);
  if (!shownColumns(context).some((column) => column.name === name)) context.added.push({ name, expr: ref });
}

/** Binds a name that a command makes, and shows it like a capture of parse (reference 5.2); reports a name that is taken. */
export function bindMade({ name, span }: Alias, ref: ColumnRef, origin: Origin, context: PlanContext): void {
  if (!claimName(name, span, context)) return;
  context.bindings.set(name, { ref, origin });
  context.captured.push({ name, expr: ref });
}

/** Wherever a column of that name is shown already, it is the other column from here on. */
export function replaceShown(name: string, ref: ColumnRef, context: PlanContext): void {
  const { listed, displayed, captured, added, grouped } = context;
  for (const columns of [listed, displayed ?? [], captured, added, grouped]) {
    const index = columns.findIndex((column) => column.name === name);
    if (index >= 0) columns[index] = { name, expr: ref };
  }
}

const defaultColumns = ['@timestamp', '@message'];

/** The columns that are shown at this point, in order, the pointer of events apart (reference 5.2). */
export function shownColumns(context: PlanContext): readonly OutputColumn[] {
  const { displayed, listed, captured, added, grouped, phase } = context;
  if (displayed !== null) return displayed;
  const byDefault = defaultColumns.map((name) => ({
    name,
    expr: context.bindings.get(name)?.ref ?? eventField(name),
  }));
  const usual = phase === 'groups' ? grouped : captured.length > 0 ? captured : byDefault;
  const chosen = listed.length > 0 ? listed : usual;
  return [...chosen, ...added.filter(({ name }) => !chosen.some((column) => column.name === name))];
}

/** The rows go through process/: afterwards only its columns exist, the hidden ones too, though they are not shown. */
export function becomeRows(
  command: ProcessCommand,
  inputs: readonly ColumnRef[],
  columns: readonly { readonly name: string; readonly kind: ValueKind; readonly hidden?: boolean }[],
  context: PlanContext,
): void {
  const named = columns.map(({ name, kind, hidden }) => ({ id: context.nextId++, name, kind, hidden }));
  context.steps.push({
    step: 'process',
    command,
    inputs,
    columns: named.map(({ id, name, kind }) => ({ id, name, kind })),
  });
  const made = named.map(({ id, name, kind, hidden }) => ({
    name,
    hidden,
    expr: { op: 'made', id, kind } as const,
  }));
  enterGroups(
    made.filter((column) => column.hidden !== true).map(({ name, expr }) => ({ name, expr })),
    new Map(made.map(({ name, expr }) => [name, { ref: expr, origin: 'aggregated' }])),
    context,
  );
}

/** From here on the rows are no events any more: only these names exist, and these columns are shown. */
export function enterGroups(
  grouped: OutputColumn[],
  bindings: Map<string, Binding>,
  context: PlanContext,
): void {
  context.phase = 'groups';
  context.decoded.clear();
  context.grouped = grouped;
  context.bindings = bindings;
  context.joined = null;
  context.listed = [];
  context.displayed = null;
  context.captured = [];
  context.added = [];
  context.bins = [];
}

/** An event field by name, also for functions that read `@timestamp` without naming it (bin, earliest, latest). */
export function resolveEventField(name: string, span: Span, context: PlanContext): ColumnRef {
  if (context.phase === 'groups') {
    if (!context.unknown.has(name)) context.unknown.set(name, span);
  } else {
    context.mentioning.add(name);
  }
  return eventField(name);
}

/** Ends one item or command: what it mentioned counts as mentioned earlier from now on. */
export function settleMentions(context: PlanContext): void {
  for (const name of context.mentioning) context.mentioned.add(name);
  context.mentioning.clear();
}

/** Reports the unknown names of a command in one error, as AWS does (reference 3.7). */
export function reportUnknown(context: PlanContext): void {
  const [first] = context.unknown.values();
  if (first === undefined) return;
  const hint = context.unknown.has('@timestamp')
    ? 'After stats only its own columns exist; carry the time with an alias, as in `by bin(5m) as t`, and go on with it: `datefloor(t, 1h)`.'
    : unknownNameHint(context);
  context.diagnostics.push(
    errorAt(first, 'unknown-symbol', unknownAfterStats([...context.unknown.keys()]), hint),
  );
  context.unknown.clear();
}

function unknownNameHint({ unknown, bindings }: PlanContext): string {
  const meant = [...unknown.keys()].flatMap((name) => closest(name, bindings.keys()) ?? []);
  const question =
    meant.length === 0 ? '' : ` Did you mean ${meant.map((name) => `\`${name}\``).join(', ')}?`;
  return `After stats only its own columns exist: ${[...bindings.keys()].join(', ')}.${question}`;
}

function unknownAfterStats(names: readonly string[]): string {
  return `Compile Error - Unknown symbols found in or after stats: ${names.join(', ')}`;
}

/** Checks that a name may be made here and notes it; reports `Ephemeral field is already defined` otherwise. */
export function claimName(name: string, span: Span, context: PlanContext): boolean {
  const reused = context.made.has(name) || isSide(name, context);
  if (reused || (context.phase === 'events' && context.mentioned.has(name))) {
    const known = alreadyDefined(name, span, reused);
    // Before a stats AWS reports the same mistake in other words (observed for a listed field that is aliased again).
    const aheadOfStats = !reused && context.statsAhead > 0;
    const message = aheadOfStats ? unknownAfterStats([name]) : known.message;
    context.diagnostics.push({ ...known, message });
    return false;
  }
  context.made.add(name);
  return true;
}

export function alreadyDefined(name: string, span: Span, reused: boolean): Diagnostic {
  const hint = reused
    ? 'A name made by the query is write-once; choose another alias (display shows a parsed field again).'
    : `${name} was used as a field of the event earlier in the query; choose another alias.`;
  return errorAt(span, 'already-defined', `Ephemeral field is already defined: ${name}`, hint);
}

/** The name of a column without an alias: a bare field's own name, otherwise the text as typed (reference 3.1, 3.7). */
export function columnName(expr: Expr, context: PlanContext): string {
  return expr.kind === 'field' ? expr.name : context.text.slice(expr.span.start, expr.span.end);
}

/** A bare reference stays what it is; anything else becomes a computed column of its own. */
export function materialise(expr: PlanExpr, context: PlanContext): ColumnRef {
  if (expr.op === 'field' || expr.op === 'made') return expr;
  const id = context.nextId++;
  context.steps.push({ step: 'compute', columns: [{ id, expr }] });
  return { op: 'made', id, kind: expr.kind };
}
