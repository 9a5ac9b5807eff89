// The seven investigations over the simulated fleet in a real store: each finds the stories that the simulator tells, and
// gives the same answers when the same stream arrives shuffled and with duplicates.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { random } from '../../src/demo/prng.ts';
import { simulateFleet } from '../../src/demo/simulate.ts';
import { type Story, stories } from '../../src/demo/stories.ts';
import type { Finding } from '../../src/investigations/finding.ts';

const dayMs = 86_400_000;
const endMs = Date.UTC(2026, 10, 22);
const range = { startMs: endMs - 8 * dayMs, endMs };
const options = { seed: 7, endMs, events: 15_000 };
const told = new Map(stories(options).map((story) => [story.id, story]));

function story(id: string): Story {
  const found = told.get(id);
  if (found === undefined)
    throw new Error(`The simulated fleet has no story ${id}; it has ${[...told.keys()].join(', ')}.`);
  return found;
}
const taskOf = (id: string): string => story(id).taskArn ?? '';

interface Recording {
  readonly app: App;
  readonly dataDir: string;
}

async function record(messages: readonly string[]): Promise<Recording> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shiplog-investigations-'));
  const app = await openApp({
    dataDir,
    accountId: '111122223333',
    region: 'eu-central-1',
    nowMs: () => endMs,
  });
  for (let start = 0; start < messages.length; start += 3000) {
    const events = messages.slice(start, start + 3000).map((message) => ({ message }));
    const { rejected } = await app.store.appendEcs(events);
    expect(rejected).toEqual([]);
  }
  return { app, dataDir };
}

async function forget(recording: Recording | undefined): Promise<void> {
  await recording?.app.close();
  if (recording !== undefined) await rm(recording.dataDir, { recursive: true, force: true });
}

function ask({ app }: Recording, id: string, inputs: Record<string, string> = {}): Promise<Finding> {
  const investigation = app.investigations.find((one) => one.id === id);
  if (investigation === undefined) throw new Error(`no investigation ${id}`);
  return app.investigate(investigation, { inputs, range });
}

const column = (finding: Finding, table: number, key: string) =>
  finding.tables[table]?.rows.map((row) => row[key]) ?? [];

const messages = [...simulateFleet(options)].map(({ envelope }) => JSON.stringify(envelope));
let recording: Recording;
beforeAll(async () => {
  recording = await record(messages);
});
afterAll(() => forget(recording));

describe('task', () => {
  const about = (id: string) => ask(recording, 'task', { task: taskOf(id) });

  it('finds failing container health checks, and that 137 is the stop timeout there', async () => {
    const { verdict, facts, contradictions } = await about('container-health-checks');
    expect(verdict).toMatchObject({ class: 'health', confidence: 'high', tone: 'error' });
    expect(facts.map(({ label }) => label)).toContain('Slow end');
    expect(contradictions).toEqual([]);
  });

  it('names the person who stopped a task, and her words', async () => {
    const { verdict, summary, facts } = await about('stopped-by-hand');
    expect(verdict).toMatchObject({ class: 'operator', confidence: 'high' });
    expect(summary).toContain(String(story('stopped-by-hand').facts.caller));
    expect(facts.find(({ label }) => label === 'Stop')?.value).toContain(
      String(story('stopped-by-hand').facts.reason),
    );
  });

  it('shows exit 0 beside an out-of-memory reason', async () => {
    const { contradictions, verdict } = await about('exit-zero-out-of-memory');
    expect(contradictions.join()).toContain('ended with exit code 0');
    expect(verdict).toMatchObject({ confidence: 'medium' });
  });

  it('flags RUNNING after STOPPED', async () => {
    const { contradictions, verdict } = await about('running-after-stopped');
    expect(contradictions).toEqual(['lastStatus is RUNNING after STOPPED (version 6 to version 7).']);
    expect(verdict?.tone).toBe('warning');
  });

  it('names the missing version and the conflicting one', async () => {
    expect((await about('missing-version')).summary).toContain('Version 4 is missing');
    const conflict = await about('conflicting-versions');
    expect(conflict.contradictions).toEqual([
      'Version 3 was received with different contents; both are kept, and the later one counts.',
    ]);
  });

  it.each(['late-and-disordered', 'duplicates', 'put-again'])('sees an ordinary life in %s', async (id) => {
    const finding = await about(id);
    const versions = Number(story(id).facts.versions);
    expect(column(finding, 1, 'version')).toEqual(Array.from({ length: versions }, (_, index) => index + 1));
    expect(finding.verdict).toMatchObject({ class: 'routine', tone: 'ok', confidence: 'high' });
    expect(finding.contradictions).toEqual([]);
  });

  it('says that a task is unknown', async () => {
    const finding = await ask(recording, 'task', { task: 'ffffffffffffffffffffffffffffffff' });
    expect(finding.summary).toMatch(/^No event of task f+ was recorded/);
    expect(finding.verdict).toBeNull();
  });
});

