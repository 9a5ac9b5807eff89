// Frames byte by byte where it matters, and as the SDK's own decoder and Node's CRC read them.
import { EventStreamCodec } from '@smithy/core/event-streams';
import { fromUtf8, toUtf8 } from '@smithy/core/serde';
import { describe, expect, it } from 'vitest';
import { eventFrame, exceptionFrame, initialResponse } from './frames.ts';

const codec = new EventStreamCodec(toUtf8, fromUtf8);
const text = (value: string) => ({ type: 'string', value });

const cases = [
  {
    frame: initialResponse(),
    headers: { ':message-type': text('event'), ':event-type': text('initial-response') },
    payload: {},
  },
  {
    frame: eventFrame('sessionUpdate', { sessionResults: [{ message: 'größer\u2028"\n' }] }),
    headers: { ':message-type': text('event'), ':event-type': text('sessionUpdate') },
    payload: { sessionResults: [{ message: 'größer\u2028"\n' }] },
  },
  {
    frame: exceptionFrame('SessionTimeoutException', 'Three hours.'),
    headers: { ':message-type': text('exception'), ':exception-type': text('SessionTimeoutException') },
    payload: { message: 'Three hours.' },
  },
];

describe('frames', () => {
  it.each(cases)('decode to $payload', ({ frame, headers, payload }) => {
    const decoded = codec.decode(frame);
    expect(decoded.headers).toEqual({ ...headers, ':content-type': text('application/json') });
    expect(JSON.parse(toUtf8(decoded.body))).toEqual(payload);
  });

  it('have the layout of the specification: lengths, CRC of the prelude, headers, payload, CRC of all', () => {
    const bytes = Buffer.from(exceptionFrame('E', 'm'));
    expect(bytes.readUInt32BE(0)).toBe(bytes.length);
    const payload = '{"message":"m"}';
    const headersLength = bytes.readUInt32BE(4);
    expect(bytes.length).toBe(12 + headersLength + payload.length + 4);
    expect(bytes.readUInt32BE(8)).toBe(crc32(bytes.subarray(0, 8)));
    // One byte of length, the name, 7 for a string, two bytes of length, the value.
    const first = bytes.subarray(12, 12 + 1 + 13 + 1 + 2 + 9);
    expect(first.toString('latin1')).toBe('\x0d:message-type\x07\x00\x09exception');
    expect(bytes.subarray(12 + headersLength, -4).toString()).toBe(payload);
    expect(bytes.readUInt32BE(bytes.length - 4)).toBe(crc32(bytes.subarray(0, -4)));
  });
});

/** Of IEEE 802.3, bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
