// Members that several AWS actions share, with AWS's constraints (interop reference e.2, "Field rules"), and the ARNs
// that we write and read.

import { z } from 'zod';
import { filterPatternCharsMax } from '../../filter-pattern/index.ts';
import { nameInArn } from '../../queries/log-group-arn.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

const pattern = (text: string) => ({ error: `Member must satisfy regular expression pattern: ${text}` });
const atLeast = (count: number) => ({ error: `Member must have length greater than or equal to ${count}` });
const atMost = (count: number) => ({ error: `Member must have length less than or equal to ${count}` });

/** A text between two lengths, with AWS's sentences for what is too short or too long. */
export const text = (charsMin: number, charsMax = Number.POSITIVE_INFINITY) =>
  z.string().min(charsMin, atLeast(charsMin)).max(charsMax, atMost(charsMax));

/** A text between two lengths that AWS's pattern matches as a whole. */
export const matching = (expression: string, charsMin: number, charsMax = Number.POSITIVE_INFINITY) =>
  text(charsMin, charsMax).regex(new RegExp(`^(?:${expression})$`), pattern(expression));

/** A list between two lengths. */
export const list = <Item extends z.ZodType>(item: Item, countMin: number, countMax: number) =>
  z.array(item).min(countMin, atLeast(countMin)).max(countMax, atMost(countMax));

/** An integer between two values. */
export const integer = (min: number, max: number) =>
  z
    .int()
    .min(min, { error: `Member must have value greater than or equal to ${min}` })
    .max(max, { error: `Member must have value less than or equal to ${max}` });

/** One of several words. */
export const word = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: `Member must satisfy enum value set: [${words.join(', ')}]` });

const namePattern = /^[.\-_/#A-Za-z0-9]+$/;
const streamPattern = /^[^:*]*$/;

export const logGroupName = text(1, 512).regex(namePattern, pattern(String.raw`[\.\-_/#A-Za-z0-9]+`));
export const logStreamName = text(1, 512).regex(streamPattern, pattern('[^:*]*'));
/** A name or an ARN. */
export const logGroupIdentifier = text(1, 2_048);
export const nextToken = text(1, 2_048);
export const filterPattern = text(0, filterPatternCharsMax);
const tagCharacters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const tagText = (what: string, charsMin: number, charsMax: number) => {
  const constraints = [
    atMost(charsMax).error,
    ...(charsMin > 0 ? [atLeast(charsMin).error] : []),
    pattern(String.raw`^([\p{L}\p{Z}\p{N}_.:/=+\-@]${charsMin > 0 ? '+' : '*'})$`).error,
  ];
  return {
    fits: (given: string): boolean =>
      given.length >= charsMin && given.length <= charsMax && tagCharacters.test(given),
    complaint: { error: `Map ${what} must satisfy constraint: [${constraints.join(', ')}]` },
  };
};
const tagKey = tagText('keys', 1, 128);
const tagValue = tagText('value', 0, 256);
/** Values by names that the client chose. Differs: zod leaves a name `__proto__` out without a word, so we refuse it; AWS would take it. */
export const record = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (given, { issues }) => {
      if (typeof given === 'object' && given !== null && Object.hasOwn(given, '__proto__')) {
        issues.push({ code: 'custom', input: '__proto__', message: 'Shiplog keeps nothing of this name' });
      }
      return given;
    },
    z.record(z.string(), value),
  );

/** Tags that something is created with [AWS: 1 to 50]; none at all is what some clients send for no tags. */
export const tags = record(z.string())
  .refine((given) => Object.keys(given).every(tagKey.fits), tagKey.complaint)
  .refine((given) => Object.values(given).every(tagValue.fits), tagValue.complaint)
  .refine((given) => Object.keys(given).length <= 50, atMost(50));
/** A time, a long to AWS. What JavaScript cannot count to, "no end" as much as nanoseconds, is the last moment that it can. */
export const epochMs = z.preprocess(
  (given) =>
    typeof given === 'number' && given <= 2 ** 63 ? Math.min(given, Number.MAX_SAFE_INTEGER) : given,
  integer(0, Number.MAX_SAFE_INTEGER),
);

/** `arn:aws:logs:REGION:ACCOUNT:log-group:NAME`, without the star that `arn` members carry. */
export function logGroupArn(name: string, context: Pick<ApiContext, 'region' | 'accountId'>): string {
  return `arn:aws:logs:${context.region}:${context.accountId}:log-group:${name}`;
}

/** The name in a name or ARN; refuses what is neither. */
export function nameOfIdentifier(identifier: string): string {
  const name = nameInArn(identifier);
  if (namePattern.test(name)) return name;
  throw new ServiceError(
    'InvalidParameterException',
    `'${identifier}' is neither the name nor the ARN of a log group`,
  );
}

/** For actions that take a name or an identifier, but not both and not neither. */
export function oneLogGroup(input: {
  logGroupName?: string | undefined;
  logGroupIdentifier?: string | undefined;
}): string {
  if ((input.logGroupName === undefined) === (input.logGroupIdentifier === undefined)) {
    throw new ServiceError(
      'InvalidParameterException',
      'Exactly one of logGroupName and logGroupIdentifier must be specified',
    );
  }
  return input.logGroupName ?? nameOfIdentifier(input.logGroupIdentifier ?? '');
}

/** For actions that read a stretch of time. Inferred: AWS's sentence is not known. */
export function checkTimeRange(input: {
  startTime?: number | undefined;
  endTime?: number | undefined;
}): void {
  if (input.endTime === undefined || (input.startTime ?? 0) <= input.endTime) return;
  throw new ServiceError('InvalidParameterException', 'startTime must not be after endTime');
}
