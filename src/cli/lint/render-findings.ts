// What lint found, for programs: JSON, CSV, NDJSON, and the commands by which GitHub marks lines of a change.

import { positionAt } from '../../language/position.ts';
import { renderCsv } from '../render-csv.ts';
import type { LintedFile } from './lint-file.ts';

export const lintFormats = ['table', 'json', 'csv', 'ndjson', 'github'] as const;
export type LintFormat = (typeof lintFormats)[number];

/** Lines and columns count from 1, columns in UTF-16 units; the end is behind the last character. */
interface FindingRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly query: string | null;
}

/** Everything but the drawings of `table`. */
export function renderFindings(files: readonly LintedFile[], format: Exclude<LintFormat, 'table'>): string {
  const rows = files.flatMap(findingRows);
  switch (format) {
    case 'json':
      return `${JSON.stringify(
        {
          files: files.length,
          queries: files.reduce((sum, { queries }) => sum + queries, 0),
          findings: rows,
          notChecked: files.flatMap(notChecked),
        },
        null,
        2,
      )}\n`;
    case 'ndjson':
      return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    case 'csv':
      return renderCsv(
        columns,
        rows.map((row) => columns.map((column) => row[column]?.toString() ?? null)),
      );
    case 'github':
      return rows.map(githubCommand).join('');
  }
}

const columns = [
  'file',
  'line',
  'column',
  'endLine',
  'endColumn',
  'severity',
  'code',
  'message',
  'hint',
  'query',
] as const satisfies readonly (keyof FindingRow)[];

function findingRows({ name, text, findings }: LintedFile): readonly FindingRow[] {
  return findings.map(({ span, severity, code, message, hint, path }) => {
    const start = positionAt(text, span.start);
    const end = positionAt(text, span.end);
    return {
      file: name,
      line: start.line,
      column: start.column + 1,
      endLine: end.line,
      endColumn: end.column + 1,
      severity,
      code,
      message,
      hint: hint ?? null,
      query: path === '' ? null : path,
    };
  });
}

function notChecked({ name, text, skipped, unreadable }: LintedFile): readonly object[] {
  const whole = unreadable === undefined ? [] : [{ file: name, reason: unreadable }];
  const parts = skipped.map(({ offset, path, reason }) => ({
    file: name,
    line: positionAt(text, offset).line,
    query: path,
    reason,
  }));
  return [...whole, ...parts];
}

/** `::error file=a.yaml,line=3::message`; GitHub's runner unescapes what is escaped here. */
function githubCommand(row: FindingRow): string {
  const properties = [
    ['file', row.file],
    ['line', row.line],
    ['col', row.column],
    ['endLine', row.endLine],
    ['endColumn', row.endColumn],
    ['title', row.code],
  ].map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const message = row.hint === null ? row.message : `${row.message}\n${row.hint}`;
  return `::${row.severity} ${properties.join(',')}::${escapeData(message)}\n`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
