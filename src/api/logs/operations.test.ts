// Nothing of the service's model is forgotten: every operation is done, finds nothing, or is refused with an error that its
// model declares; and docs/api.md says the same. The model is the one of the SDK that is installed.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';
import { declaredErrors } from '../../../test/service-model.ts';
import { actions } from './actions.ts';
import { noneHere } from './none-here.ts';
import { operations } from './operations.ts';
import { refusals } from './refusals.ts';

const document = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
const rows = [...document.matchAll(/^\| `([A-Z]\w+)` \| (\w+) \| ([^|]*) \| (?:(.*) )?\|$/gm)].map(
  ([, operation = '', role, status, note = '']) => ({ operation, role, status, note }),
);

describe('the model', () => {
  it('is the whole one', () => {
    expect(declaredErrors.size).toBeGreaterThanOrEqual(118);
    expect(declaredErrors.get('StopQuery')).toContain('ResourceNotFoundException');
  });

  it('has no operation that is unknown here, and we know no other', () => {
    expect([...operations.keys()].sort()).toEqual([...declaredErrors.keys()].sort());
  });

  it('is told apart: no operation is both done and refused', () => {
    expect(operations.size).toBe(actions.size + noneHere.size + refusals.size);
  });
});

describe('docs/api.md', () => {
  it('lists every operation once, in the order of the alphabet', () => {
    expect(rows.map(({ operation }) => operation)).toEqual([...operations.keys()].sort());
  });

  it.each(rows)('says of $operation what the code does', ({ operation, role, status, note }) => {
    expect(role).toBe(operations.get(operation)?.role);
    const refusal = refusals.get(operation);
    const absent = noneHere.get(operation);
    if (refusal !== undefined) {
      expect([status, note]).toEqual(['refused', `\`${refusal.type}\`: ${refusal.because}`]);
    } else if (absent !== undefined) {
      expect([status, note]).toEqual(['supported, none here', absent.note]);
    } else {
      expect(status).toBe(/\*Differs:\*|\brefused\b/.test(note) ? 'supported with differences' : 'supported');
    }
  });
});

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

describe('an operation', () => {
  it.each([...refusals])('%s is refused, whatever is sent', async (operation, refusal) => {
    const { status, body } = await test.aws(operation, { logGroupName: '/nowhere', limit: 'many' });
    expect([status, body]).toEqual([
      400,
      { __type: refusal.type, message: `Shiplog does not support ${operation}. ${refusal.because}` },
    ]);
    expect(declaredErrors.get(operation)).toContain(refusal.type);
  });

  // The models of the two old ones declare nothing for wrong inputs.
  const silent = ['ListTagsLogGroup', 'UntagLogGroup'];
  const outspoken = [...operations.keys()].filter((operation) => !silent.includes(operation));
  it.each(outspoken)('%s says with an error of its model what is missing', async (operation) => {
    const { status, body } = await test.aws(operation, {});
    if (status !== 200) expect(declaredErrors.get(operation)).toContain(body.__type);
  });

  it('refuses a token of another list with the error of its own model', async () => {
    const refusalOf = async (operation: string) =>
      (await test.aws(operation, { nextToken: 'other' })).body.__type;
    expect(await refusalOf('ListScheduledQueries')).toBe('ValidationException');
    expect(await refusalOf('DescribeDeliveries')).toBe('ValidationException');
    expect(await refusalOf('DescribeLogGroups')).toBe('InvalidParameterException');
  });
});
