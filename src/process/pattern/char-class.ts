// Classes of UTF-16 code units in one table, so that cutting a text asks once per character.

export const charClass = {
  digit: 1,
  letter: 2,
  /** White space. */
  blank: 4,
  /** Ends a word of running text: blanks, quotes, brackets, `,` `;` `=` `|`. */
  delimiter: 8,
  /** Ends a stretch of a JSON string: the quote and the backslash. */
  stringEnd: 16,
  /** A delimiter that paths and URLs may contain. */
  pathSign: 64,
  /** Ends a JSON number, true, false or null. */
  bareEnd: 32,
} as const;

/** What `\s` of a regular expression matches: a word must match `\S+`. */
const blanks = Array.from({ length: 65_536 }, (_, unit) => String.fromCharCode(unit))
  .filter((character) => /\s/.test(character))
  .join('');

/** Class of each code unit; other scripts count as letters. */
export const classOf: Uint8Array = (() => {
  const table = new Uint8Array(65_536).fill(charClass.letter, 128);
  const mark = (characters: string, bits: number): void => {
    for (let index = 0; index < characters.length; index++) {
      const unit = characters.charCodeAt(index);
      table[unit] = (unit < 128 ? (table[unit] ?? 0) : 0) | bits;
    }
  };
  mark('0123456789', charClass.digit);
  mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', charClass.letter);
  mark(blanks, charClass.blank | charClass.delimiter | charClass.bareEnd);
  mark('"\'`()[]{}<>,;=|', charClass.delimiter);
  mark(',;=|', charClass.pathSign);
  mark('"\\', charClass.stringEnd);
  mark(',:{}[]"', charClass.bareEnd);
  return table;
})();

/** Code units that have a meaning of their own. */
export const code = {
  quote: 34,
  plus: 43,
  comma: 44,
  hyphen: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  at: 64,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
} as const;

export const isDigit = (codes: Uint16Array, at: number): boolean =>
  ((classOf[codes[at] ?? 0] ?? 0) & charClass.digit) !== 0;
