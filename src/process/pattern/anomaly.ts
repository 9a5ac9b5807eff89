// What is unusual about a pattern in the query's window: the five types that AWS documents for `anomaly` (CWL_QuerySyntax-Anomaly).
// Inferred: AWS learns from two weeks of events and does not publish how. Here the last quarter of the window is compared with the
// rest of it, by robust statistics with fixed thresholds, so that the same events always give the same answer.

import type { Pattern, PatternToken, TokenType, TokenValue } from './pattern.ts';

export const anomalyTypes = [
  'Pattern frequency',
  'New pattern',
  'Token variation',
  'Numerical token',
  'HTTP error code',
] as const;
export type AnomalyType = (typeof anomalyTypes)[number];

export interface Anomaly {
  readonly type: AnomalyType;
  readonly description: string;
  /** How far from usual: 1 at the threshold. */
  readonly strength: number;
}

/** What happened in the whole window, whatever the pattern. */
export interface WindowTraffic {
  readonly earlier: number;
  readonly recent: number;
  /** Events per slice of the window. */
  readonly slices: readonly number[];
}

export function trafficOf(patterns: readonly Pattern[]): WindowTraffic {
  const slices = (patterns[0]?.timeline.counts ?? []).map((_, slice) =>
    patterns.reduce((sum, { timeline }) => sum + (timeline.counts[slice] ?? 0), 0),
  );
  const recent = patterns.reduce((sum, pattern) => sum + pattern.recentCount, 0);
  return { earlier: patterns.reduce((sum, { count }) => sum + count, 0) - recent, recent, slices };
}

/** Everything unusual about a pattern, in the order of the types. */
export function anomaliesOf(pattern: Pattern, traffic: WindowTraffic): readonly Anomaly[] {
  const isNew = newPattern(pattern, traffic);
  const found = [
    // A new pattern is necessarily more frequent than before.
    ...(isNew.length > 0 ? isNew : frequency(pattern, traffic)),
    ...pattern.tokens.flatMap(tokenVariation),
    ...pattern.tokens.flatMap(numberChange),
    ...pattern.tokens.flatMap(errorCodes),
  ];
  return found.toSorted((a, b) => anomalyTypes.indexOf(a.type) - anomalyTypes.indexOf(b.type));
}

/** Deviations from the median that are unusual; a deviation is 1.4826 times the median absolute one, as for a normal distribution. */
const deviationsMin = 6;
const normalDeviation = 1.4826;
const burstMin = 10;

/** A slice of the window with far more events than the median slice, or none any more of a pattern that every slice had. */
function frequency({ timeline }: Pattern, traffic: WindowTraffic): readonly Anomaly[] {
  // Slices in which nothing at all happened say nothing about this pattern.
  const counts = timeline.counts.filter((_, slice) => (traffic.slices[slice] ?? 0) > 0);
  if (counts.length < 8) return [];
  const usual = median(counts);
  const deviation = Math.max(
    normalDeviation * median(counts.map((count) => Math.abs(count - usual))),
    // Counts of independent events vary by the root of their mean.
    Math.sqrt(usual),
    1,
  );
  const most = Math.max(...counts);
  const start = timeline.startMs + timeline.counts.indexOf(most) * timeline.sliceMs;
  if (most >= burstMin && most - usual > deviationsMin * deviation) {
    const description = `${most} events in the ${duration(timeline.sliceMs)} from ${new Date(start).toISOString()}, usually ${usual}`;
    return [
      { type: 'Pattern frequency', description, strength: (most - usual) / (deviationsMin * deviation) },
    ];
  }
  const recent = counts.slice(-Math.ceil(counts.length / 4));
  if (usual < burstMin || recent.some((count) => count > 0)) return [];
  return [
    {
      type: 'Pattern frequency',
      description: `no events in the last quarter of the window, usually ${usual} in ${duration(timeline.sliceMs)}`,
      strength: usual / burstMin,
    },
  ];
}

/** Events before the recent part that are needed to call anything new or changed. */
const evidenceMin = 30;

/** So many events all in the last quarter are no chance, even if they come in groups. Of a warning or an error two are enough. */
const newPatternMin = 8;
const newProblemMin = 2;

function newPattern(
  { count, recentCount, severity }: Pattern,
  { earlier }: WindowTraffic,
): readonly Anomaly[] {
  const needed = severity === 'INFO' ? newPatternMin : newProblemMin;
  if (recentCount < count || count < needed || earlier < evidenceMin) return [];
  const description = `${count} events in the last quarter of the window, none before`;
  return [{ type: 'New pattern', description, strength: count / needed }];
}

/** Changes of a value's share that are no chance: standard deviations, and the least difference worth a word. */
const shareDeviationsMin = 5;
const shareChangeMin = 0.2;
const recentMin = 10;
const newValueMin = 3;
/** A value with so many events that is gone now shows that values of this token come and go. */
const vanishedMin = 10;

