// How much text fits, estimated: measuring in the browser costs a layout per label and cannot be tested without one.

/** Mean width of a character at 12 pixels in Open Sans; a little wide, so that text never runs over. */
const characterPx = 6.4;

export const textPx = (text: string): number => text.length * characterPx;

/** The text, cut in the middle where it does not fit: both ends of an ARN or a name tell something. */
export function fitText(text: string, widthPx: number): string {
  const most = Math.floor(widthPx / characterPx);
  if (text.length <= most) return text;
  if (most < 3) return '';
  const tail = Math.floor((most - 1) / 2);
  return `${text.slice(0, most - 1 - tail)}…${text.slice(text.length - tail)}`;
}
