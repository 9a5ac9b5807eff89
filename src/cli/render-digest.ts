// A finding in a dozen lines: for reading seven of them one after another. The command that reproduces it shows the rest.

import type { Finding, FindingTable } from '../investigations/finding.ts';
import { printable, wrap } from './cell-text.ts';
import { counted } from './quantities.ts';
import { tableContent, verdictLines } from './render-finding.ts';
import { leadingColumns, renderTable } from './render-table.ts';
import { renderTimeline } from './render-timeline.ts';
import type { Style } from './terminal.ts';

const rowsShown = 5;
const timelineLines = 10;
const summaryLines = 3;
/** Without a screen, a page of this width. */
const defaultColumns = 110;

/** Ready to print, with an empty line at the end. `command` is what a reader types to see the whole. */
export function renderDigest(number: number, command: string, finding: Finding, given: Style): string {
  const style = { ...given, columns: Math.min(given.columns ?? defaultColumns, 140) };
  const { bold, dim, cyan } = style.colors;
  const [timeline] = finding.timelines;
  const table = finding.tables.find(({ rows }) => rows.length > 0);
  const sections = [
    [
      `${bold(cyan(`${number}`))}  ${bold(printable(finding.title))}`,
      `   ${dim(style.unicode ? '›' : '>')} ${command}`,
    ],
    indented(finding.verdict === null ? [] : verdictLines(finding.verdict, narrowed(style))),
    indented(firstSentences(printable(finding.summary), Math.min(100, style.columns) - 3)),
    timeline === undefined
      ? []
      : indented(renderTimeline(timeline, narrowed(style), { linesMax: timelineLines })),
    table === undefined ? [] : indented(fewRows(table, narrowed(style))),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n\n`;
}

const narrowed = (style: Style & { readonly columns: number }): Style & { readonly columns: number } => ({
  ...style,
  columns: style.columns - 3,
});

const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? line : `   ${line}`));

function fewRows(table: FindingTable, style: Style & { readonly columns: number }): readonly string[] {
  const content = tableContent({ ...table, rows: table.rows.slice(0, rowsShown) }, style);
  const lines = renderTable(leadingColumns(content, style.columns - 2), style, { indent: '  ', belowMax: 0 });
  const hidden = table.rows.length - rowsShown;
  const more = hidden > 0 ? [style.colors.dim(`  and ${counted(hidden, 'more row', 'more rows')}`)] : [];
  return [style.colors.bold(printable(table.title)), ...lines, ...more];
}

/** As many whole sentences as a few lines hold, and at least one. */
function firstSentences(text: string, width: number): readonly string[] {
  let shown: readonly string[] = [];
  let sentences = '';
  for (const sentence of text.split(/(?<=[.!?])\s+(?=[A-Z])/)) {
    sentences = sentences === '' ? sentence : `${sentences} ${sentence}`;
    const lines = wrap(sentences, width);
    if (shown.length > 0 && lines.length > summaryLines) break;
    shown = lines;
  }
  return shown;
}
