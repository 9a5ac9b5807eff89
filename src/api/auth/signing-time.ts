// When a request was signed, and whether that is now.

import { presignedSecondsDefault, presignedSecondsMax, signatureSkewMs } from '../../limits.ts';
import { ServiceError } from '../errors.ts';

export interface SigningTime {
  readonly ms: number;
  /** YYYYMMDD'T'HHMMSS'Z', as it stands in the string to sign. */
  readonly dateTime: string;
}

/** X-Amz-Date is ISO 8601 in its basic form; a Date header may also be as HTTP has it. Throws IncompleteSignatureException. */
export function parseDateTime(text: string, presigned: boolean): SigningTime {
  const [, ...digits] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text.trim()) ?? [];
  const [year, month, day, hour, minute, second] = digits;
  const ms =
    digits.length > 0
      ? Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
      : httpDate(presigned ? '' : text);
  if (Number.isNaN(ms)) {
    throw new ServiceError(
      'IncompleteSignatureException',
      `Date must be in ISO-8601 'basic format'. Got '${text}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  }
  return { ms, dateTime: basic(ms) };
}

/** `Sun, 22 Nov 2026 12:00:00 GMT`. */
const httpDate = (text: string): number =>
  /^[A-Z][a-z]{2}, \d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text.trim())
    ? Date.parse(text)
    : Number.NaN;

const basic = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const minutes = (ms: number): string => `${ms / 60_000} min.`;

/**
 * Five minutes either way; a presigned URL lives as long as its X-Amz-Expires says [AWS: up to seven days], a quarter of an hour
 * when it says nothing. Throws InvalidSignatureException in AWS's words, by which SDKs set their clocks.
 */
export function checkTime(
  { ms, dateTime }: SigningTime,
  { presigned, expires }: { readonly presigned: boolean; readonly expires: string | undefined },
  nowMs: number,
): void {
  const lifeMs = presigned ? lifeSeconds(expires) * 1_000 : signatureSkewMs;
  const now = basic(nowMs);
  const earliestMs = nowMs - lifeMs;
  if (ms < earliestMs - (earliestMs % 1_000)) {
    const life = lifeMs % 60_000 === 0 ? minutes(lifeMs) : `${lifeMs / 1_000} sec.`;
    throw invalid(
      `Signature expired: ${dateTime} is now earlier than ${basic(earliestMs)} (${now} - ${life})`,
    );
  }
  const latestMs = nowMs + signatureSkewMs;
  if (ms > latestMs) {
    throw invalid(
      `Signature not yet current: ${dateTime} is still later than ${basic(latestMs)} (${now} + ${minutes(signatureSkewMs)})`,
    );
  }
}

const invalid = (message: string): ServiceError => new ServiceError('InvalidSignatureException', message);

function lifeSeconds(expires: string | undefined): number {
  if (expires === undefined) return presignedSecondsDefault;
  const seconds = /^\d{1,9}$/.test(expires) ? Number(expires) : 0;
  if (seconds >= 1 && seconds <= presignedSecondsMax) return seconds;
  throw new ServiceError(
    'IncompleteSignatureException',
    `X-Amz-Expires must be a number of seconds from 1 to ${presignedSecondsMax}. Got '${expires}'.`,
  );
}
