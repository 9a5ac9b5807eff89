// Text on a character grid: how wide it is, cut to fit, padded, wrapped, and freed of control characters.
// Events are other people's text: an escape sequence in a stop reason must not reach the terminal.

/** Ranges whose characters take two cells (East Asian wide and emoji), and those that take none (combining marks). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const combining = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const plainAscii = /^[\x20-\x7e]*$/;

const characterWidth = (character: string): number =>
  wide.test(character) ? 2 : combining.test(character) ? 0 : 1;

/** Cells that a text without control characters and colours takes. */
export function displayWidth(text: string): number {
  if (plainAscii.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** One line without control characters: line breaks and tabs become spaces, everything else that moves a cursor vanishes. */
export function printable(text: string): string {
  return plainAscii.test(text)
    ? text
    : text.replace(/\s*[\r\n\t]+\s*/g, ' ').replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** The text cut to `width` cells, its last one then the ellipsis. */
export function cut(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = displayWidth(ellipsis);
  if (used > width) return '';
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    kept += character;
  }
  return kept.trimEnd() + ellipsis;
}

export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blank = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + blank : blank + text;
}

/** Lines of at most `width` cells, broken at spaces; a word that is too long stays whole, so that ARNs can be copied. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
