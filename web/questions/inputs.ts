// The inputs of a question in the address, and which of them are still missing. Only names that the question declares
// are read; the rest of the address (the time range) stays as it is.

import type { Definition } from '../api/responses.ts';

export type Inputs = Readonly<Record<string, string>>;

export function readInputs({ inputs }: Definition, params: URLSearchParams): Inputs {
  const given = inputs.map(({ name }) => [name, params.get(name)?.trim() ?? ''] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** `params` with these inputs in place of any others of this question. */
export function writeInputs(
  { inputs }: Definition,
  params: URLSearchParams,
  values: Inputs,
): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const { name } of inputs) {
    const value = values[name]?.trim() ?? '';
    if (value === '') written.delete(name);
    else written.set(name, value);
  }
  return written;
}

/** Names of required inputs without a value. */
export const missingInputs = (definition: Definition, values: Inputs): readonly string[] =>
  definition.inputs
    .filter(({ name, required }) => required && (values[name]?.trim() ?? '') === '')
    .map(({ name }) => name);
