// What an SNS topic sends to its subscribers, a queue among them, unless raw delivery is on: `{"Type":"Notification","MessageId":…,
// "TopicArn":…,"Message":"<text>","Timestamp":…}` [AWS: "Parsing Amazon SNS message formats"].

import type { JsonObject } from './captured.ts';

/** The text that was published; null when the value is no such notification. */
export function snsText(value: JsonObject): string | null {
  const { Type, TopicArn, Message } = value;
  return Type === 'Notification' && typeof TopicArn === 'string' && typeof Message === 'string'
    ? Message
    : null;
}
