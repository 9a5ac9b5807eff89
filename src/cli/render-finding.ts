// A finding for the terminal: the verdict first, then what it rests on, then what to do. Adds no statement of its own.
// The order is the order of reading: title, verdict, summary, facts, contradictions, timelines, tables, next steps, evidence.

import type {
  CellKind,
  Evidence,
  Fact,
  Finding,
  FindingColumn,
  FindingTable,
  Tone,
  Verdict,
} from '../investigations/finding.ts';
import { formatDuration } from '../investigations/wording.ts';
import { displayWidth, pad, printable, wrap } from './cell-text.ts';
import { counted, formatTime } from './quantities.ts';
import { renderTable, type TableCell, type TableContent } from './render-table.ts';
import { renderTimeline } from './render-timeline.ts';
import type { Style } from './terminal.ts';
import { tonePaint, toneSign } from './tone.ts';

const indent = '  ';
/** Sentences are not set wider than this: longer lines are hard to read. */
const measure = 100;

/** The whole finding, ready to print. `queries` adds the evidence queries in full. */
export function renderFinding(
  finding: Finding,
  style: Style,
  options: { readonly queries: boolean },
): string {
  const sections = [
    heading(finding, style),
    finding.verdict === null ? [] : verdictLines(finding.verdict, style),
    wrap(printable(finding.summary), textWidth(style)),
    factLines(finding.facts, style),
    listed(
      'Contradictions',
      finding.contradictions,
      toneSign('warning', style.unicode),
      style.colors.yellow,
      style,
    ),
    ...finding.timelines.map((timeline) => renderTimeline(timeline, style)),
    ...finding.tables.map((table) => tableLines(table, style)),
    listed('Next steps', finding.nextSteps, style.unicode ? '→' : '->', style.colors.cyan, style),
    options.queries
      ? finding.evidence.flatMap((evidence) => evidenceLines(evidence, style))
      : evidenceLine(finding, style),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const textWidth = (style: Style): number => Math.min(measure, style.columns ?? measure);

function heading(finding: Finding, style: Style): readonly string[] {
  const title = style.colors.bold(printable(finding.title));
  const subject = printable(finding.subject);
  return subject === '' || finding.title.includes(subject) ? [title] : [title, style.colors.dim(subject)];
}

/** The verdict's sentence behind its sign, wrapped under itself. */
export function verdictLines(verdict: Verdict, style: Style): readonly string[] {
  const paint = tonePaint(verdict.tone, style.colors);
  const sign = toneSign(verdict.tone, style.unicode);
  const hanging = ' '.repeat(displayWidth(sign) + 1);
  const [first = '', ...rest] = wrap(printable(verdict.text), textWidth(style) - hanging.length);
  const certainty = style.colors.dim(`${hanging}${verdict.class}, ${verdict.confidence} confidence`);
  return [
    `${paint(sign)} ${style.colors.bold(first)}`,
    ...rest.map((line) => hanging + style.colors.bold(line)),
    certainty,
  ];
}

function factLines(facts: readonly Fact[], style: Style): readonly string[] {
  if (facts.length === 0) return [];
  const labelWidth = Math.max(...facts.map(({ label }) => displayWidth(printable(label))));
  const hanging = indent + ' '.repeat(labelWidth + 2);
  return [
    style.colors.bold('Facts'),
    ...facts.flatMap((fact) => {
      const paint = fact.tone === undefined ? (text: string) => text : tonePaint(fact.tone, style.colors);
      const [first = '', ...rest] = wrap(printable(fact.value), textWidth(style) - hanging.length);
      const label = style.colors.dim(pad(printable(fact.label), labelWidth));
      return [`${indent}${label}  ${paint(first)}`, ...rest.map((line) => hanging + paint(line))];
    }),
  ];
}

function listed(
  title: string,
  items: readonly string[],
  sign: string,
  paint: (text: string) => string,
  style: Style,
): readonly string[] {
  if (items.length === 0) return [];
  const hanging = indent + ' '.repeat(displayWidth(sign) + 1);
  return [
    style.colors.bold(title),
    ...items.flatMap((item) => {
      const [first = '', ...rest] = wrap(printable(item), textWidth(style) - hanging.length);
      return [`${indent}${paint(sign)} ${first}`, ...rest.map((line) => hanging + line)];
    }),
  ];
}

/** One table of a finding under its title. */
export function tableLines(table: FindingTable, style: Style): readonly string[] {
  const title = style.colors.bold(printable(table.title));
  if (table.rows.length === 0) return [title, `${indent}${style.colors.dim(printable(table.empty))}`];
  return [title, ...renderTable(tableContent(table, style), style, { indent })];
}

const wholeKinds: ReadonlySet<CellKind> = new Set(['time', 'number', 'duration', 'tone']);

export function tableContent(table: FindingTable, style: Style): TableContent {
  return {
    columns: table.columns.map(({ title, kind }) => ({
      title: kind === 'tone' ? '' : title,
      align: kind === 'number' || kind === 'duration' ? 'right' : 'left',
      whole: wholeKinds.has(kind),
    })),
    rows: table.rows.map((row) =>
      table.columns.map((column) => cell(row[column.key] ?? null, column, style)),
    ),
  };
}

const tones: ReadonlySet<string> = new Set<Tone>(['ok', 'info', 'warning', 'error', 'neutral']);
const isTone = (text: string): text is Tone => tones.has(text);

function cell(value: string | number | null, column: FindingColumn, style: Style): TableCell {
  if (value === null) return { text: '' };
  if (column.kind === 'time' && typeof value === 'number') return { text: formatTime(value) };
  if (column.kind === 'duration' && typeof value === 'number') return { text: formatDuration(value) };
  if (column.kind === 'tone' && typeof value === 'string' && isTone(value)) {
    return { text: toneSign(value, style.unicode), paint: tonePaint(value, style.colors) };
  }
  return {
    text: column.kind === 'task' || column.kind === 'service' ? shortArn(String(value)) : String(value),
  };
}

/** What the investigations accept in place of a whole ARN: a task's id, and a service's name behind its cluster's. */
function shortArn(text: string): string {
  const resource = /^arn:[^:]*:ecs:[^:]*:[^:]*:(task|service)\/(.+)$/.exec(text);
  if (resource === null) return text;
  const [, kind, path = ''] = resource;
  return kind === 'task' ? path.slice(path.lastIndexOf('/') + 1) : path;
}

function evidenceLine(finding: Finding, style: Style): readonly string[] {
  if (finding.evidence.length === 0) return [];
  const rows = finding.evidence.reduce((sum, evidence) => sum + evidence.rows, 0);
  const text = `Evidence: ${counted(finding.evidence.length, 'query', 'queries')}, ${counted(rows, 'row')}. --show-query prints them.`;
  return [style.colors.dim(text)];
}

/** Queries are printed as they are, without wrapping, so that they can be copied. */
function evidenceLines(evidence: Evidence, style: Style): readonly string[] {
  const range = `${formatTime(evidence.startMs)} to ${formatTime(evidence.endMs)} UTC`;
  const block = (query: string): readonly string[] => query.split('\n').map((line) => indent + line);
  const own = [
    `${style.colors.bold(`Evidence: ${printable(evidence.title)}`)}  ${style.colors.dim(`${counted(evidence.rows, 'row')}, ${range}`)}`,
    ...block(evidence.query),
  ];
  return evidence.awsQuery === evidence.query
    ? [...own, '']
    : [...own, style.colors.dim(`${indent}in the AWS console:`), ...block(evidence.awsQuery), ''];
}
