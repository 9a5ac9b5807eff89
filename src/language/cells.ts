// How wide text stands in a terminal, so that carets stand under what they mean.

const tabWidth = 4;
/** East Asian wide characters and emoji take two cells; combining marks and joiners none. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const none = /\p{M}|[\u200b-\u200f]/u;
const control = /\p{Cc}/u;

/** The text with tabs and control characters as blanks, and its width. */
export function cells(text: string): { readonly text: string; readonly width: number } {
  const drawn = [...text].map((char) =>
    char === '\t' ? ' '.repeat(tabWidth) : control.test(char) ? ' ' : char,
  );
  const shown = drawn.join('');
  return { text: shown, width: [...shown].reduce((width, char) => width + cellsOf(char), 0) };
}

function cellsOf(char: string): number {
  if (none.test(char)) return 0;
  return wide.test(char) ? 2 : 1;
}
