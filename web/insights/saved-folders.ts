// Saved queries in the folders that the slashes of their names make, as the AWS console shows them.

import type { SavedQuery } from '../api/responses.ts';

export interface Folder {
  /** Of this folder alone; empty for the outermost. */
  readonly name: string;
  readonly folders: readonly Folder[];
  readonly queries: readonly FiledQuery[];
}

export interface FiledQuery {
  /** The name without the folders. */
  readonly title: string;
  readonly query: SavedQuery;
}

interface OpenFolder {
  readonly name: string;
  readonly folders: OpenFolder[];
  readonly queries: FiledQuery[];
}

/** Folders and queries stay in the order of the list. */
export function filed(queries: readonly SavedQuery[]): Folder {
  const root: OpenFolder = { name: '', folders: [], queries: [] };
  for (const query of queries) {
    const parts = query.name.split('/').filter((part) => part !== '');
    const title = parts.pop() ?? query.name;
    const folder = parts.reduce(folderIn, root);
    folder.queries.push({ title, query });
  }
  return root;
}

function folderIn(parent: OpenFolder, name: string): OpenFolder {
  const known = parent.folders.find((folder) => folder.name === name);
  if (known !== undefined) return known;
  const made: OpenFolder = { name, folders: [], queries: [] };
  parent.folders.push(made);
  return made;
}
