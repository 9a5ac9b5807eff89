// Names that a person may have meant: those that contain the text, then those a few letters away.

import { compareTexts } from '../ecs/grouping.ts';

const nearestMax = 10;

/** At most ten items, nearest name first; none that differ in more than a third of the letters. */
export function nearest<T>(wanted: string, items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  const text = wanted.toLowerCase();
  if (text === '') return [];
  return items
    .map((item) => ({ item, name: nameOf(item), distance: distance(text, nameOf(item).toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.max(text.length, name.length) / 3))
    .sort((a, b) => a.distance - b.distance || compareTexts(a.name, b.name))
    .slice(0, nearestMax)
    .map(({ item }) => item);
}

/** 0 for equal, 1 where one contains the other, else the Levenshtein distance. */
function distance(a: string, b: string): number {
  if (a === b) return 0;
  if (a !== '' && b !== '' && (a.includes(b) || b.includes(a))) return 1;
  return levenshtein(a, b);
}

function levenshtein(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
