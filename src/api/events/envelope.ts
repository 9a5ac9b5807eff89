// One entry of PutEvents as the envelope that EventBridge delivers, and what is wrong with an entry.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html

import { z } from 'zod';
import { detailTypeCharsMax } from '../../limits.ts';
import type { ApiContext } from '../context.ts';
import { text } from '../logs/members.ts';

const busPattern = /^(arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:\d{12}:event-bus\/)?[.\-_A-Za-z0-9]+$/;
const bus = text(1, 1_600).regex(busPattern, {
  error: String.raw`Member must satisfy regular expression pattern: (arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[\.\-_A-Za-z0-9]+`,
});

/** Epoch seconds up to the year 9999, which is as far as the text of an envelope goes. */
const time = z.number().min(0).max(253_402_300_799);

/** An entry as it may arrive; what of it is wrong with the entry alone is told by problemOf. */
export const entry = z.object({
  Time: time.nullish(),
  Source: z.string().nullish(),
  Resources: z.array(z.string()).nullish(),
  DetailType: z.string().nullish(),
  Detail: z.string().nullish(),
  EventBusName: bus.nullish(),
  // Taken and not kept: a trace header is no part of the envelope on AWS either.
  TraceHeader: text(1, 500).nullish(),
});
export type Entry = z.output<typeof entry>;

interface Problem {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

/** Null for an entry that is fine. Codes and texts are recorded ones of AWS (LocalStack's snapshots, 2025), but for the length. */
export function problemOf(entry: Entry): Problem | null {
  for (const name of ['Source', 'DetailType', 'Detail'] as const) {
    if ((entry[name] ?? '') === '') return invalid(name, `${name} is a required argument.`);
  }
  if ((entry.DetailType ?? '').length > detailTypeCharsMax) {
    return invalid('DetailType', `DetailType has more than ${detailTypeCharsMax} characters.`);
  }
  return isObject(entry.Detail ?? '')
    ? null
    : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}

function invalid(name: string, reason: string): Problem {
  return {
    ErrorCode: 'InvalidArgument',
    ErrorMessage: `Parameter ${name} is not valid. Reason: ${reason}`,
  };
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The envelope's text. The detail stands in it as it was sent, so that numbers keep their digits. */
export function envelopeOf(
  entry: Entry,
  id: string,
  { accountId, region, nowMs }: Pick<ApiContext, 'accountId' | 'region' | 'nowMs'>,
): string {
  const timeMs = typeof entry.Time === 'number' ? entry.Time * 1_000 : nowMs();
  const head = JSON.stringify({
    version: '0',
    id,
    'detail-type': entry.DetailType,
    source: entry.Source,
    account: accountId,
    // Envelopes count in seconds.
    time: `${new Date(timeMs).toISOString().slice(0, 19)}Z`,
    region,
    resources: entry.Resources ?? [],
  });
  return `${head.slice(0, -1)},"detail":${entry.Detail?.trim()}}`;
}
