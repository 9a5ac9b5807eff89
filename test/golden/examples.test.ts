// Every example of the tables of commands and functions runs over the events of events.ndjson, so that what the docs and
// the editor show as an example is one. An example of a command must find something.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, findCommand } from '../../src/language/commands.ts';
import { type FunctionSpec, functions } from '../../src/language/functions.ts';
import { QueryRejected } from '../../src/queries/compile-query.ts';
import { runQuery } from '../../src/queries/run-query.ts';
import { accountId, nowMs, openFixture } from './fixture.ts';
import { requestOf } from './golden-case.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.remove());

/** Number of rows, or what is wrong with the query. */
async function answer(text: string): Promise<number | readonly string[]> {
  const { store, engine } = fixture;
  try {
    const { rows } = await runQuery(requestOf(text), { store, engine, accountId, nowMs: () => nowMs });
    return rows.length;
  } catch (error) {
    if (error instanceof QueryRejected) return error.diagnostics.map(({ message }) => message);
    throw error;
  }
}

/** An example that does not begin with a command is an expression. */
function queryOf({ example, category }: FunctionSpec): string {
  if (findCommand(/^(\w+) /.exec(example)?.[1] ?? '') !== undefined) return example;
  return `${category === 'aggregate' ? 'stats' : 'fields'} ${example}`;
}

describe('examples', () => {
  const runs = commands.filter(({ status }) => status === 'supported');
  it.each(runs.map(({ name, example }) => [name, example]))('of the command %s', async (_name, example) => {
    expect(await answer(example)).toBeGreaterThan(0);
  });

  it.each(functions.map((spec) => [spec.name, queryOf(spec)]))(
    'of the function %s',
    async (_name, example) => {
      expect(await answer(example)).toEqual(expect.any(Number));
    },
  );
});
