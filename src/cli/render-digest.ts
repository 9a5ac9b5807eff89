// A finding in a dozen lines: for reading seven of them one after another. The command that reproduces it shows the rest.

import type { Finding, FindingTable, Timeline } from '../investigations/finding.ts';
import { printable, wrap } from './cell-text.ts';
import { counted } from './quantities.ts';
import { tableLines, verdictLines } from './render-finding.ts';
import { renderTimeline } from './render-timeline.ts';
import type { Style } from './terminal.ts';

const rowsShown = 5;
const lanesShown = 8;
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
    indented(wrap(printable(finding.summary), Math.min(100, style.columns) - 3)),
    timeline === undefined ? [] : indented(renderTimeline(fewLanes(timeline), narrowed(style))),
    table === undefined ? [] : indented(fewRows(table, narrowed(style))),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n\n`;
}

const narrowed = (style: Style & { readonly columns: number }): Style => ({
  ...style,
  columns: style.columns - 3,
});

const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? line : `   ${line}`));

const fewLanes = (timeline: Timeline): Timeline => ({
  ...timeline,
  lanes: timeline.lanes.slice(0, lanesShown),
});

function fewRows(table: FindingTable, style: Style): readonly string[] {
  const lines = tableLines({ ...table, rows: table.rows.slice(0, rowsShown) }, style);
  const hidden = table.rows.length - rowsShown;
  return hidden > 0
    ? [...lines, style.colors.dim(`  and ${counted(hidden, 'more row', 'more rows')}`)]
    : lines;
}
