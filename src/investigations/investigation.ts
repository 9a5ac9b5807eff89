// The contract of an investigation: its inputs, the queries it asks, the finding it makes of the rows.
// An investigation is defined once and is a CLI command, an API resource and a page (design, promise 4).

import type { Finding } from './finding.ts';

export interface InvestigationInput {
  /** Name of the CLI flag and of the URL parameter, e.g. `service`. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly placeholder: string;
  readonly required: boolean;
  /** The CLI takes it as the positional argument. */
  readonly positional?: boolean;
}

export interface TimeRange {
  /** Epoch milliseconds, inclusive. */
  readonly startMs: number;
  readonly endMs: number;
}

export interface InvestigationRequest {
  readonly inputs: Readonly<Record<string, string | undefined>>;
  readonly range: TimeRange;
}

export interface AskedQuery {
  readonly title: string;
  readonly query: string;
  /** The same question without `ecs.*`; left out when `query` needs no change for the AWS console. */
  readonly awsQuery?: string;
  readonly range?: TimeRange;
}

/** One row of an answer: column name -> text; an absent cell has no key. */
export type AskedRow = Readonly<Record<string, string>>;

export interface InvestigationContext {
  /** Runs a query over all log groups of ECS events in the request's range and keeps it as evidence. At most 100,000 rows. */
  ask(query: AskedQuery): Promise<readonly AskedRow[]>;
  /** Wall clock, epoch ms. */
  nowMs(): number;
}

/** A finding without the queries it rests on: those are collected while it is made. */
export type Answer = Omit<Finding, 'evidence'>;

export interface Investigation {
  readonly id: string;
  /** The operator's question, as a title. */
  readonly question: string;
  readonly summary: string;
  readonly inputs: readonly InvestigationInput[];
  /** Throws InvestigationInputError (naming the input and what to do) when the inputs do not do. */
  run(request: InvestigationRequest, context: InvestigationContext): Promise<Answer>;
}

/** A mistake in the inputs: shown as is, exit code 2, HTTP 400. */
export class InvestigationInputError extends Error {
  readonly input: string;
  readonly suggestions: readonly string[];
  constructor(input: string, message: string, suggestions: readonly string[] = []) {
    super(message);
    this.name = 'InvestigationInputError';
    this.input = input;
    this.suggestions = suggestions;
  }
}
