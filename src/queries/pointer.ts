// `@ptr`: the opaque text that names one stored event, made of the group's number and the event's sequence.
// Written by run-query.ts into every unaggregated row, read back by GetLogRecord and GET /api/v1/events/:ptr.
// Differs: AWS's pointer is standard base64; ours uses the URL alphabet, so that it can stand in a path unescaped.

const pointerBytes = 12;

/** The event a pointer names: `groupId` is GroupSchema.groupId, `sequence` the `@seq` column. */
export interface Pointer {
  readonly groupId: number;
  readonly sequence: bigint;
}

/** 16 characters: four bytes of group, eight of sequence. Throws a RangeError when either does not fit. */
export function encodePointer(groupId: number, sequence: bigint): string {
  const bytes = Buffer.allocUnsafe(pointerBytes);
  bytes.writeUInt32BE(groupId, 0);
  bytes.writeBigInt64BE(sequence, 4);
  return bytes.toString('base64url');
}

/** Null when the text is not a pointer of ours, down to the last bit: a mistyped one never finds another event. */
export function decodePointer(text: string): Pointer | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== pointerBytes || bytes.toString('base64url') !== text) return null;
  const groupId = bytes.readUInt32BE(0);
  const sequence = bytes.readBigInt64BE(4);
  return sequence >= 0n ? { groupId, sequence } : null;
}
