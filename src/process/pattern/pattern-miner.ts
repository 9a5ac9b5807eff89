// Groups texts into patterns while they stream by: each text is cut and masked by itself (split-text.ts), equal masked texts are
// counted together, and these are merged in the end, or before when there are too many (merge-texts.ts).

import { maskedPartsMax, maskedTextsMax, patternTimelineSlices } from '../../limits.ts';
import { countEvent, type MaskedText, newMaskedText } from './masked-text.ts';
import { mergeTexts } from './merge-texts.ts';
import type { Pattern, PatternMiner, Period } from './pattern.ts';
import { renderPattern, type Slicing } from './render-pattern.ts';
import { newTextSplitter } from './split-text.ts';

/** The query's window, both ends included. */
export interface MinerWindow {
  readonly startMs: number;
  readonly endMs: number;
}

/** The last part of the window, whose events anomalies are looked for in. */
const recentShare = 0.25;

export function newPatternMiner(window: MinerWindow): PatternMiner {
  const splitter = newTextSplitter();
  const place = placing(window);
  const texts = new Map<number, MaskedText>();
  let partsHeld = 0;
  let patterns: MaskedText[] = [];
  const merge = (): void => {
    patterns = mergeTexts(patterns, [...texts.values()]);
    texts.clear();
    partsHeld = 0;
  };
  return {
    add: (text, timeMs, period) => {
      const hash = splitter.split(text);
      const { parts } = splitter;
      let masked = texts.get(hash);
      if (masked === undefined) {
        if (texts.size >= maskedTextsMax || partsHeld >= maskedPartsMax) merge();
        masked = newMaskedText(text, parts);
        partsHeld += parts.count;
        texts.set(hash, masked);
      }
      countEvent(masked, parts, { text, timeMs, period, ...place(timeMs, period) });
    },
    patterns: () => {
      merge();
      return inOrder(patterns.map((pattern) => renderPattern(pattern, slicingOf(window))));
    },
  };
}

function slicingOf({ startMs, endMs }: MinerWindow): Slicing {
  return { startMs, sliceMs: Math.max(1, Math.ceil((endMs - startMs + 1) / patternTimelineSlices)) };
}

/** Where a time lies in the window. */
function placing(window: MinerWindow): (timeMs: number, period: Period) => { slice: number; recent: number } {
  const { startMs, sliceMs } = slicingOf(window);
  const recentFromMs = window.endMs - recentShare * (window.endMs - window.startMs);
  return (timeMs, period) => {
    const slice = Math.min(patternTimelineSlices - 1, Math.max(0, Math.floor((timeMs - startMs) / sliceMs)));
    return { slice, recent: period === 'current' && timeMs >= recentFromMs ? 1 : 0 };
  };
}

function inOrder(patterns: readonly Pattern[]): readonly Pattern[] {
  return patterns.toSorted(
    (a, b) => b.count - a.count || b.comparedCount - a.comparedCount || (a.text < b.text ? -1 : 1),
  );
}