describe('stops', () => {
  const about = (id: string) =>
    ask(recording, 'stops', { service: `${story(id).cluster}/${story(id).service}` });
  /** Tasks of the first row of a class. */
  const tasksOf = (finding: Finding, reasonClass: string) =>
    finding.tables[0]?.rows.find((row) => row.class === reasonClass)?.tasks;

  it('finds the memory loop and the container to blame', async () => {
    const finding = await about('oom-loop');
    expect(tasksOf(finding, 'application')).toBe(story('oom-loop').facts.kills);
    expect(finding.verdict?.text).toMatch(/^Out of memory \(container recommendations\)/);
    expect(finding.verdict).toMatchObject({ class: 'application', confidence: 'high' });
  });

  it.each([
    ['elb-health-checks', 'health'],
    ['container-health-checks', 'health'],
  ])('finds %s behind the stop code of scaling', async (id, reasonClass) => {
    const finding = await about(id);
    expect(tasksOf(finding, reasonClass)).toBe(story(id).facts.stops);
    expect(finding.verdict).toMatchObject({ class: reasonClass, tone: 'error' });
  });

  it('keeps scaling apart from faults', async () => {
    const finding = await about('scaling-noise');
    expect(tasksOf(finding, 'routine')).toBe(story('scaling-noise').facts.scaledIn);
    expect(finding.verdict).toMatchObject({ class: 'routine', tone: 'ok' });
  });

  it.each(['spot-wave-thumbnails', 'spot-wave-transcoder'])('finds %s', async (id) => {
    expect(tasksOf(await about(id), 'capacity')).toBe(story(id).facts.interruptions);
  });

  it('finds the secret that cannot be read', async () => {
    expect((await about('secret-denied')).verdict).toMatchObject({ class: 'secrets' });
  });

  it('shows a name that several clusters have for each of them', async () => {
    const { summary, tables } = await ask(recording, 'stops', { service: 'web' });
    expect(summary).toMatch(/^web runs in 2 clusters; each is shown apart\./);
    expect(tables.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Why tasks stopped in prod', 'Why tasks stopped in staging']),
    );
  });

  it('suggests the service that was meant', async () => {
    expect((await ask(recording, 'stops', { service: 'recomendations' })).summary).toContain(
      'Similar names: recommendations.',
    );
  });
});

describe('owner', () => {
  const owners = ['ip-reuse', 'ip-reuse-2', 'ip-reuse-3'];

  it('finds the three owners of one address in their order', async () => {
    const finding = await ask(recording, 'owner', { address: story('ip-reuse').ip ?? '' });
    expect(column(finding, 0, 'owner')).toEqual(owners.map(taskOf).reverse());
    expect(finding.contradictions).toEqual([]);
  });

  it.each(owners)('picks the owner of the moment of %s, by address and by MAC', async (id) => {
    for (const address of [story(id).ip ?? '', story(id).mac ?? '']) {
      const { verdict } = await ask(recording, 'owner', {
        address,
        at: new Date(story(id).atMs).toISOString(),
      });
      expect(verdict?.text).toContain(taskOf(id).slice(-32));
      expect(verdict?.tone).toBe('ok');
    }
  });

  it.each(owners)('finds one owner of the interface of %s', async (id) => {
    const finding = await ask(recording, 'owner', { address: story(id).eniId ?? '' });
    expect(column(finding, 0, 'owner')).toEqual([taskOf(id)]);
    expect(column(finding, 0, 'from').every((from) => Number(from) >= Number(story(id).facts.fromMs))).toBe(
      true,
    );
  });

  it('says that nobody had an address, and who lives next to it', async () => {
    const neighbour = (story('ip-reuse').ip ?? '').replace(/\.\d+$/, '.250');
    const { summary, tables } = await ask(recording, 'owner', { address: neighbour });
    expect(summary).toContain(`No event carries address ${neighbour}`);
    expect(tables[0]?.rows.length).toBeGreaterThan(0);
  });
});

