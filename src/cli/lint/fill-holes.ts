// A query with interpolations, made into one that can be checked: each hole gets a stand-in. In a text, a regular expression
// or glued to a name that is a letter. Elsewhere a hole may stand for anything, so what makes the fewest mistakes is chosen.

import type { Span } from '../../language/ast.ts';
import { tokenize } from '../../language/tokenize.ts';
import type { EmbeddedQuery } from './embedded.ts';
import { findHoles } from './holes.ts';
import type { LocatedText } from './located-text.ts';

export interface FilledHole extends Span {
  /** It stands for more than a part of a text or a name, so that the commands around it are not known. */
  readonly open: boolean;
}

export interface FilledQuery {
  readonly query: LocatedText;
  /** Places of the stand-ins in it. */
  readonly holes: readonly FilledHole[];
}

const letter = 'x';
const standIns = [letter, '1', '1m', '"x"', '', 'x = 1', 'limit 1', '| limit 1', ', x'];

/** Beyond these, holes are taken for names: every attempt is a check of the whole query. */
const openHolesMax = 12;

/** `mistakes` counts what is wrong with a text. */
export function fillHoles(
  { query, holes: style }: EmbeddedQuery,
  mistakes: (text: string) => number,
): FilledQuery {
  const holes = findHoles(query.text, style);
  if (holes.length === 0) return { query, holes: [] };
  const open = openHoles(query, holes);
  let chosen = holes.map(() => letter);
  let fewest = mistakes(fill(query, holes, chosen).query.text);
  const asked = open.flatMap((isOpen, index) => (isOpen ? [index] : [])).slice(0, openHolesMax);
  for (const index of asked) {
    for (const standIn of standIns) {
      if (fewest === 0) break;
      const attempt = chosen.with(index, standIn);
      const count = mistakes(fill(query, holes, attempt).query.text);
      if (count >= fewest) continue;
      [chosen, fewest] = [attempt, count];
    }
  }
  const filled = fill(query, holes, chosen);
  return {
    query: filled.query,
    holes: filled.places.map((place, index) => ({ ...place, open: open[index] === true })),
  };
}

/** Which holes stand by themselves: the letter in their place is a word of its own. */
function openHoles(query: LocatedText, holes: readonly Span[]): readonly boolean[] {
  const lettered = fill(
    query,
    holes,
    holes.map(() => letter),
  );
  const tokens = tokenize(lettered.query.text);
  return lettered.places.map(({ start, end }) =>
    tokens.some(({ span }) => span.start === start && span.end === end),
  );
}

function fill(
  { text, offsets }: LocatedText,
  holes: readonly Span[],
  standIns: readonly string[],
): { readonly query: LocatedText; readonly places: readonly Span[] } {
  const places: Span[] = [];
  const filledOffsets: number[] = [];
  let filled = '';
  let end = 0;
  for (const [index, hole] of holes.entries()) {
    const standIn = standIns[index] ?? '';
    filled += text.slice(end, hole.start);
    filledOffsets.push(...offsets.slice(end, hole.start));
    places.push({ start: filled.length, end: filled.length + standIn.length });
    filled += standIn;
    for (let unit = 0; unit < standIn.length; unit += 1) filledOffsets.push(offsets[hole.start] ?? 0);
    end = hole.end;
  }
  filledOffsets.push(...offsets.slice(end));
  return { query: { text: filled + text.slice(end), offsets: filledOffsets }, places };
}
