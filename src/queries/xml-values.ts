// What the XPaths of a segment find: each text that may be XML is read once, before the segment's own statement is written. SQL knows no
// XPath; everything else stays in SQL.

import type { Engine, Rows } from '../engine/engine.ts';
import { xmlTextCharsMax, xmlTextsMax, xmlValueCharsMax } from '../limits.ts';
import { operands, type Plan, type PlanExpr, type Step, stepExpressions } from '../plan/plan.ts';
import type { Segment } from '../plan/segments.ts';
import { readXml } from '../process/xml/read-xml.ts';
import { xpathValue } from '../process/xml/xpath-value.ts';
import { compileXmlTexts, type SegmentInput, type Source } from '../sql/compile.ts';
import type { XmlValues } from '../sql/context.ts';
import { duckdb } from '../sql/duckdb.ts';
import { madeName } from '../sql/pipeline.ts';
import { QueryStopped } from './query-stopped.ts';

type XmlStep = Extract<Step, { step: 'xml' }>;

export interface XmlReader {
  readonly engine: Engine;
  readonly sources: readonly Source[];
  readonly signal: AbortSignal | undefined;
}

/** The values of every xml step of a segment and of the sub-queries in it. Throws QueryStopped when there is too much to read. */
export async function findXmlValues(
  plan: Plan,
  segment: Segment,
  input: SegmentInput,
  reader: XmlReader,
): Promise<XmlValues> {
  const found = new Map<Step, string>();
  const visit = async (of: Plan, { steps, input: columns }: Segment, from: SegmentInput): Promise<void> => {
    for (const [index, step] of steps.entries()) {
      for (const sub of subplans(step)) {
        await visit(sub, { input: 'events', steps: sub.steps, process: null }, 'events');
      }
      if (step.step !== 'xml') continue;
      const before: Segment = { input: columns, steps: steps.slice(0, index), process: null };
      const values = new ValueRows(step);
      const texts = compileXmlTexts(of, before, step, from, reader.sources, duckdb, found);
      await reader.engine.stream(texts, (rows) => values.add(rows), reader.signal);
      found.set(step, values.json());
    }
  };
  await visit(plan, segment, input);
  return found;
}

/** Whether a plan, or a sub-query in it, has anything to do here. */
export function readsXml({ steps }: Plan): boolean {
  return steps.some((step) => step.step === 'xml' || subplans(step).some(readsXml));
}

function subplans(step: Step): readonly Plan[] {
  const inExpr = (expr: PlanExpr): readonly Plan[] => [
    ...(expr.op === 'inPlan' ? [expr.plan] : []),
    ...operands(expr).flatMap(inExpr),
  ];
  return [...(step.step === 'append' ? [step.plan] : []), ...stepExpressions(step).flatMap(inExpr)];
}

/** A thing to do at once: about ten milliseconds of reading XML. */
const charsAtOnce = 200_000;

/** Digests of texts and what was found in them, as JSON rows for SQL. */
class ValueRows {
  readonly #step: XmlStep;
  readonly #seen = new Set<string>();
  readonly #rows: string[] = [];
  #chars = 0;
  #charsSinceTurn = 0;

  constructor(step: XmlStep) {
    this.#step = step;
  }

  async add(rows: Rows): Promise<void> {
    for (const [digest, text] of rows) {
      if (typeof digest !== 'string' || typeof text !== 'string' || this.#seen.has(digest)) continue;
      this.#note(digest, text);
      if (this.#charsSinceTurn < charsAtOnce) continue;
      this.#charsSinceTurn = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #note(digest: string, text: string): void {
    this.#seen.add(digest);
    this.#charsSinceTurn += text.length;
    if (this.#seen.size > xmlTextsMax) refuse(`more than ${count(xmlTextsMax)} texts`);
    if (text.length > xmlTextCharsMax) refuse(`a text of more than ${count(xmlTextCharsMax)} characters`);
    const document = readXml(text);
    if (document === null) return;
    const values = this.#step.columns.map(
      ({ id, path }) => [madeName(id), xpathValue(document, path)] as const,
    );
    if (values.every(([, value]) => value === null)) return;
    for (const [, value] of values) this.#chars += value?.length ?? 0;
    if (this.#chars > xmlValueCharsMax) refuse(`values of more than ${count(xmlValueCharsMax)} characters`);
    this.#rows.push(JSON.stringify({ digest, ...Object.fromEntries(values) }));
  }

  json(): string {
    return `[${this.#rows.join(',')}]`;
  }
}

const count = (number: number): string => number.toLocaleString('en-US');

function refuse(what: string): never {
  throw new QueryStopped(
    'xml',
    `\`parse … xml\` met ${what}, the limit for one query. Narrow the time range, or filter or limit the events before it.`,
  );
}
