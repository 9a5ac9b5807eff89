import { describe, expect, it } from 'vitest';
import { parse } from '../language/parser.ts';
import { type BuildResult, build } from './build.ts';

const moment = { nowMs: 0, startMs: 0, endMs: 1000 };

function planOf(text: string): BuildResult {
  const { query, diagnostics } = parse(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return build({ query, text, moment });
}

/** What is wrong, with the source it points at. */
function problems(text: string): string[] {
  return planOf(text).diagnostics.map(
    ({ severity, code, span }) => `${severity} ${code} @ ${text.slice(span.start, span.end)}`,
  );
}

const map = 'fields jsonParse(@message) as m |';

describe('members', () => {
  it('are taken from maps and lists that the query made', () => {
    const { plan } = planOf(`${map} display m.a.b, m.c[1].d as e`);
    const members = plan?.steps.flatMap((step) =>
      step.step === 'compute' ? step.columns.flatMap(({ expr }) => (expr.op === 'member' ? [expr] : [])) : [],
    );
    expect(members).toEqual([
      { op: 'member', value: { op: 'made', id: 1, kind: 'map' }, path: ['a', 'b'], kind: 'json' },
      { op: 'member', value: { op: 'made', id: 1, kind: 'map' }, path: ['c', 1, 'd'], kind: 'json' },
    ]);
    expect(plan?.output.map(({ name }) => name)).toEqual(['m.a.b', 'e', '@ptr']);
  });

  it('of a name that is no map are a field of the event', () => {
    expect(planOf('fields a as m | display m.x').plan?.output[0]?.expr).toEqual({
      op: 'field',
      name: 'm.x',
      kind: 'text',
    });
  });

  it.each([
    ['fields jsonParse(@message) as m, m.x', ['warning member-too-early @ m.x']],
    ['fields jsonParse(@message) as m, m.x[0] as y', ['warning member-too-early @ m.x']],
    ['display jsonParse(@message) as m, m[0]', ['warning member-too-early @ m[0]']],
    ['fields jsonParse(@message) as m, jsonParse(@message).x as y', []],
    ['fields a[0]', ['error no-members @ a[0]']],
    ['fields trim(a).x', ['error no-members @ trim(a).x']],
    ['fields concat(a, b) as c | fields c[0] as d', ['error no-members @ c[0]']],
    ['stats values(a) as v | filter v[0] = "x"', []],
    ['stats values(a) as v, v[0] as w', ['warning member-too-early @ v[0]', 'error not-aggregated @ v[0]']],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe('a whole map or list', () => {
  it.each([
    `${map} sort m`,
    `${map} dedup m`,
    `${map} stats count(m)`,
    `${map} stats count(*) by m`,
    `${map} stats latest(m) as l by id`,
    'parse logfmt as m | sort m',
    'fields split(a, ",") as m | stats count(*) by m',
    'stats values(a) as m by b | sort m',
  ])('is no key: %s', (text) => {
    expect(problems(text)).toEqual(['error map-or-list @ m']);
  });

  it.each([
    `${map} sort m.a`,
    `${map} dedup m.a`,
    `${map} stats count(m.a), values(m.b) by m.c`,
    `${map} stats sum(ispresent(m)) as maps`,
    `${map} unnest m.a into x | stats count(*) by x`,
  ])('may hold keys: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

describe('unnest and expand', () => {
  it.each([
    ['fields split(a, ",") as m | unnest m into x', ['error unnest-of-split @ m']],
    ['fields split(a, ",") as m | expand m', ['warning list-not-expanded @ m']],
    ['parse csv as a, b | unnest a into x', []],
    [`${map} unnest m.a into m`, ['error already-defined @ m']],
    [`${map} unnest m.a into x | unnest x.b into x`, ['error already-defined @ x']],
    [`${map} unnest m.a into x | fields x`, ['error already-defined @ x']],
    ['fields a | expand a | fields a', []],
    ['parse "*" as a | expand a | stats count(*) by a', []],
    ['stats count(*) as n | unnest m into x', ['error unknown-symbol @ m']],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('only rename what is no list', () => {
    const { plan } = planOf('fields 1 + 1 as two | unnest two into x | expand two | display x, two');
    expect(plan?.steps.map(({ step }) => step)).toEqual(['compute', 'limit']);
    expect(plan?.output.slice(0, 2).map(({ expr }) => expr.kind)).toEqual(['number', 'number']);
  });
});

it('a text is decoded once', () => {
  const { plan } = planOf(
    'filter jsonParse(@message).a = 1 | fields jsonParse(@message) as m | json field=@message "b" as x | display m.c, jsonParse(a).d',
  );
  const decoded = plan?.steps.flatMap((step) =>
    step.step === 'compute' ? step.columns.filter(({ expr }) => expr.op === 'decode') : [],
  );
  expect(decoded).toHaveLength(2);
});
