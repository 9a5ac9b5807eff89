// What Firehose posts to an HTTP endpoint: `{"requestId":…,"records":[{"data":"<base64>"}]}`. A record holds JSON values
// one after another, gzipped when it comes from CloudWatch Logs (interop reference e.3).

import { gunzipSync } from 'node:zlib';
import { documentCharsMax } from '../limits.ts';
import type { JsonObject } from './captured.ts';

/** The text of each record; null when the value is no such request. Throws when a record lacks data or is damaged. */
export function firehoseTexts(value: JsonObject): readonly string[] | null {
  const records = value.records;
  if (typeof value.requestId !== 'string' || !Array.isArray(records)) return null;
  return (records as readonly (JsonObject | null)[]).map((record, index) => {
    if (typeof record?.data !== 'string')
      throw new Error(`record ${index} of the Firehose request lacks data`);
    const bytes = Buffer.from(record.data, 'base64');
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (zipped ? gunzipSync(bytes, { maxOutputLength: documentCharsMax }) : bytes).toString('utf8');
  });
}
