// What is being written on the Insights page, and how a saved query becomes that: its text, or the call that fills in its
// parameters.

import { fieldText, placeholdersOf } from '../../src/language/index.ts';
import type { SavedQuery, SavedQueryParameter } from '../api/responses.ts';

export interface Draft {
  readonly text: string;
  /** None chosen means all of them. */
  readonly groups: readonly string[];
}

/** One for each placeholder of the text, as it is known already. */
export const parametersOf = (
  text: string,
  known: readonly SavedQueryParameter[],
): readonly SavedQueryParameter[] =>
  placeholdersOf(text).map((name) => known.find((parameter) => parameter.name === name) ?? { name });

export const textDraft = ({ query, logGroups }: SavedQuery): Draft => ({ text: query, groups: logGroups });

/** Ready to run. Values that have no default are left open, as the AWS console leaves them. */
export function runnableDraft(saved: SavedQuery): Draft {
  const { name, query, parameters: known, logGroups } = saved;
  const parameters = parametersOf(query, known);
  if (parameters.length === 0) return textDraft(saved);
  const values = parameters.map(({ name, defaultValue = '' }) => `${name} = ${defaultValue}`);
  return { text: `$${fieldText([name])}(${values.join(', ')})`, groups: logGroups };
}
