// The severity of a pattern, by words in its text.

import type { Severity } from './pattern.ts';

/**
 * AWS: ERROR when the pattern contains the word Error, else WARN when it contains Warn, else INFO (CWL_AnalyzeLogData_Patterns).
 * Inferred: case does not matter, and FATAL, which AWS's page on comparisons names beside them, counts as an error.
 */
export function severityOf(text: string): Severity {
  if (/error|fatal/i.test(text)) return 'ERROR';
  return /warn/i.test(text) ? 'WARN' : 'INFO';
}
