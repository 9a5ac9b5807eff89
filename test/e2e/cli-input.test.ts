// What people get wrong, with the built command line: every mistake has its sentence and its exit code.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readHolder } from '../../src/engine/duckdb/data-directory.ts';
import { cli, type Running, serveCli, shiplogBin, startCli, temporaryFolder } from './built-cli.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
let tests = 0;
beforeAll(async () => {
  folder = await temporaryFolder();
});
beforeEach(async () => {
  tests += 1;
  data = join(folder.path, `data-${tests}`);
  await mkdir(data);
});
afterAll(() => folder.remove());

const taskEvent = (id: string, more: object = {}) => ({
  version: '0',
  id,
  'detail-type': 'ECS Task State Change',
  source: 'aws.ecs',
  account: '123456789012',
  time: '2026-11-20T10:00:00Z',
  region: 'eu-west-1',
  resources: [`arn:aws:ecs:eu-west-1:123456789012:task/prod/${id}`],
  detail: {
    clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
    taskArn: `arn:aws:ecs:eu-west-1:123456789012:task/prod/${id}`,
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    group: 'service:checkout',
    version: 3,
    ...more,
  },
});

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, content);
  return path;
}

const recorded = async (): Promise<string> => {
  const { out } = await cli(['query', 'stats count(*) as n', '--data', data, '--format', 'ndjson']);
  return out;
};

describe('import', () => {
  it('says which file is not there, and takes the others', async () => {
    const good = await file('good.json', JSON.stringify(taskEvent('a1')));
    const { code, out } = await cli(['import', join(folder.path, 'gone.json'), good, '--data', data]);
    expect(code).toBe(1);
    expect(out).toMatch(/gone\.json: there is no such file/);
    expect(out).toMatch(/^1 event recorded, 1 refused/m);
    expect(await recorded()).toBe('{"n":"1"}\n');
  });

  it('says that a file is not JSON, and where', async () => {
    const { code, out } = await cli(['import', await file('notes.txt', 'dear diary\n'), '--data', data]);
    expect(code).toBe(1);
    expect(out).toMatch(/notes\.txt:1: .+/);
    expect(out).toMatch(/^0 events recorded, 1 refused/m);
  });

  it('takes what a truncated gzip still holds, and says that it is truncated', async () => {
    const lines = Array.from({ length: 2_000 }, (_, index) =>
      JSON.stringify(taskEvent(`b${index}`, { note: Math.random() })),
    );
    const whole = gzipSync(`${lines.join('\n')}\n`);
    const path = await file('cut.json.gz', whole.subarray(0, Math.floor(whole.length / 2)));
    const { code, out } = await cli(['import', path, '--data', data, '--format', 'json']);
    expect(code).toBe(1);
    const summary = JSON.parse(out);
    expect(summary.rejections.at(-1).reason).toMatch(/gzip/);
    expect(summary.stored).toBeGreaterThan(100);
    expect(await recorded()).toBe(`{"n":"${summary.stored}"}\n`);
  });

  it('refuses an event without detail-type, with its reason, and keeps its neighbours', async () => {
    const { 'detail-type': _, ...nameless } = taskEvent('c2');
    const text = [taskEvent('c1'), nameless, taskEvent('c3')]
      .map((event) => JSON.stringify(event))
      .join('\n');
    const { code, out } = await cli(['import', '-', '--data', data], { input: text });
    expect(code).toBe(1);
    expect(out).toMatch(/standard input:2: .*detail-type/);
    expect(out).toMatch(/^2 events recorded, 1 refused/m);
  });

  it('takes one event, an array, NDJSON, concatenated JSON and gzip, and knows what it has', async () => {
    const events = ['d1', 'd2', 'd3'].map((id) => taskEvent(id));
    const forms = [
      JSON.stringify(events[0], null, 2),
      JSON.stringify(events),
      events.map((event) => JSON.stringify(event)).join('\n'),
      events.map((event) => JSON.stringify(event)).join(''),
      gzipSync(JSON.stringify(events)),
    ];
    const summaries: { stored: number; duplicates: number }[] = [];
    for (const input of forms) {
      const { code, out } = await cli(['import', '-', '--data', data, '--format', 'json'], { input });
      expect(code).toBe(0);
      summaries.push(JSON.parse(out));
    }
    expect(summaries.map(({ stored, duplicates }) => [stored, duplicates])).toEqual([
      [1, 0],
      [2, 1],
      [0, 3],
      [0, 3],
      [0, 3],
    ]);
  });
});

