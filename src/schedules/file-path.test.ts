import { resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { objectPath, readObjectPlace } from './file-path.ts';
import { InvalidSchedule } from './schedule.ts';

const triggeredMs = Date.UTC(2026, 10, 22, 12);
const pathOf = (place: string, schedule: string) =>
  objectPath('/data/exports', readObjectPlace(place), schedule, triggeredMs);

describe('an S3 URI', () => {
  it.each([
    ['s3://bucket', 's3://bucket/daily/2026-11-22T12-00-00.000Z.json'],
    ['s3://bucket/', 's3://bucket/daily/2026-11-22T12-00-00.000Z.json'],
    ['s3://my.bucket-1/a/b c', 's3://my.bucket-1/a/b c/daily/2026-11-22T12-00-00.000Z.json'],
    ['s3://bucket/a/', 's3://bucket/a/daily/2026-11-22T12-00-00.000Z.json'],
  ])('%s names %s', (place, expected) => {
    expect(pathOf(place, 'daily').uri).toBe(expected);
  });

  it.each([
    's3://bucket/../../etc',
    's3://bucket/..',
    's3://bucket/a/./b',
    's3://bucket/a//b',
    's3://bucket//etc',
    's3://bucket/a\\..\\b',
    's3://bucket/a\0b',
    's3://bucket/a\nb',
    `s3://bucket/${'x'.repeat(201)}`,
    's3://..',
    's3://../etc',
    's3://Bucket/a',
    's3://b/a',
    's3:///etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    '',
  ])('is refused: %j', (place) => {
    expect(() => readObjectPlace(place)).toThrow(InvalidSchedule);
  });
});

describe('the folder of a schedule', () => {
  it.each([
    ['a/b', 'a%2Fb'],
    ['..', '%2E%2E'],
    ['../..', '%2E%2E%2F..'],
    ['.hidden', '%2Ehidden'],
    ['a.b#c', 'a.b%23c'],
  ])('of %s is %s', (name, folder) => {
    expect(pathOf('s3://bucket', name).dir).toBe(`/data/exports/bucket/${folder}`);
  });

  it('has a length that file systems take, and is another one for another name', () => {
    const one = pathOf('s3://bucket', `${'/'.repeat(299)}a`);
    const other = pathOf('s3://bucket', `${'/'.repeat(299)}b`);
    expect(one.dir).not.toBe(other.dir);
    expect((one.dir.split('/').at(-1) ?? '').length).toBe(200);
  });

  it('never leads out of exports', () => {
    for (const name of ['..', '../../..', '/etc', '....//', '.']) {
      const { dir, file } = pathOf('s3://bucket', name);
      expect(resolve(dir, file).startsWith(`/data/exports/bucket${sep}`)).toBe(true);
    }
  });
});
