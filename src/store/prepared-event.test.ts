// Times, identity and cells of single events.
import { describe, expect, it } from 'vitest';
import { unpackCells } from './cells.ts';
import { FieldPaths } from './field-paths.ts';
import { parseEvent, prepareEvent } from './prepared-event.ts';
import type { IncomingEvent } from './schema.ts';

const nowMs = 1_000;

/** The prepared event, with its fields by path. */
function prepared(event: IncomingEvent) {
  const paths = new FieldPaths();
  const result = prepareEvent(parseEvent(event), paths, nowMs);
  const cells = unpackCells(result.cells);
  return { ...result, fields: Object.fromEntries(paths.paths.map((path, i) => [path, cells[i]])) };
}

const envelope = (extra: object): string =>
  JSON.stringify({ 'detail-type': 'ECS Task State Change', source: 'aws.ecs', detail: {}, ...extra });

describe('prepareEvent', () => {
  it.each<[string, IncomingEvent, number]>([
    ['its sender', { message: envelope({ time: '2026-11-22T10:00:00Z' }), timestampMs: 5 }, 5],
    [
      'the envelope',
      { message: envelope({ time: '2026-11-22T10:00:00Z' }) },
      Date.parse('2026-11-22T10:00:00Z'),
    ],
    [
      'the envelope, to the nanosecond',
      { message: envelope({ time: '1970-01-01T00:00:00.618059641Z' }) },
      618,
    ],
    [
      'the update',
      { message: envelope({ time: 'soon', detail: { updatedAt: '1970-01-01T00:00:01.2Z' } }) },
      1_200,
    ],
    ['nobody', { message: envelope({}) }, nowMs],
    ['a message that is no envelope', { message: '{"time":"2026-11-22T10:00:00Z"}' }, nowMs],
  ])('takes the time from %s', (_, event, expected) => expect(prepared(event).timestampMs).toBe(expected));

  it('counts bytes, not characters, and names the stream', () => {
    expect(prepared({ message: 'é€😀' })).toMatchObject({
      bytes: 9,
      logStream: 'events',
      identity: null,
      likeness: '',
    });
    expect(prepared({ message: 'x', logStream: 's' }).logStream).toBe('s');
  });

  it('derives fields of ECS events only, over those of the message', () => {
    const detail = { clusterArn: 'arn:aws:ecs:r:1:cluster/prod', group: 'service:web' };
    const event = prepared({ message: envelope({ detail, ecs: { cluster: 'other' } }) });
    expect(event.fields).toMatchObject({
      'ecs.cluster': 'prod',
      'ecs.service': 'web',
      'detail.group': 'service:web',
    });
    expect(event.likeness).toBe('service:web');
    const foreign = prepared({ message: envelope({ source: 'aws.ec2', detail }) });
    expect(foreign.fields['ecs.cluster']).toBeUndefined();
    expect(foreign.identity).not.toBeNull();
    expect(prepared({ message: JSON.stringify({ detail }) }).fields['ecs.cluster']).toBeUndefined();
  });

  it.each(['\x1e', '\x1f'])(
    'keeps apart the values of an event that hold the characters of the packing',
    (character) => {
      const event = prepared({
        message: JSON.stringify({ a: `x${character}y`, b: character, c: '', d: 'z' }),
      });
      expect(event.fields).toEqual({ a: `x${character}y`, b: character, c: '', d: 'z' });
    },
  );
});