describe('a wrong query', () => {
  it('draws its caret and ends with exit code 2, over a directory and over a server alike', async () => {
    const query = 'fields @timestamp\n| filtr detail.lastStatus = "STOPPED"';
    const local = await cli(['query', query, '--data', data]);
    expect(local.code).toBe(2);
    expect(local.out).toBe('');
    expect(local.err).toContain(' 2 | | filtr detail.lastStatus = "STOPPED"\n   |   ^^^^^');
    expect(local.err).toContain('Did you mean `filter`?');
    const server = await serveCli(data);
    try {
      const remote = await cli(['query', query, '--server', server.url]);
      expect(remote).toEqual(local);
    } finally {
      await server.stop();
    }
  });

  it('names a log group that is not there', async () => {
    const { code, err } = await cli(['query', 'limit 1', '--data', data, '--log-group', '/gone']);
    expect(code).toBe(2);
    expect(err).toContain('There is no log group /gone');
  });
});

/** Resolves once the process has opened the data directory; a second process that asks earlier could be the one that gets it. */
async function heldBy({ child }: Running): Promise<void> {
  while (readHolder(data)?.pid !== child.pid) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('what is taken or missing', () => {
  it('a port in use', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port));
    });
    const { code, err } = await cli(['serve', '--data', data, '--port', String(port)]);
    holder.close();
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(err).toContain('--port');
  });

  it('a directory that another process holds and does not serve', async () => {
    const importer = startCli(['import', '-', '--data', data], { keepInputOpen: true });
    try {
      await heldBy(importer);
      const second = await cli(['status', '--data', data]);
      expect(second.code).toBe(1);
      expect(second.err).toContain(data);
      expect(second.err).toMatch(/process|in use/);
      expect(second.err).toContain(String(importer.child.pid));
    } finally {
      importer.child.stdin?.end();
      await importer.ended;
    }
    expect((await cli(['status', '--data', data])).code).toBe(0);
  });

  it('a directory that is not there is not made by reading', async () => {
    const gone = join(folder.path, 'misspelt');
    const { code, err } = await cli(['query', 'limit 1', '--data', gone]);
    expect(code).toBe(2);
    expect(err).toContain(`--data ${gone}: there is no such directory`);
    expect(existsSync(gone)).toBe(false);
  });

  it('a server that is not there', async () => {
    const { code, err } = await cli(['status', '--server', 'http://127.0.0.1:9']);
    expect(code).toBe(1);
    expect(err).toContain('No Shiplog server answers at http://127.0.0.1:9');
  });
});

it('`| head` ends a long answer without a complaint', async () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => JSON.stringify(taskEvent(`e${index}`))).join(
    '\n',
  );
  expect((await cli(['import', '-', '--data', data], { input: lines })).code).toBe(0);
  const { spawnSync } = await import('node:child_process');
  const script = `"${process.execPath}" "${shiplogBin}" query 'fields @message' --data "${data}" --format ndjson | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stdout.trim().split('\n')).toHaveLength(2);
  expect(stdout).toMatch(/\n0\n$/);
  expect(stderr).toBe('');
});

describe('Ctrl-C', () => {
  it('ends an import that waits for more, and keeps what was recorded', async () => {
    expect(
      (await cli(['import', '-', '--data', data], { input: JSON.stringify(taskEvent('f1')) })).code,
    ).toBe(0);
    const importer = startCli(['import', '-', '--data', data], { keepInputOpen: true });
    await heldBy(importer);
    importer.child.kill('SIGINT');
    const { code, out, err } = await importer.ended;
    expect([code, out]).toEqual([130, '']);
    expect(err).toContain('Interrupted; 0 events recorded');
    expect(await recorded()).toBe('{"n":"1"}\n');
  });

  it('ends a server that finishes what is under way', async () => {
    const server = await serveCli(data);
    const { code, err } = await server.stop();
    expect(code).toBe(0);
    expect(err).toContain('Stopping');
    expect(existsSync(join(data, 'server.json'))).toBe(false);
  });
});
