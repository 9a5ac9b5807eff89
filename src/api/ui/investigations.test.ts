// How inputs, ranges and mistakes reach an investigation and come back; what the real ones find is tested beside them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer, taskEvent } from '../../../test/e2e/api-fixture.ts';
import { type Investigation, InvestigationInputError } from '../../investigations/investigation.ts';

const echo: Investigation = {
  id: 'echo',
  question: 'What was asked?',
  summary: 'Says it back.',
  inputs: [{ name: 'service', label: 'Service', help: 'A service.', placeholder: 'web', required: true }],
  async run({ inputs, range }, { ask }) {
    if (inputs.service === 'nope') throw new InvestigationInputError('service', 'No such service.', ['web']);
    const rows = await ask({ title: 'events', query: 'stats count(*) as events' });
    return {
      investigation: 'echo',
      title: 'Echo',
      subject: String(inputs.service),
      summary: `${rows[0]?.events} events from ${range.startMs} to ${range.endMs}`,
      verdict: null,
      facts: [],
      contradictions: [],
      timelines: [],
      tables: [],
      nextSteps: [],
    };
  },
};

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer({ investigations: [echo] });
  await test.post('/ingest/events', `${taskEvent(1)}\n${taskEvent(9)}`);
});
afterAll(() => test.close());

const ask = (search: string) => test.get(`/api/v1/investigations/echo${search}`);
const firstMs = nowMs - 3_600_000 + 1_000;

describe('investigations', () => {
  it('are listed with their inputs', async () => {
    const { id, question, summary, inputs } = echo;
    expect((await test.get('/api/v1/investigations')).body).toEqual([{ id, question, summary, inputs }]);
  });

  it('are about everything recorded, up to now, unless a range is given', async () => {
    const { status, body } = await ask('?service=web');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      subject: 'web',
      summary: `2 events from ${firstMs} to ${nowMs}`,
      evidence: [{ title: 'events', rows: 1 }],
    });
  });

  it.each([
    [`&start=${firstMs + 1}`, firstMs + 1, nowMs],
    ['&start=2026-11-22T11:00:02Z&end=2026-11-22T12:30:00%2B01:00', firstMs + 1_000, nowMs - 1_800_000],
    ['&start=2026-11-22', Date.UTC(2026, 10, 22), nowMs],
    ['&end=0', 0, 0],
  ])('read the range %s', async (search, startMs, endMs) => {
    expect((await ask(`?service=web${search}`)).body.summary).toMatch(
      new RegExp(`from ${startMs} to ${endMs}$`),
    );
  });

  it('take an input that is repeated as a list', async () => {
    expect((await ask('?service=web&service=api')).body.subject).toBe('web,api');
  });

  it.each([
    ['', 400, 'invalid-input', 'service'],
    ['?service=nope', 400, 'invalid-input', 'service'],
    ['?service=web&servce=x', 400, 'invalid-input', 'servce'],
    ['?service=web&start=5&end=4', 400, 'invalid-input', 'end'],
    ['?service=web&start=yesterday', 400, 'invalid-request', undefined],
  ])('refuse %s', async (search, status, code, input) => {
    const answer = await ask(search);
    expect([answer.status, answer.body.error.code, answer.body.error.input]).toEqual([status, code, input]);
  });

  it('pass on suggestions, also for a name that is none', async () => {
    expect((await ask('?service=nope')).body.error.suggestions).toEqual(['web']);
    const { status, body } = await test.get('/api/v1/investigations/ecko');
    expect([status, body.error.code, body.error.suggestions]).toEqual([
      404,
      'unknown-investigation',
      ['echo'],
    ]);
  });
});
