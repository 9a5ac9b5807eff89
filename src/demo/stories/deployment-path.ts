// The last part of the ARN of a service deployment or daemon deployment, as in the published examples.

import type { Random } from '../prng.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 21 letters and digits. */
export function newDeploymentPath(rng: Random): string {
  return Array.from({ length: 21 }, () => alphabet[rng.int(0, alphabet.length - 1)]).join('');
}
