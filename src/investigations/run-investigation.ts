// Runs an investigation: gives it a way to ask and keeps every query that was asked as evidence of the finding.

import { resultRowsMax } from '../limits.ts';
import type { QueryRequest, QueryResult } from '../queries/query.ts';
import type { Evidence, Finding } from './finding.ts';
import type { AskedQuery, AskedRow, Investigation, InvestigationRequest } from './investigation.ts';
import { InvestigationInputError } from './investigation.ts';

export interface InvestigationEffects {
  runQuery(request: QueryRequest, signal?: AbortSignal): Promise<QueryResult>;
  /** Wall clock, epoch ms. */
  nowMs(): number;
}

/** Throws InvestigationInputError for wrong inputs, and whatever a query throws. */
export async function runInvestigation(
  investigation: Investigation,
  request: InvestigationRequest,
  effects: InvestigationEffects,
  signal?: AbortSignal,
): Promise<Finding> {
  checkInputs(investigation, request);
  // Filled by position of the call, so that queries asked at the same time keep their order whoever answers first.
  const evidence: Evidence[] = [];
  let asked = 0;
  const ask = async (query: AskedQuery): Promise<readonly AskedRow[]> => {
    const position = asked++;
    const { startMs, endMs } = query.range ?? request.range;
    const result = await effects.runQuery(
      { text: query.query, logGroups: 'all', startMs, endMs, limit: resultRowsMax },
      signal,
    );
    evidence[position] = {
      title: query.title,
      query: query.query,
      awsQuery: query.awsQuery ?? query.query,
      startMs,
      endMs,
      rows: result.rows.length,
    };
    return rowsOf(result);
  };
  const answer = await investigation.run(request, { ask, nowMs: effects.nowMs });
  return { ...answer, evidence };
}

/** Required inputs are there, and no input is unknown: a misspelt filter must not widen the answer in silence. */
function checkInputs({ id, inputs }: Investigation, request: InvestigationRequest): void {
  const names = inputs.map((input) => input.name);
  for (const [name, value] of Object.entries(request.inputs)) {
    if (value !== undefined && !names.includes(name)) {
      throw new InvestigationInputError(name, `${id} has no input ${name}; it takes ${names.join(', ')}.`);
    }
  }
  for (const input of inputs) {
    if (input.required && (request.inputs[input.name] ?? '').trim() === '') {
      throw new InvestigationInputError(
        input.name,
        `${id} needs ${input.label.toLowerCase()}: ${input.help} For example: ${input.placeholder}`,
      );
    }
  }
}

function rowsOf(result: QueryResult): readonly AskedRow[] {
  const names = result.columns.map((column) => column.name);
  return result.rows.map((cells) => {
    const row: Record<string, string> = {};
    for (const [index, cell] of cells.entries()) {
      const name = names[index];
      if (name !== undefined && name !== '@ptr' && cell !== null) row[name] = cell;
    }
    return row;
  });
}
