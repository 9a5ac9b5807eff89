// Diagnostics of a query in the terminal's colours; the drawing itself is the language's.

import { createColors } from 'picocolors';
import type { Diagnostic } from '../language/diagnostic.ts';
import { type DiagnosticPart, renderDiagnostics } from '../language/render.ts';
import type { Colors, Terminal } from './terminal.ts';

const defaultColumns = 100;
/** The gutter that stands before the source line. */
const gutterColumns = 8;

/** With a trailing line break. `name` is the file that the query came from. */
export function drawDiagnostics(
  text: string,
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
  name?: string,
): string {
  const colors = createColors(terminal.errColor);
  const drawn = renderDiagnostics(text, diagnostics, {
    colour: (part, plain) => paint(part, plain, colors),
    widthMax: (terminal.columns ?? defaultColumns) - gutterColumns,
    ...(name === undefined ? {} : { name }),
  });
  return `${drawn}\n`;
}

function paint(part: DiagnosticPart, text: string, colors: Colors): string {
  switch (part) {
    case 'error':
      return colors.bold(colors.red(text));
    case 'warning':
      return colors.bold(colors.yellow(text));
    case 'place':
      return colors.dim(text);
    case 'hint':
      return colors.cyan(text);
  }
}