/** A value that a token never had before although its values are few and lasting, or one whose share changed. */
function tokenVariation(token: PatternToken): readonly Anomaly[] {
  if (!hasUsualValues(token)) return [];
  const { values, name } = token;
  const { earlier, recent } = totals(values);
  if (earlier < evidenceMin || recent < recentMin) return [];
  const [strongest] = values
    .map((value) => ({ value, ...shareChange(value, earlier, recent) }))
    .filter(({ value, isNew, strength, change }) =>
      isNew ? value.count >= newValueMin : strength >= 1 && Math.abs(change) >= shareChangeMin,
    )
    .toSorted((a, b) => b.strength - a.strength || (a.value.value < b.value.value ? -1 : 1));
  if (strongest === undefined) return [];
  const { value, isNew, before, after, strength } = strongest;
  const what = `${name}: ${quoted(value.value)}`;
  const description = isNew
    ? `${what} is new, ${value.count} events`
    : `${what} went from ${percent(before)} to ${percent(after)} of the events`;
  return [{ type: 'Token variation', description, strength }];
}

const variationTypes: ReadonlySet<TokenType> = new Set(['Token', 'IPAddress']);

/** AWS: "a discrete set of usual values". Values that come and go, such as the tags of images and dates, are none. */
function hasUsualValues({ open, rest, values, type, numbers }: PatternToken): boolean {
  if (open || rest || numbers !== null || !variationTypes.has(type)) return false;
  const vanished = values.filter(({ count, recentCount }) => recentCount === 0 && count >= vanishedMin);
  return vanished.length === 0;
}

function totals(values: readonly TokenValue[]): { earlier: number; recent: number } {
  const recent = values.reduce((sum, { recentCount }) => sum + recentCount, 0);
  return { earlier: values.reduce((sum, { count }) => sum + count, 0) - recent, recent };
}

/** The test of two proportions. */
function shareChange({ count, recentCount }: TokenValue, earlier: number, recent: number) {
  const before = (count - recentCount) / earlier;
  const after = recentCount / recent;
  const overall = count / (earlier + recent);
  const error = Math.sqrt(overall * (1 - overall) * (1 / earlier + 1 / recent));
  const change = after - before;
  const isNew = recentCount === count;
  const strength = isNew ? count / newValueMin : Math.abs(change) / (error * shareDeviationsMin || 1);
  return { isNew, before, after, change, strength };
}

/** A median that moves by less than this share of itself is not worth a word. */
const medianChangeMin = 0.25;

/** The recent median of a number is far outside of what it was. */
function numberChange({ numbers, name, type }: PatternToken): readonly Anomaly[] {
  if (numbers === null || type !== 'Number') return [];
  const { earlier, recent } = numbers;
  if (earlier.count < evidenceMin || recent.count < recentMin) return [];
  const deviation = Math.max(
    normalDeviation * earlier.deviation,
    (Math.abs(earlier.median) * medianChangeMin) / deviationsMin,
  );
  const change = Math.abs(recent.median - earlier.median);
  if (change === 0 || change <= deviationsMin * deviation) return [];
  const description = `${name}: the median went from ${number(earlier.median)} to ${number(recent.median)}`;
  const strength = deviation === 0 ? 1 : change / (deviationsMin * deviation);
  return [{ type: 'Numerical token', description, strength }];
}

const errorCodesMin = 5;
const errorShareMin = 0.5;
const errorShareRise = 0.05;

/** 4xx and 5xx: half the responses, or twice the share that they had before. */
function errorCodes({ type, values, name }: PatternToken): readonly Anomaly[] {
  if (type !== 'StatusCode') return [];
  const errors = values.filter(({ value }) => /^[45]/.test(value));
  const all = totals(values);
  const failed = totals(errors);
  if (failed.earlier + failed.recent < errorCodesMin) return [];
  const before = share(failed.earlier, all.earlier);
  const after = share(failed.recent, all.recent);
  const overall = share(failed.earlier + failed.recent, all.earlier + all.recent);
  const rises = failed.recent >= errorCodesMin && after >= 2 * before + errorShareRise;
  if (!rises && overall < errorShareMin) return [];
  const codes = errors.map(({ value, count }) => `${value} (${count})`).join(', ');
  const course = rises ? `, from ${percent(before)} to ${percent(after)} of the responses` : '';
  const description = `${name}: ${codes}${course}`;
  return [{ type: 'HTTP error code', description, strength: rises ? 1 + after : overall / errorShareMin }];
}

/** Values can be long; a description shows their beginning. */
const quoted = (value: string): string => (value.length > 60 ? `${value.slice(0, 59)}…` : value);

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);

const percent = (value: number): string => `${Math.round(value * 1000) / 10}%`;

const number = (value: number): string => String(Number(value.toPrecision(6)));

function duration(milliseconds: number): string {
  if (milliseconds < 120_000) return `${Math.round(milliseconds / 1000)} s`;
  return milliseconds < 7_200_000
    ? `${Math.round(milliseconds / 60_000)} min`
    : `${Math.round(milliseconds / 3_600_000)} h`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
