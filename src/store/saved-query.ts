// Saved queries as their readers and writers see them: AWS's query definitions (reference logs-insights-ql 3.31). A `/` in a
// name makes folders. Interface, rules and errors; saved-queries.ts keeps them.

import {
  parameterDefaultCharsMax,
  parameterDescriptionCharsMax,
  parameterNameCharsMax,
  queryCharsMax,
  savedQueriesMax,
  savedQueryNameCharsMax,
  savedQueryParametersMax,
} from '../limits.ts';

/** `{{name}}` in the text of a saved query is replaced by an argument, else by the default value. */
export interface SavedQueryParameter {
  readonly name: string;
  /** As it would be written in the query: a text has its quotes. */
  readonly defaultValue?: string | undefined;
  readonly description?: string | undefined;
}

export interface SavedQueryDraft {
  /** `folder/name`. As on AWS several queries may have one name; `$name` refuses to choose between them. */
  readonly name: string;
  readonly query: string;
  /** Groups to ask; none: those of the request. */
  readonly logGroups: readonly string[];
  readonly parameters: readonly SavedQueryParameter[];
}

export interface SavedQuery extends SavedQueryDraft {
  readonly id: string;
  readonly modifiedMs: number;
}

export interface SavedQueryStore {
  /** Ordered by name. */
  savedQueries(): readonly SavedQuery[];
  /** Keeps the query under this id, instead of the one that had it; durable when it resolves. Throws InvalidSavedQuery and TooManySavedQueries. */
  putSavedQuery(id: string, draft: SavedQueryDraft): Promise<SavedQuery>;
  /** Throws SavedQueryMissing. */
  deleteSavedQuery(id: string): Promise<void>;
}

/** Something about a query that keeps it from being saved; the message begins as AWS's does where that is known. */
export class InvalidSavedQuery extends Error {
  override readonly name = 'InvalidSavedQuery';
}

export class SavedQueryMissing extends Error {
  override readonly name = 'SavedQueryMissing';
  constructor(id: string) {
    super(`There is no saved query with the id ${id}.`);
  }
}

export class TooManySavedQueries extends Error {
  override readonly name = 'TooManySavedQueries';
  constructor() {
    super(`There are ${savedQueriesMax} saved queries already; delete one first.`);
  }
}

/**
 * The id to keep a query under, as saving a file does: the one that is named, else that of the query with this name, else a
 * new one. Throws SavedQueryMissing, and InvalidSavedQuery when several queries have the name.
 */
export function idToSaveAs(
  { id, name }: { readonly id?: string | undefined; readonly name: string },
  known: readonly SavedQuery[],
  newId: () => string,
): string {
  const same = known.filter((query) => (id === undefined ? query.name === name : query.id === id));
  if (id !== undefined && same.length === 0) throw new SavedQueryMissing(id);
  refuse(same.length > 1, `${same.length} saved queries are called ${name}; say which by its id`);
  return same[0]?.id ?? newId();
}

/** Throws InvalidSavedQuery. */
export function checkSavedQuery({ name, query, parameters }: SavedQueryDraft): void {
  refuse(
    name.length < 1 || name.length > savedQueryNameCharsMax,
    `The name of a saved query has 1 to ${savedQueryNameCharsMax} characters`,
  );
  refuse(
    query.length < 1 || query.length > queryCharsMax,
    `A query has 1 to ${queryCharsMax} characters, this one ${query.length}`,
  );
  refuse(
    parameters.length > savedQueryParametersMax,
    `Parameter count exceeds the maximum of ${savedQueryParametersMax}`,
  );
  const names = parameters.map((parameter) => parameter.name);
  const twice = names.find((parameter, index) => names.indexOf(parameter) !== index);
  refuse(twice !== undefined, `Duplicate parameter name: ${twice}`);
  for (const parameter of parameters) checkParameter(parameter);
  const unused = names.filter((parameter) => !query.includes(`{{${parameter}}}`));
  refuse(unused.length > 0, `Required parameters not found in queryString: ${unused.join(', ')}`);
}

function checkParameter({ name, defaultValue = '', description = '' }: SavedQueryParameter): void {
  refuse(
    !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || name.length > parameterNameCharsMax,
    `A parameter name begins with a letter or an underscore and has up to ${parameterNameCharsMax} letters, digits and underscores; '${name}' does not`,
  );
  refuse(
    defaultValue.length > parameterDefaultCharsMax,
    `The default value of ${name} has more than ${parameterDefaultCharsMax} characters`,
  );
  refuse(
    description.length > parameterDescriptionCharsMax,
    `The description of ${name} has more than ${parameterDescriptionCharsMax} characters`,
  );
}

function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new InvalidSavedQuery(message);
}
