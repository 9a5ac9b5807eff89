// Nothing of the service's model is forgotten: every operation is done, finds nothing, or is refused with an error that its
// model declares; and docs/api.md says the same. The model is the one of the SDK that is installed.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';
import { actions } from './actions.ts';
import { noneHere } from './none-here.ts';
import { operations } from './operations.ts';
import { refusals } from './refusals.ts';

const commandsDir = new URL(
  '../../../node_modules/@aws-sdk/client-cloudwatch-logs/dist-types/commands/',
  import.meta.url,
);

/** Operation -> the errors that its model declares. */
const model = new Map(
  readdirSync(commandsDir)
    .filter((name) => name.endsWith('Command.d.ts'))
    .map((name): [string, readonly string[]] => {
      const declarations = readFileSync(new URL(name, commandsDir), 'utf8');
      const errors = [...declarations.matchAll(/@throws \{@link (\w+Exception)\}/g)].map(
        ([, error = '']) => error,
      );
      return [name.replace('Command.d.ts', ''), errors];
    }),
);

const document = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
const rows = [...document.matchAll(/^\| `([A-Z]\w+)` \| (\w+) \| ([^|]*) \| (?:(.*) )?\|$/gm)].map(
  ([, operation = '', role, status, note = '']) => ({ operation, role, status, note }),
);

describe('the model', () => {
  it('is the whole one', () => {
    expect(model.size).toBeGreaterThanOrEqual(118);
    expect(model.get('StopQuery')).toContain('ResourceNotFoundException');
  });

  it('has no operation that is unknown here, and we know no other', () => {
    expect([...operations.keys()].sort()).toEqual([...model.keys()].sort());
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

describe('what is refused or not there', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer();
    await test.aws('CreateLogGroup', { logGroupName: '/there' });
  });
  afterAll(() => test.close());

  it.each([...refusals])(
    '%s is refused with an error of its model, whatever is sent',
    async (operation, refusal) => {
      const { status, body } = await test.aws(operation, { logGroupName: '/there', limit: 'many' });
      expect([status, body]).toEqual([
        400,
        { __type: refusal.type, message: `Shiplog does not support ${operation}. ${refusal.because}` },
      ]);
      expect(model.get(operation)).toContain(refusal.type);
    },
  );
});
