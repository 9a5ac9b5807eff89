// What a server answers, and the errors that a command makes of its refusals.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Investigation } from '../investigations/investigation.ts';
import { InvestigationInputError } from '../investigations/investigation.ts';
import { QueryRejected, UnknownLogGroup } from '../queries/compile-query.ts';
import { CliFailure } from './failure.ts';
import { remoteBackend } from './remote-backend.ts';

let server: Server;
let url = '';
let answer: { status: number; body: string } = { status: 200, body: '{}' };
let asked: { method: string | undefined; url: string | undefined; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push({ method: request.method, url: request.url, body });
      response.statusCode = answer.status;
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const answers = (status: number, body: unknown) => {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
  asked = [];
};
const { signal } = new AbortController();
const request = { text: 'filtr', logGroups: 'all', startMs: 1, endMs: 2 } as const;
const refusal = (): Promise<unknown> =>
  remoteBackend({ url })
    .query(request, signal)
    .then(
      () => 'no refusal',
      (cause: unknown) => cause,
    );

it('sends a query in the words of the API', async () => {
  answers(200, { rows: [] });
  await remoteBackend({ url }).query({ ...request, logGroups: ['/a'], limit: 5 }, signal);
  expect(asked).toEqual([
    {
      method: 'POST',
      url: '/api/v1/query',
      body: JSON.stringify({ query: 'filtr', logGroups: ['/a'], startMs: 1, endMs: 2, limit: 5 }),
    },
  ]);
});

it('sends the inputs of an investigation as parameters', async () => {
  answers(200, {});
  const investigation = { id: 'owner' } as Investigation;
  const inputs = { address: '10.0.0.1,10.0.0.2', at: undefined };
  await remoteBackend({ url }).investigate(
    investigation,
    { inputs, range: { startMs: 1, endMs: 2 } },
    signal,
  );
  expect(asked[0]?.url).toBe('/api/v1/investigations/owner?start=1&end=2&address=10.0.0.1%2C10.0.0.2');
});

describe('refusals', () => {
  it('of a query keep their diagnostics and the text that they point into', async () => {
    const diagnostics = [
      { code: 'unknown-command', severity: 'error', message: 'no', span: { start: 0, end: 5 } },
    ];
    answers(400, { error: { code: 'malformed-query', message: 'no', diagnostics } });
    const cause = await refusal();
    expect(cause).toBeInstanceOf(QueryRejected);
    expect(cause).toMatchObject({ text: 'filtr', diagnostics });
  });

  it('of a log group name it', async () => {
    answers(404, { error: { code: 'unknown-log-group', message: 'no', logGroup: '/x' } });
    const cause = await refusal();
    expect(cause).toBeInstanceOf(UnknownLogGroup);
    expect(cause).toMatchObject({ logGroup: '/x' });
  });

  it('of an input keep its suggestions', async () => {
    answers(400, {
      error: { code: 'invalid-input', message: 'which?', input: 'service', suggestions: ['a', 'b'] },
    });
    const cause = await refusal();
    expect(cause).toBeInstanceOf(InvestigationInputError);
    expect(cause).toMatchObject({ input: 'service', suggestions: ['a', 'b'] });
  });

  it.each([
    ['any other refusal', 400, { error: { code: 'x', message: 'No.', hint: 'Do.' } }, 2, 'No. Do.'],
    ['a failure of the server', 500, { error: { code: 'internal', message: 'It failed.' } }, 1, 'It failed.'],
    ['a stranger', 200, '<html>', 1, 'not as a Shiplog server does'],
    ['a stranger that refuses', 404, '<html>', 1, 'answered 404, and not as a Shiplog server does'],
  ])('%s', async (_, status, body, exitCode, message) => {
    answers(status, body);
    const cause = await refusal();
    expect(cause).toBeInstanceOf(CliFailure);
    expect(cause).toMatchObject({ exitCode });
    expect(String(cause)).toContain(message);
  });
});

describe('appending', () => {
  it('sends messages as they are, one after another', async () => {
    answers(200, { stored: 2, duplicates: 0, rejected: [] });
    const result = await remoteBackend({ url }).appendEcs([
      { message: '{"a":1}' },
      { message: '{\n  "b": 2\n}' },
    ]);
    expect(asked[0]).toMatchObject({ url: '/api/v1/import', body: '{"a":1}\n{\n  "b": 2\n}' });
    expect(result).toEqual({ stored: 2, duplicates: 0, rejected: [] });
  });

  it('cuts what is too large for one request, and counts rejections through', async () => {
    answers(200, { stored: 0, duplicates: 0, rejected: [{ index: 0, reason: 'no' }] });
    const message = `{"a":"${'x'.repeat(9_000_000)}"}`;
    const result = await remoteBackend({ url }).appendEcs([{ message }, { message }]);
    expect(asked).toHaveLength(2);
    expect(result.rejected.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('takes "nothing stored" for an answer', async () => {
    const counts = { stored: 0, duplicates: 0, rejected: [{ index: 0, reason: 'no' }] };
    answers(400, { error: { code: 'nothing-stored', message: 'no', ...counts } });
    expect(await remoteBackend({ url }).appendEcs([{ message: 'x' }])).toMatchObject(counts);
  });
});
