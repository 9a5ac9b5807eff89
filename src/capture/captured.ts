// What the decoders of this folder hand on: events and problems, each with the place it was found at.

import type { IncomingEvent } from '../store/schema.ts';

/** Where in a text something stands. Lines count from 1, bytes from 0, after decompression. */
export interface Place {
  readonly line: number;
  readonly byteOffset: number;
}

export type Captured =
  | { readonly kind: 'event'; readonly place: Place; readonly event: IncomingEvent }
  /** Something that is no event: why, and what to do. The place is absent when a file as a whole could not be read. */
  | {
      readonly kind: 'problem';
      readonly place?: Place;
      readonly reason: string;
      /** What was found there, as far as it is known. */
      readonly content?: string | Uint8Array;
    };

export type JsonObject = Readonly<Record<string, unknown>>;
