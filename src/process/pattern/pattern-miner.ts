// Groups texts into patterns while they stream by: each text is cut and masked by itself (split-text.ts), equal masked texts are
// counted together, and these are merged in the end, or before when there are too many (merge-texts.ts).

import { maskedPartsMax, maskedTextsMax, patternTimelineSlices } from '../../limits.ts';
import { countEvent, type EventCounter, newEventCounter, settle } from './event-counter.ts';
import { type MaskedText, newMaskedText } from './masked-text.ts';
import { mergeTexts } from './merge-texts.ts';
import type { Pattern, PatternMiner } from './pattern.ts';
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
  const { parts } = splitter;
  const slicing = slicingOf(window);
  const recentFromMs = window.endMs - recentShare * (window.endMs - window.startMs);
  const counters = new Map<number, EventCounter>();
  let partsHeld = 0;
  let patterns: MaskedText[] = [];
  const merge = (): void => {
    patterns = mergeTexts(patterns, [...counters.values()].map(settle));
    counters.clear();
    partsHeld = 0;
  };
  const newCounter = (text: string): EventCounter => {
    if (counters.size >= maskedTextsMax || partsHeld >= maskedPartsMax) merge();
    partsHeld += parts.count;
    return newEventCounter(newMaskedText(text, parts));
  };
  return {
    add: (text, timeMs, period) => {
      const hash = splitter.split(text);
      let counter = counters.get(hash);
      if (counter === undefined) {
        counter = newCounter(text);
        counters.set(hash, counter);
      }
      const recent = period === 'current' && timeMs >= recentFromMs ? 1 : 0;
      countEvent(counter, parts, { text, timeMs, period, slice: sliceOf(timeMs, slicing), recent });
    },
    patterns: () => {
      merge();
      return inOrder(patterns.map((pattern) => renderPattern(pattern, slicing)));
    },
  };
}

function slicingOf({ startMs, endMs }: MinerWindow): Slicing {
  return { startMs, sliceMs: Math.max(1, Math.ceil((endMs - startMs + 1) / patternTimelineSlices)) };
}

/** The slice of the window that a time lies in; the first or the last for times outside. */
function sliceOf(timeMs: number, { startMs, sliceMs }: Slicing): number {
  return Math.min(patternTimelineSlices - 1, Math.max(0, Math.floor((timeMs - startMs) / sliceMs)));
}

function inOrder(patterns: readonly Pattern[]): readonly Pattern[] {
  return patterns.toSorted(
    (a, b) => b.count - a.count || b.comparedCount - a.comparedCount || (a.text < b.text ? -1 : 1),
  );
}
