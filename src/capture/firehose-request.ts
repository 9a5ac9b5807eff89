// What Firehose posts to an HTTP endpoint: `{"requestId":…,"records":[{"data":"<base64>"}]}`. A record holds JSON values
// one after another, gzipped when it comes from CloudWatch Logs, then perhaps in several members (interop reference e.3).

import { gunzipSync } from 'node:zlib';
import { documentCharsMax } from '../limits.ts';
import type { JsonObject } from './captured.ts';

export interface FirehoseRequest {
  readonly requestId: string;
  /** In base64; undefined where a record has none. */
  readonly data: readonly (string | undefined)[];
}

/** Null when the value is no such request. */
export function firehoseRequest(value: unknown): FirehoseRequest | null {
  if (typeof value !== 'object' || value === null) return null;
  const { requestId, records } = value as JsonObject;
  if (typeof requestId !== 'string' || !Array.isArray(records)) return null;
  return {
    requestId,
    data: (records as readonly (JsonObject | null)[]).map((record) =>
      typeof record?.data === 'string' ? record.data : undefined,
    ),
  };
}

/** The text of a record. Throws when its gzip data is damaged, or more than `bytesMax` when it is unpacked. */
export function recordText(bytes: Buffer, bytesMax: number): string {
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (zipped ? gunzipSync(bytes, { maxOutputLength: bytesMax }) : bytes).toString('utf8');
}

/** The text of each record; null when the value is no such request. Throws when a record lacks data or is damaged. */
export function firehoseTexts(value: JsonObject): readonly string[] | null {
  return (
    firehoseRequest(value)?.data.map((data, index) => {
      if (data === undefined) throw new Error(`record ${index} of the Firehose request lacks data`);
      return recordText(Buffer.from(data, 'base64'), documentCharsMax);
    }) ?? null
  );
}
