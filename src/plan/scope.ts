// Which names mean what at one point of the pipeline, and the rules for making names (reference 3.7 visibility, 3.33).
// A name is a field of the event until stats; afterwards only the names that stats made exist.

import type { Expr, FieldExpr, Span } from '../language/ast.ts';
import { type Diagnostic, errorAt } from '../language/diagnostic.ts';
import type { ColumnRef, Moment, OutputColumn, PlanExpr, Step, ValueKind } from './plan.ts';

/** How a name came to be: only parse captures and `fields … as` may not be listed again (reference 3.33, Q18). */
export type Origin = 'capture' | 'computed' | 'aggregated';

export interface Binding {
  readonly ref: ColumnRef;
  readonly origin: Origin;
}

/** The state that the commands of one query build up, in order. */
export interface PlanContext {
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
  /** Unknown names after stats, collected so that one error lists them all. */
  readonly unknown: Map<string, Span>;
  /** Names that only the `stats` being planned knows: its own earlier aliases. */
  locals: Map<string, PlanExpr>;
  listed: OutputColumn[];
  displayed: OutputColumn[] | null;
  captured: OutputColumn[];
  grouped: OutputColumn[];
  nextId: number;
}

export function newContext(text: string, moment: Moment, statsAhead: number): PlanContext {
  return {
    text,
    moment,
    diagnostics: [],
    steps: [],
    phase: 'events',
    statsAhead,
    bindings: new Map(),
    made: new Set(),
    mentioned: new Set(),
    mentioning: new Set(),
    unknown: new Map(),
    locals: new Map(),
    listed: [],
    displayed: null,
    captured: [],
    grouped: [],
    nextId: 1,
  };
}

/** Kinds of the system fields (reference 2.2); every other field of an event is text. */
const systemKinds: Readonly<Record<string, ValueKind>> = {
  '@timestamp': 'timestamp',
  '@ingestionTime': 'timestamp',
  '@ptr': 'pointer',
};

export function eventField(name: string): ColumnRef {
  return { op: 'field', name, kind: systemKinds[name] ?? 'text' };
}

/** The column behind a name. After stats an unknown name is noted and stands for null until the command is reported. */
export function resolveField(field: FieldExpr, context: PlanContext): ColumnRef {
  const binding = context.bindings.get(field.name);
  if (binding !== undefined) return binding.ref;
  return resolveEventField(field.name, field.span, context);
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
    ? 'After stats only its own columns exist; carry the time with an alias, as in `by bin(5m) as t | sort t`.'
    : `After stats only its own columns exist: ${[...context.bindings.keys()].join(', ')}.`;
  context.diagnostics.push(
    errorAt(first, 'unknown-symbol', unknownAfterStats([...context.unknown.keys()]), hint),
  );
  context.unknown.clear();
}

function unknownAfterStats(names: readonly string[]): string {
  return `Compile Error - Unknown symbols found in or after stats: ${names.join(', ')}`;
}

/** Checks that a name may be made here and notes it; reports `Ephemeral field is already defined` otherwise. */
export function claimName(name: string, span: Span, context: PlanContext): boolean {
  const reused = context.made.has(name);
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
