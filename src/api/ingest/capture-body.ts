// The documents in a body, or in one part of it.

import { captureText } from '../../capture/capture-text.ts';
import type { Captured } from '../../capture/captured.ts';
import { documentsPerBodyMax } from '../../limits.ts';
import { HttpError } from '../errors.ts';

/** Throws an HttpError 413 when there are too many. */
export async function captureBody(text: string): Promise<readonly Captured[]> {
  const captured: Captured[] = [];
  for await (const part of captureText(chunksOf(text))) {
    for (const item of part) captured.push(item);
    if (captured.length > documentsPerBodyMax) {
      throw new HttpError(413, 'too-large', `The body has more than ${documentsPerBodyMax} documents.`, {
        hint: 'Send it in several requests.',
      });
    }
  }
  return captured;
}

/** In pieces, so that a body of scraps is noticed before all of them are in memory. */
async function* chunksOf(text: string): AsyncGenerator<string> {
  const chunkChars = 1_048_576;
  for (let start = 0; start < text.length; start += chunkChars) yield text.slice(start, start + chunkChars);
}