describe('faults and errors', () => {
  it('puts the service with the wrong image tag first and says why', async () => {
    const { verdict, tables } = await ask(recording, 'faults');
    expect(tables[0]?.rows[0]?.service).toMatch(/:service\/prod\/catalog$/);
    expect(verdict).toMatchObject({ class: 'image' });
    expect(verdict?.text).toContain('SERVICE_TASK_START_IMPAIRED');
  });

  it('counts what the stories announced', async () => {
    const { tables } = await ask(recording, 'faults');
    const times = (service: string, event: string) =>
      tables[1]?.rows.find((row) => row.service === service && row.event === event)?.count;
    expect(times('email-sender', 'SERVICE_TASK_CONFIGURATION_FAILURE')).toBe(
      story('configuration-failure').facts.times,
    );
    expect(times('thumbnails', 'SERVICE_TASK_PLACEMENT_FAILURE')).toBe(
      story('spot-wave-thumbnails').facts.placementFailures,
    );
    expect(times('checkout', 'SERVICE_DEPLOYMENT_FAILED')).toBe(1);
    expect(times('log-agent', 'DAEMON_TASK_START_IMPAIRED')).toBe(story('daemon-rollback').facts.impaired);
    expect(times('web', 'HOOK_TIMED_OUT')).toBe(1);
  });

  it('names the deployment that failed and why its tasks stopped', async () => {
    const { verdict, tables } = await ask(recording, 'errors');
    const { deploymentId, facts } = story('bad-deployment');
    expect(verdict?.text).toContain(`checkout: deployment ${deploymentId}`);
    const row = tables[0]?.rows.find((one) => one.deployment === deploymentId);
    expect(row).toMatchObject({
      errors: 1,
      why: `Container cannot be started (${facts.failingTasks} tasks)`,
    });
  });
});

describe('deployments', () => {
  it('names culprit, restored deployment, revisions and reason of the rollback', async () => {
    const { deploymentId, facts: known } = story('bad-deployment');
    const { verdict, facts, nextSteps } = await ask(recording, 'deployments', { service: 'prod/checkout' });
    expect(verdict).toMatchObject({ tone: 'error', class: 'configuration', confidence: 'high' });
    const fact = (label: string) => facts.find((one) => one.label === label)?.value ?? '';
    const revision = (name: string) => String(known[name]).split('/').at(-1);
    expect(fact('Culprit')).toContain(`${deploymentId} (${revision('culpritTaskDefinition')})`);
    expect(fact('Restored')).toContain(
      `${known.restoredDeploymentId} (${revision('restoredTaskDefinition')})`,
    );
    expect(fact('Stopped tasks')).toContain(`${known.failingTasks} tasks`);
    expect(nextSteps).toContain(
      `Compare task definition ${revision('culpritTaskDefinition')} with ${revision('restoredTaskDefinition')}, which works.`,
    );
  });

  it('tells the deployment that hangs on a wrong image tag', async () => {
    const { deploymentId } = story('wrong-image-tag');
    const { verdict } = await ask(recording, 'deployments', { service: 'prod/catalog' });
    expect(verdict?.text).toContain(`Deployment ${deploymentId}`);
    expect(verdict?.text).toContain('is in progress since');
    expect(verdict).toMatchObject({ class: 'image', tone: 'warning' });
  });
});

