// What becomes of the tags of something when some are added or removed, and what AWS refuses.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#log-group-tagging

import { tagsPerResourceMax } from '../../limits.ts';
import type { Tags } from '../../store/resource-tags.ts';
import { ServiceError } from '../errors.ts';
import { list, text } from './members.ts';

/** Keys of tags to remove; those that are not there are passed over. */
export const tagKeys = list(text(1, 128), 0, 50);

/** Inferred: AWS's text for keys of its own is not known. */
export function checkTags(tags: Tags): void {
  const reserved = Object.keys(tags).find((key) => /^aws:/i.test(key));
  if (reserved === undefined) return;
  const message = `Tag keys that begin with aws: are reserved for AWS, and so is '${reserved}'`;
  throw new ServiceError('InvalidParameterException', message);
}

/** `tooMany` makes the error for more tags than a resource may have. */
export function withTags(tags: Tags, added: Tags, tooMany: (message: string) => ServiceError): Tags {
  checkTags(added);
  const all = { ...tags, ...added };
  if (Object.keys(all).length > tagsPerResourceMax) {
    throw tooMany(`A resource can have no more than ${tagsPerResourceMax} tags`);
  }
  return all;
}

export function withoutTags(tags: Tags, keys: readonly string[]): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}

/** Of the older operations, which know no TooManyTagsException. */
export const tooManyForLogGroup = (message: string): ServiceError =>
  new ServiceError('InvalidParameterException', message);

export const resourceArn = text(1, 1_011).regex(/^[\w+=/:,.@#-]*$/, {
  error: 'Member must satisfy regular expression pattern: [\\w+=/:,.@-]*',
});
