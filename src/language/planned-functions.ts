// Functions of the language that Shiplog does not run yet: known, so that using one is refused by name instead of
// being taken for a misspelling. A function leaves this table when sql/ learns it.

import type { FunctionRow } from './function-spec.ts';

export const plannedScalarFunctions: Readonly<Record<string, FunctionRow>> = {};

export const plannedAggregateFunctions: Readonly<Record<string, FunctionRow>> = {};
