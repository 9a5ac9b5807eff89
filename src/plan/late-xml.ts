// Values out of XML are found for each text by itself, which costs far more than what SQL does. So a step that finds them waits until
// something reads them, behind filters and limits that leave fewer rows; steps over the same text are done together.

import { operands, type PlanExpr, type Step, stepExpressions } from './plan.ts';

type XmlStep = Extract<Step, { step: 'xml' }>;

/** Steps that may come first without a difference: they choose rows, or look at one. */
const passable: ReadonlySet<Step['step']> = new Set<Step['step']>([
  'compute',
  'filter',
  'extract',
  'sort',
  'limit',
  'dedup',
]);

/** The same steps, those of XML as late as can be. */
export function lateXml(steps: readonly Step[]): readonly Step[] {
  const done: Step[] = [];
  let waiting: XmlStep[] = [];
  for (const step of steps) {
    if (step.step === 'xml') {
      waiting = withStep(waiting, step);
      continue;
    }
    const needed = passable.has(step.step) ? neededBy(step, waiting) : waiting;
    done.push(...needed, step);
    waiting = waiting.filter((one) => !needed.includes(one));
  }
  return [...done, ...waiting];
}

function withStep(waiting: readonly XmlStep[], step: XmlStep): XmlStep[] {
  const same = waiting.findIndex(({ source }) => isSame(source, step.source));
  const found = waiting[same];
  if (found === undefined) return [...waiting, step];
  return waiting.with(same, { ...found, columns: [...found.columns, ...step.columns] });
}

function isSame(one: XmlStep['source'], other: XmlStep['source']): boolean {
  if (one.op === 'made') return other.op === 'made' && one.id === other.id;
  return other.op === 'field' && one.name === other.name;
}

/** Those that a step reads, and those that these read. */
function neededBy(step: Step, waiting: readonly XmlStep[]): readonly XmlStep[] {
  const needed: XmlStep[] = [];
  for (const one of waiting.toReversed())
    if ([step, ...needed].some((reader) => reads(reader, one))) needed.unshift(one);
  return needed;
}

function reads(step: Step, { columns }: XmlStep): boolean {
  const isRead = (expr: PlanExpr): boolean =>
    (expr.op === 'made' && columns.some(({ id }) => id === expr.id)) || operands(expr).some(isRead);
  return stepExpressions(step).some(isRead);
}
