// The published queries beside the checkout, where there are any: material for tests, never part of the project.

import { existsSync, readFileSync } from 'node:fs';

export interface PublishedQuery {
  readonly id: number;
  readonly query: string;
}

const file = new URL('../../../shared/reference/queries/dev.jsonl', import.meta.url);

/** Every published query; none in a clone that has no such folder beside it. */
export const publishedQueries: readonly PublishedQuery[] = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as PublishedQuery)
  : [];