describe('agents', () => {
  it('tells updated, failed and rolled back instances apart', async () => {
    const finding = await ask(recording, 'agents');
    for (const { id, containerInstanceArn, facts } of told.values()) {
      if (!id.startsWith('agent-update-')) continue;
      const row = finding.tables[1]?.rows.find((one) => containerInstanceArn?.endsWith(String(one.id)));
      const failed = facts.finalStatus === 'FAILED';
      const outcome = failed ? 'failed' : facts.finalVersion === facts.newVersion ? 'updated' : 'rolled back';
      expect([id, row?.outcome, row?.version]).toEqual([id, outcome, facts.finalVersion]);
    }
    expect(finding.verdict).toMatchObject({ tone: 'error' });
  });

  it('reports changes, not every event that repeats UPDATED', async () => {
    const finding = await ask(recording, 'agents');
    expect(column(finding, 0, 'what').filter((what) => what === 'rollback')).toHaveLength(1);
    expect(column(finding, 0, 'what').filter((what) => what === 'update failed')).toHaveLength(1);
  });
});

/** Events that were put again have several ids; each id stands for the smallest of them. */
const canonicalIds: ReadonlyMap<string, string> = (() => {
  const byContent = new Map<string, string[]>();
  for (const message of messages) {
    const { id, 'replay-name': _replay, ...content } = JSON.parse(message);
    const key = JSON.stringify(content);
    byContent.set(key, [...(byContent.get(key) ?? []), id]);
  }
  return new Map(
    [...byContent.values()].flatMap((ids) =>
      ids.map((id): [string, string] => [id, [...ids].sort()[0] ?? id]),
    ),
  );
})();

function comparable(finding: Finding): Finding {
  const facts = finding.facts.map((fact) =>
    fact.eventIds === undefined
      ? fact
      : { ...fact, eventIds: fact.eventIds.map((id) => canonicalIds.get(id) ?? id).sort() },
  );
  return { ...finding, facts };
}

/** Every investigation at least once. */
const questions: readonly (readonly [string, Record<string, string>])[] = [
  ['task', { task: taskOf('container-health-checks') }],
  ['task', { task: taskOf('put-again') }],
  ['task', { task: taskOf('conflicting-versions') }],
  ['stops', { service: story('oom-loop').service ?? '' }],
  ['stops', { service: 'web' }],
  ['owner', { address: story('ip-reuse').ip ?? '' }],
  ['faults', {}],
  ['errors', {}],
  ['deployments', { service: 'checkout' }],
  ['deployments', { service: 'catalog' }],
  ['agents', {}],
];

describe('evidence', () => {
  it.each(questions)(
    '%s %j: its queries run again as they are, in the form for AWS too',
    async (id, inputs) => {
      const { evidence } = await ask(recording, id, inputs);
      expect(evidence.length).toBeGreaterThan(0);
      for (const { query, awsQuery, startMs, endMs: untilMs, rows } of evidence) {
        const again = (text: string) =>
          recording.app.runQuery({ text, logGroups: 'all', startMs, endMs: untilMs, limit: 100_000 });
        expect((await again(query)).rows).toHaveLength(rows);
        const onAws = await again(awsQuery);
        expect([awsQuery, onAws.rows.length > 0]).toEqual([awsQuery, rows > 0]);
      }
    },
  );
});

describe('the same stream, shuffled and with 20 % duplicates', () => {
  it.each([1, 2])('gives the same answers, shuffle %i', async (seed) => {
    const rng = random(seed, 'shuffle');
    const doubled = [...messages, ...messages.filter(() => rng.int(0, 4) === 0)];
    for (let last = doubled.length - 1; last > 0; last -= 1) {
      const other = rng.int(0, last);
      [doubled[last], doubled[other]] = [doubled[other] ?? '', doubled[last] ?? ''];
    }
    const shuffled = await record(doubled);
    try {
      for (const [id, inputs] of questions) {
        const [expected, actual] = await Promise.all([ask(recording, id, inputs), ask(shuffled, id, inputs)]);
        expect(comparable(actual)).toEqual(comparable(expected));
      }
    } finally {
      await forget(shuffled);
    }
  });
});
