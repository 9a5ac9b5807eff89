// Small questions that every printer asks of a description.

import type { Description, Named, Text } from './description.ts';

export type KindOf = (id: string) => Named['kind'];

/** What kind a resource is, by its id. */
export function kindsOf({ resources }: Description): KindOf {
  const kinds = new Map(resources.map(({ id, kind }) => [id, kind]));
  return (id) => {
    const kind = kinds.get(id);
    if (kind === undefined) throw new Error(`nothing in the set-up is called ${id}`);
    return kind;
  };
}

/** Whether a value is a reference, or several put together. */
export function isText(value: object): value is Exclude<Text, string> {
  const kind = (value as { readonly kind?: unknown }).kind;
  return kind === 'attribute' || kind === 'parameter' || kind === 'place' || kind === 'join';
}
