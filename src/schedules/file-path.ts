// Where `s3://bucket/prefix` lies on disk: exports/bucket/prefix below the data directory, and never anywhere else.
// Differs: AWS writes to S3. The same URI names a mirror of the bucket here, which `aws s3 sync` can carry on.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { InvalidSchedule } from './schedule.ts';

/** The model's pattern of S3Uri; the bucket is the first part. */
const uri = /^s3:\/\/([a-z0-9][.\-a-z0-9]{1,61}[a-z0-9])(?:\/(.*))?$/s;
const segmentBytesMax = 200;

export interface ObjectPlace {
  readonly bucket: string;
  /** Parts of the prefix, none of them empty. */
  readonly prefix: readonly string[];
}

/** Throws InvalidSchedule for what is no S3 URI, and for prefixes that could lead out of exports/. */
export function readObjectPlace(place: string): ObjectPlace {
  const [, bucket = '', rest = ''] = uri.exec(place) ?? [];
  if (bucket === '') {
    throw new InvalidSchedule(
      `'${place}' is no destination for results: write s3://bucket/prefix, or the ARN of a log group`,
    );
  }
  const prefix = rest.replace(/^\/|\/$/g, '') === '' ? [] : rest.replace(/\/$/, '').split('/');
  for (const segment of prefix) {
    const bad = segment === '' || segment === '.' || segment === '..' || hasOddCharacters(segment);
    if (bad || Buffer.byteLength(segment) > segmentBytesMax) {
      throw new InvalidSchedule(
        `'${place}': each part of the prefix has 1 to ${segmentBytesMax} bytes without control characters and backslashes, and is neither . nor ..; '${segment}' is not such a part`,
      );
    }
  }
  return { bucket, prefix };
}

// Control characters have no place in a file's name, and a backslash parts folders on some systems.
const hasOddCharacters = (segment: string): boolean => /[\p{Cc}\\]/u.test(segment);

export interface ObjectPath {
  /** Absolute when `exportsDir` is. */
  readonly dir: string;
  readonly file: string;
  /** What AWS would call the object. */
  readonly uri: string;
}

/** Inferred: AWS's names of objects are not documented. One object per run, named after the schedule and the trigger. */
export function objectPath(
  exportsDir: string,
  place: ObjectPlace,
  schedule: string,
  triggeredMs: number,
): ObjectPath {
  const folder = folderOf(schedule);
  const file = `${new Date(triggeredMs).toISOString().replaceAll(':', '-')}.json`;
  return {
    dir: join(exportsDir, place.bucket, ...place.prefix, folder),
    file,
    uri: `s3://${[place.bucket, ...place.prefix, folder, file].join('/')}`,
  };
}

/** The name of a schedule as one folder: names may hold slashes and be made of dots. */
function folderOf(schedule: string): string {
  const folder = encodeURIComponent(schedule).replace(/^\.+/, (dots) => dots.replaceAll('.', '%2E'));
  if (folder.length <= segmentBytesMax) return folder;
  const digest = createHash('sha256').update(schedule).digest('hex').slice(0, 16);
  return `${folder.slice(0, segmentBytesMax - 17)}-${digest}`;
}
