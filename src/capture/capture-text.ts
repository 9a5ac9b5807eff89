// A stream of text as events: the top-level JSON values in it, taken out of the containers that AWS puts around events.

import type { Captured } from './captured.ts';
import { type JsonText, JsonTextDecoder } from './decode-json-text.ts';
import { unwrapEvents } from './wrapped-events.ts';

/** So many problems in the first chunk, and not one event: the text is something else, and the rest is not looked at. */
const hopelessAfter = 3;

/** Never throws for what the text holds: problems are among the results. Errors of `chunks` pass through. */
export async function* captureText(chunks: AsyncIterable<string>): AsyncGenerator<readonly Captured[]> {
  const decoder = new JsonTextDecoder();
  let promising = false;
  for await (const chunk of chunks) {
    const captured = decoder.push(chunk).flatMap(capture);
    promising ||= captured.some((item) => item.kind === 'event');
    if (!promising && captured.length > hopelessAfter) {
      // A text of another kind would give one problem for each of its lines.
      yield captured.slice(0, hopelessAfter);
      return;
    }
    yield captured;
  }
  yield decoder.end().flatMap(capture);
}

function capture(found: JsonText): readonly Captured[] {
  if (found.kind === 'problem') return [found];
  const { place, text, timestampMs } = found;
  try {
    return unwrapEvents(text).map((event) => ({
      kind: 'event',
      place,
      event: timestampMs === undefined ? event : { timestampMs, ...event },
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const why = error instanceof SyntaxError ? `not JSON: ${reason}` : reason;
    return [{ kind: 'problem', place, reason: why, content: text }];
  }
}
