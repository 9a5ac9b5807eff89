// Globs of `parse "user=*, took * ms" as user, ms` as regular expressions (reference logs-insights-ql 3.8, appendix B).

/** Number of `*` in a glob, which is the number of its captures. */
export function globStars(glob: string): number {
  return glob.split('*').length - 1;
}

/**
 * The regular expression (RE2) that searches for a glob; capture i is star i. Each star takes the shortest text up to
 * the next literal, a leading one starts at the beginning of the value, a trailing one takes the rest. Stars match
 * newlines and the empty text.
 * Inferred: a glob without a star has one capture, the text itself; published queries use it as a flag
 * (`parse @message "saved" as saved | stats count(saved)`).
 */
export function globRegex(glob: string): string {
  const literals = glob.split('*').map(escapeRegex);
  if (literals.length === 1) return `(${literals[0]})`;
  const start = glob.startsWith('*') ? '\\A' : '';
  if (!glob.endsWith('*')) return start + literals.join(lazyCapture);
  return `${start}${literals.slice(0, -1).join(lazyCapture)}${restCapture}\\z`;
}

const lazyCapture = '([\\s\\S]*?)';
const restCapture = '([\\s\\S]*)';

/** A text as a regular expression (RE2) that matches exactly it. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
