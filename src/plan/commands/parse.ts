// parse: captures text into new names; events that do not match stay, with absent captures (reference 3.8).
// Captures are output columns when nothing else selects columns (reference 5.2).

import type {
  Alias,
  ParseCommand,
  ParseCsvCommand,
  ParseLogfmtCommand,
  ParsePatternCommand,
  ParseXmlCommand,
} from '../../language/ast.ts';
import { globRegex } from '../../language/glob.ts';
import { inspectRegex } from '../../language/regex.ts';
import { regexShape } from '../../language/regex-shape.ts';
import { isXPath, parseXPath } from '../../language/xpath.ts';
import { planDecoded } from '../call.ts';
import { asScalar, memberOf } from '../json.ts';
import type { ColumnRef } from '../plan.ts';
import {
  bindMade,
  materialise,
  type PlanContext,
  resolveEventField,
  resolveField,
  settleMentions,
} from '../scope.ts';

export function planParse(command: ParseCommand, context: PlanContext): void {
  const source =
    command.source === undefined
      ? resolveEventField('@message', command.span, context)
      : resolveField(command.source, context);
  settleMentions(context);
  if (command.mode === 'pattern') planPattern(command, source, context);
  else if (command.mode === 'logfmt') planLogfmt(command, source, context);
  else if (command.mode === 'csv') planCsv(command, source, context);
  else planXml(command, source, context);
}

function planLogfmt({ alias }: ParseLogfmtCommand, source: ColumnRef, context: PlanContext): void {
  bindMade(alias, materialise(planDecoded('logfmt', source, 'row', context), context), 'capture', context);
}

/** Surplus values are ignored, lacking ones are null. */
function planCsv({ aliases }: ParseCsvCommand, source: ColumnRef, context: PlanContext): void {
  const values = planDecoded('csv', source, 'row', context);
  for (const [index, alias] of aliases.entries()) {
    bindMade(alias, materialise(asScalar(memberOf(values, [index])), context), 'capture', context);
  }
}

function planXml({ path, alias }: ParseXmlCommand, source: ColumnRef, context: PlanContext): void {
  const xpath = parseXPath(path.value);
  // What is wrong with a path was told when it was read.
  if (!isXPath(xpath)) return;
  const id = context.nextId++;
  context.steps.push({ step: 'xml', source, columns: [{ id, path: xpath }] });
  bindMade(alias, { op: 'made', id, kind: 'text' }, 'capture', context);
}

function planPattern(command: ParsePatternCommand, source: ColumnRef, context: PlanContext): void {
  const { pattern, names } = captures(command);
  const { groupsMayBeEmpty } = regexShape(pattern);
  const ids = names.map(() => context.nextId++);
  context.steps.push({
    step: command.multi ? 'extractAll' : 'extract',
    source,
    pattern,
    captures: ids.map((id, index) => ({ id, mayBeEmpty: groupsMayBeEmpty[index] ?? true })),
  });
  for (const [index, { name, span }] of names.entries()) {
    const ref: ColumnRef = { op: 'made', id: ids[index] ?? 0, kind: 'text' };
    bindMade({ name, span }, ref, 'capture', context);
  }
}

type CaptureName = Pick<Alias, 'name' | 'span'>;

/** The expression with one plain group per name. */
function captures(command: ParsePatternCommand): {
  readonly pattern: string;
  readonly names: readonly CaptureName[];
} {
  const { pattern, aliases } = command;
  if (pattern.kind === 'string') return { pattern: globRegex(pattern.value), names: aliases };
  const { namedGroups, numberedPattern, positionalPattern } = inspectRegex(pattern.pattern);
  if (aliases.length > 0) return { pattern: positionalPattern, names: aliases };
  return { pattern: numberedPattern, names: namedGroups.map((name) => ({ name, span: pattern.span })) };
}
