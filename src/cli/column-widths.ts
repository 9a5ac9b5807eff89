// Which columns of a table stand side by side on a screen, how wide each, and which go below their row instead.
// Numbers in, numbers out; render-table.ts draws.

export interface ColumnNeed {
  /** Cells that the widest text of the column takes, its title included. */
  readonly natural: number;
  /** Never cut: half a time or half a number is worse than none. */
  readonly whole: boolean;
}

export interface TableLayout {
  readonly inline: readonly { readonly index: number; readonly width: number }[];
  /** Columns of long texts, each on a line of its own below the row. */
  readonly below: readonly number[];
}

export const gapWidth = 2;
/** A column is not made narrower than this; a uuid's first block still shows. */
const widthMin = 9;
/** Names are shown whole, and longer texts this wide, before the longest of them goes below the row. */
const nameWidthMax = 30;
/** An overview is content with less. */
const leadingWidthMin = 20;
const belowMaxDefault = 3;

/** Undefined when the columns cannot stand side by side at all. At most `belowMax` columns go below their row. */
export function layOut(
  needs: readonly ColumnNeed[],
  width: number,
  belowMax = belowMaxDefault,
): TableLayout | undefined {
  let best: TableLayout | undefined;
  let below: readonly number[] = [];
  for (;;) {
    const inline = needs.map((_, index) => index).filter((index) => !below.includes(index));
    const layout = sideBySide(needs, inline, below, width);
    best = layout ?? best;
    if (layout !== undefined && isComfortable(layout, needs, nameWidthMax)) return layout;
    const next = longest(inline, needs);
    if (next === undefined || below.length === belowMax) return best;
    below = [...below, next].toSorted((a, b) => a - b);
  }
}

/** How many of the first columns fit comfortably; at least one. */
export function leadingCount(needs: readonly ColumnNeed[], width: number): number {
  for (let count = needs.length; count > 1; count--) {
    const layout = sideBySide(
      needs,
      needs.slice(0, count).map((_, index) => index),
      [],
      width,
    );
    if (layout !== undefined && isComfortable(layout, needs, leadingWidthMin)) return count;
  }
  return 1;
}

/** Whole columns take what they need, the others share the rest. */
function sideBySide(
  needs: readonly ColumnNeed[],
  inline: readonly number[],
  below: readonly number[],
  width: number,
): TableLayout | undefined {
  const naturals = (whole: boolean): readonly number[] =>
    inline.flatMap((index) => (needs[index]?.whole === whole ? [needs[index].natural] : []));
  const taken = naturals(true).reduce((sum, natural) => sum + natural, 0);
  const fitted = fitWidths(naturals(false), width - taken - gapWidth * (inline.length - 1));
  if (fitted === undefined) return undefined;
  let next = 0;
  return {
    inline: inline.map((index) => ({
      index,
      width: needs[index]?.whole === true ? needs[index].natural : (fitted[next++] ?? 0),
    })),
    below,
  };
}

const isComfortable = ({ inline }: TableLayout, needs: readonly ColumnNeed[], enough: number): boolean =>
  inline.every(({ index, width }) => width >= Math.min(enough, needs[index]?.natural ?? 0));

/** The column of the longest texts, never the first that may be cut: it names the row. */
function longest(inline: readonly number[], needs: readonly ColumnNeed[]): number | undefined {
  const [, ...candidates] = inline.filter((index) => needs[index]?.whole === false);
  const natural = (index: number): number => needs[index]?.natural ?? 0;
  const best = candidates.toSorted((a, b) => natural(b) - natural(a))[0];
  return best !== undefined && natural(best) > nameWidthMax ? best : undefined;
}

/**
 * Widths that add up to at most `room`: columns narrower than a fair share keep what they need, the others divide the
 * rest. Undefined when some column would fall under the minimum.
 */
export function fitWidths(naturals: readonly number[], room: number): readonly number[] | undefined {
  const widths = [...naturals];
  let open = naturals.map((_, index) => index);
  let left = room;
  if (left < 0) return undefined;
  while (open.length > 0) {
    const share = Math.floor(left / open.length);
    const small = open.filter((index) => (naturals[index] ?? 0) <= share);
    if (small.length === 0) {
      if (share < widthMin) return undefined;
      // The cells that do not divide evenly go to the first columns.
      let spare = left - share * open.length;
      for (const index of open) widths[index] = share + (spare-- > 0 ? 1 : 0);
      return widths;
    }
    for (const index of small) left -= naturals[index] ?? 0;
    open = open.filter((index) => (naturals[index] ?? 0) > share);
  }
  return widths;
}
